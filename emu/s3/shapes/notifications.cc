#include <emu/s3/notifications.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void FilterRule::describe(StructureShape<FilterRule>& s) {
  s.member("Name", &FilterRule::name);
  s.member("Value", &FilterRule::value);
}

void S3KeyFilter::describe(StructureShape<S3KeyFilter>& s) {
  s.member("FilterRules", &S3KeyFilter::filter_rules).wire_name("FilterRule").flattened();
}

void NotificationConfigurationFilter::describe(StructureShape<NotificationConfigurationFilter>& s) {
  s.member("Key", &NotificationConfigurationFilter::key).wire_name("S3Key");
}

void TopicConfiguration::describe(StructureShape<TopicConfiguration>& s) {
  s.member("Id", &TopicConfiguration::id);
  s.member("TopicArn", &TopicConfiguration::topic_arn).wire_name("Topic").required();
  s.member("Events", &TopicConfiguration::events).wire_name("Event").flattened().required();
  s.member("Filter", &TopicConfiguration::filter);
}

void QueueConfiguration::describe(StructureShape<QueueConfiguration>& s) {
  s.member("Id", &QueueConfiguration::id);
  s.member("QueueArn", &QueueConfiguration::queue_arn).wire_name("Queue").required();
  s.member("Events", &QueueConfiguration::events).wire_name("Event").flattened().required();
  s.member("Filter", &QueueConfiguration::filter);
}

void LambdaFunctionConfiguration::describe(StructureShape<LambdaFunctionConfiguration>& s) {
  s.member("Id", &LambdaFunctionConfiguration::id);
  s.member("LambdaFunctionArn", &LambdaFunctionConfiguration::lambda_function_arn)
      .wire_name("CloudFunction")
      .required();
  s.member("Events", &LambdaFunctionConfiguration::events)
      .wire_name("Event")
      .flattened()
      .required();
  s.member("Filter", &LambdaFunctionConfiguration::filter);
}

void EventBridgeConfiguration::describe(StructureShape<EventBridgeConfiguration>&) {}

void NotificationConfiguration::describe(StructureShape<NotificationConfiguration>& s) {
  s.member("TopicConfigurations", &NotificationConfiguration::topic_configurations)
      .wire_name("TopicConfiguration")
      .flattened();
  s.member("QueueConfigurations", &NotificationConfiguration::queue_configurations)
      .wire_name("QueueConfiguration")
      .flattened();
  s.member("LambdaFunctionConfigurations",
           &NotificationConfiguration::lambda_function_configurations)
      .wire_name("CloudFunctionConfiguration")
      .flattened();
  s.member("EventBridgeConfiguration", &NotificationConfiguration::event_bridge_configuration);
}

void PutBucketNotificationConfiguration::describe(
    StructureShape<PutBucketNotificationConfiguration>& s) {
  describing::bucket(s);
  s.member("NotificationConfiguration",
           &PutBucketNotificationConfiguration::notification_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
  s.member("SkipDestinationValidation",
           &PutBucketNotificationConfiguration::skip_destination_validation)
      .header("x-amz-skip-destination-validation");
}

void GetBucketNotificationConfigurationResult::describe(
    StructureShape<GetBucketNotificationConfigurationResult>& s) {
  s.document("NotificationConfiguration");
  s.member("TopicConfigurations", &GetBucketNotificationConfigurationResult::topic_configurations)
      .wire_name("TopicConfiguration")
      .flattened();
  s.member("QueueConfigurations", &GetBucketNotificationConfigurationResult::queue_configurations)
      .wire_name("QueueConfiguration")
      .flattened();
  s.member("LambdaFunctionConfigurations",
           &GetBucketNotificationConfigurationResult::lambda_function_configurations)
      .wire_name("CloudFunctionConfiguration")
      .flattened();
  s.member("EventBridgeConfiguration",
           &GetBucketNotificationConfigurationResult::event_bridge_configuration);
}

void GetBucketNotificationConfiguration::describe(
    StructureShape<GetBucketNotificationConfiguration>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::FilterRule);
EMU_DESCRIBED(s3::S3KeyFilter);
EMU_DESCRIBED(s3::NotificationConfigurationFilter);
EMU_DESCRIBED(s3::TopicConfiguration);
EMU_DESCRIBED(s3::QueueConfiguration);
EMU_DESCRIBED(s3::LambdaFunctionConfiguration);
EMU_DESCRIBED(s3::EventBridgeConfiguration);
EMU_DESCRIBED(s3::NotificationConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketNotificationConfiguration);
EMU_DESCRIBED(s3::GetBucketNotificationConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketNotificationConfiguration);
}  // namespace emu
