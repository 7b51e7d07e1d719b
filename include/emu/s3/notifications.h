// Notifications: what happens to a bucket's objects, told to queues and functions.
//
//   aws.send(s3::PutBucketNotificationConfiguration{
//       .bucket = "photos",
//       .notification_configuration = {
//           .queue_configurations = {{.queue_arn = queue_arn, .events = {"s3:ObjectCreated:*"}}}}})
//       .value();
//
// S3 sends as s3.amazonaws.com on behalf of the bucket, so the policy of a queue or function must
// let it. Include <emu/s3.h>.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// "prefix" or "suffix", in any case, and what keys must begin or end with.
struct FilterRule {
  std::string name = {};
  std::optional<std::string> value = {};
  static void describe(StructureShape<FilterRule>& s);
};

struct S3KeyFilter {
  std::vector<FilterRule> filter_rules = {};
  static void describe(StructureShape<S3KeyFilter>& s);
};

struct NotificationConfigurationFilter {
  std::optional<S3KeyFilter> key = {};
  static void describe(StructureShape<NotificationConfigurationFilter>& s);
};

// A topic of SNS, which s3.amazonaws.com must be allowed to publish to.
struct TopicConfiguration {
  std::string id = {};
  std::string topic_arn;
  std::vector<std::string> events;
  std::optional<NotificationConfigurationFilter> filter = {};
  static void describe(StructureShape<TopicConfiguration>& s);
};

// A standard queue in the region of the bucket.
struct QueueConfiguration {
  std::string id = {};
  std::string queue_arn;
  std::vector<std::string> events;
  std::optional<NotificationConfigurationFilter> filter = {};
  static void describe(StructureShape<QueueConfiguration>& s);
};

struct LambdaFunctionConfiguration {
  std::string id = {};
  std::string lambda_function_arn;
  std::vector<std::string> events;
  std::optional<NotificationConfigurationFilter> filter = {};
  static void describe(StructureShape<LambdaFunctionConfiguration>& s);
};

// That it is there puts every event on the default bus of EventBridge.
struct EventBridgeConfiguration {
  static void describe(StructureShape<EventBridgeConfiguration>& s);
};

// No two of its parts may want to be told of the same event of the same key.
struct NotificationConfiguration {
  std::vector<TopicConfiguration> topic_configurations = {};
  std::vector<QueueConfiguration> queue_configurations = {};
  std::vector<LambdaFunctionConfiguration> lambda_function_configurations = {};
  std::optional<EventBridgeConfiguration> event_bridge_configuration = {};
  static void describe(StructureShape<NotificationConfiguration>& s);
};

// Replaces the configuration; an empty one ends all notifications. Each queue that is new is sent a
// test event. A part without an id gets one.
// Errors: InvalidArgument where destinations cannot be reached or parts overlap, MalformedXML.
struct PutBucketNotificationConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketNotificationConfiguration", "PUT",
                                            "/{Bucket}?notification"};
  using Result = Nothing;
  std::string bucket;
  NotificationConfiguration notification_configuration = {};
  std::string expected_bucket_owner = {};
  std::optional<bool> skip_destination_validation = {};
  static void describe(StructureShape<PutBucketNotificationConfiguration>& s);
};

struct GetBucketNotificationConfigurationResult {
  std::vector<TopicConfiguration> topic_configurations = {};
  std::vector<QueueConfiguration> queue_configurations = {};
  std::vector<LambdaFunctionConfiguration> lambda_function_configurations = {};
  std::optional<EventBridgeConfiguration> event_bridge_configuration = {};
  static void describe(StructureShape<GetBucketNotificationConfigurationResult>& s);
};

struct GetBucketNotificationConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketNotificationConfiguration", "GET",
                                            "/{Bucket}?notification"};
  using Result = GetBucketNotificationConfigurationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketNotificationConfiguration>& s);
};

}  // namespace emu::s3
