// Configuration sets and their event destinations. Include <emu/ses.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ses {

struct ConfigurationSet {
  std::string name;
  static void describe(StructureShape<ConfigurationSet>& s);
};

struct CreateConfigurationSetResult {
  static void describe(StructureShape<CreateConfigurationSetResult>& s);
};

// ConfigurationSetAlreadyExists, InvalidConfigurationSet.
struct CreateConfigurationSet {
  static constexpr OperationName kOperation{"ses", "CreateConfigurationSet"};
  using Result = CreateConfigurationSetResult;
  ConfigurationSet configuration_set;
  static void describe(StructureShape<CreateConfigurationSet>& s);
};

struct DeleteConfigurationSetResult {
  static void describe(StructureShape<DeleteConfigurationSetResult>& s);
};

struct DeleteConfigurationSet {
  static constexpr OperationName kOperation{"ses", "DeleteConfigurationSet"};
  using Result = DeleteConfigurationSetResult;
  std::string configuration_set_name;
  static void describe(StructureShape<DeleteConfigurationSet>& s);
};

struct KinesisFirehoseDestination {
  std::string iam_role_arn;
  std::string delivery_stream_arn;
  static void describe(StructureShape<KinesisFirehoseDestination>& s);
};

struct CloudWatchDimensionConfiguration {
  std::string dimension_name;
  std::string dimension_value_source;
  std::string default_dimension_value;
  static void describe(StructureShape<CloudWatchDimensionConfiguration>& s);
};

struct CloudWatchDestination {
  std::vector<CloudWatchDimensionConfiguration> dimension_configurations;
  static void describe(StructureShape<CloudWatchDestination>& s);
};

struct SnsDestination {
  std::string topic_arn;
  static void describe(StructureShape<SnsDestination>& s);
};

struct EventDestination {
  std::string name;
  std::optional<bool> enabled = {};
  std::vector<std::string> matching_event_types;
  std::optional<KinesisFirehoseDestination> kinesis_firehose_destination = {};
  std::optional<CloudWatchDestination> cloud_watch_destination = {};
  std::optional<SnsDestination> sns_destination = {};
  static void describe(StructureShape<EventDestination>& s);
};

struct TrackingOptions {
  std::optional<std::string> custom_redirect_domain = {};
  static void describe(StructureShape<TrackingOptions>& s);
};

struct DeliveryOptions {
  std::optional<std::string> tls_policy = {};
  static void describe(StructureShape<DeliveryOptions>& s);
};

struct ReputationOptions {
  std::optional<bool> sending_enabled = {};
  std::optional<bool> reputation_metrics_enabled = {};
  std::optional<Time> last_fresh_start = {};
  static void describe(StructureShape<ReputationOptions>& s);
};

struct DescribeConfigurationSetResult {
  std::optional<ConfigurationSet> configuration_set = {};
  std::vector<EventDestination> event_destinations = {};
  std::optional<TrackingOptions> tracking_options = {};
  std::optional<DeliveryOptions> delivery_options = {};
  std::optional<ReputationOptions> reputation_options = {};
  static void describe(StructureShape<DescribeConfigurationSetResult>& s);
};

// The attributes are "eventDestinations", "trackingOptions", "deliveryOptions" and
// "reputationOptions".
struct DescribeConfigurationSet {
  static constexpr OperationName kOperation{"ses", "DescribeConfigurationSet"};
  using Result = DescribeConfigurationSetResult;
  std::string configuration_set_name;
  std::vector<std::string> configuration_set_attribute_names = {};
  static void describe(StructureShape<DescribeConfigurationSet>& s);
};

struct ListConfigurationSetsResult {
  std::vector<ConfigurationSet> configuration_sets = {};
  std::string next_token = {};
  static void describe(StructureShape<ListConfigurationSetsResult>& s);
};

struct ListConfigurationSets {
  static constexpr OperationName kOperation{"ses", "ListConfigurationSets"};
  using Result = ListConfigurationSetsResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListConfigurationSets>& s);
};

struct CreateConfigurationSetEventDestinationResult {
  static void describe(StructureShape<CreateConfigurationSetEventDestinationResult>& s);
};

// At most 10 of a set. A topic is sent a message, and refused with InvalidSNSDestination when it
// does not let SES in.
struct CreateConfigurationSetEventDestination {
  static constexpr OperationName kOperation{"ses", "CreateConfigurationSetEventDestination"};
  using Result = CreateConfigurationSetEventDestinationResult;
  std::string configuration_set_name;
  EventDestination event_destination;
  static void describe(StructureShape<CreateConfigurationSetEventDestination>& s);
};

struct UpdateConfigurationSetEventDestinationResult {
  static void describe(StructureShape<UpdateConfigurationSetEventDestinationResult>& s);
};

struct UpdateConfigurationSetEventDestination {
  static constexpr OperationName kOperation{"ses", "UpdateConfigurationSetEventDestination"};
  using Result = UpdateConfigurationSetEventDestinationResult;
  std::string configuration_set_name;
  EventDestination event_destination;
  static void describe(StructureShape<UpdateConfigurationSetEventDestination>& s);
};

struct DeleteConfigurationSetEventDestinationResult {
  static void describe(StructureShape<DeleteConfigurationSetEventDestinationResult>& s);
};

struct DeleteConfigurationSetEventDestination {
  static constexpr OperationName kOperation{"ses", "DeleteConfigurationSetEventDestination"};
  using Result = DeleteConfigurationSetEventDestinationResult;
  std::string configuration_set_name;
  std::string event_destination_name;
  static void describe(StructureShape<DeleteConfigurationSetEventDestination>& s);
};

struct CreateConfigurationSetTrackingOptionsResult {
  static void describe(StructureShape<CreateConfigurationSetTrackingOptionsResult>& s);
};

struct CreateConfigurationSetTrackingOptions {
  static constexpr OperationName kOperation{"ses", "CreateConfigurationSetTrackingOptions"};
  using Result = CreateConfigurationSetTrackingOptionsResult;
  std::string configuration_set_name;
  TrackingOptions tracking_options;
  static void describe(StructureShape<CreateConfigurationSetTrackingOptions>& s);
};

struct UpdateConfigurationSetTrackingOptionsResult {
  static void describe(StructureShape<UpdateConfigurationSetTrackingOptionsResult>& s);
};

struct UpdateConfigurationSetTrackingOptions {
  static constexpr OperationName kOperation{"ses", "UpdateConfigurationSetTrackingOptions"};
  using Result = UpdateConfigurationSetTrackingOptionsResult;
  std::string configuration_set_name;
  TrackingOptions tracking_options;
  static void describe(StructureShape<UpdateConfigurationSetTrackingOptions>& s);
};

struct DeleteConfigurationSetTrackingOptionsResult {
  static void describe(StructureShape<DeleteConfigurationSetTrackingOptionsResult>& s);
};

struct DeleteConfigurationSetTrackingOptions {
  static constexpr OperationName kOperation{"ses", "DeleteConfigurationSetTrackingOptions"};
  using Result = DeleteConfigurationSetTrackingOptionsResult;
  std::string configuration_set_name;
  static void describe(StructureShape<DeleteConfigurationSetTrackingOptions>& s);
};

struct PutConfigurationSetDeliveryOptionsResult {
  static void describe(StructureShape<PutConfigurationSetDeliveryOptionsResult>& s);
};

struct PutConfigurationSetDeliveryOptions {
  static constexpr OperationName kOperation{"ses", "PutConfigurationSetDeliveryOptions"};
  using Result = PutConfigurationSetDeliveryOptionsResult;
  std::string configuration_set_name;
  std::optional<DeliveryOptions> delivery_options = {};
  static void describe(StructureShape<PutConfigurationSetDeliveryOptions>& s);
};

struct UpdateConfigurationSetReputationMetricsEnabled {
  static constexpr OperationName kOperation{"ses",
                                            "UpdateConfigurationSetReputationMetricsEnabled"};
  using Result = Nothing;
  std::string configuration_set_name;
  bool enabled = {};
  static void describe(StructureShape<UpdateConfigurationSetReputationMetricsEnabled>& s);
};

struct UpdateConfigurationSetSendingEnabled {
  static constexpr OperationName kOperation{"ses", "UpdateConfigurationSetSendingEnabled"};
  using Result = Nothing;
  std::string configuration_set_name;
  bool enabled = {};
  static void describe(StructureShape<UpdateConfigurationSetSendingEnabled>& s);
};

}  // namespace emu::ses
