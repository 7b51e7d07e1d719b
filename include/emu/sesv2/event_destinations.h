// Who hears of what becomes of mail. Include <emu/sesv2.h>.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

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

struct EventBridgeDestination {
  std::string event_bus_arn;
  static void describe(StructureShape<EventBridgeDestination>& s);
};

struct PinpointDestination {
  std::optional<std::string> application_arn = {};
  static void describe(StructureShape<PinpointDestination>& s);
};

struct EventDestinationDefinition {
  std::optional<bool> enabled = {};
  std::vector<std::string> matching_event_types = {};
  std::optional<KinesisFirehoseDestination> kinesis_firehose_destination = {};
  std::optional<CloudWatchDestination> cloud_watch_destination = {};
  std::optional<SnsDestination> sns_destination = {};
  std::optional<EventBridgeDestination> event_bridge_destination = {};
  std::optional<PinpointDestination> pinpoint_destination = {};
  static void describe(StructureShape<EventDestinationDefinition>& s);
};

// At most 10 of a set. A topic is sent a message, and refused with BadRequestException when it does
// not let SES in; of buses there is the default one.
struct CreateConfigurationSetEventDestination {
  static constexpr OperationName kOperation{
      "sesv2", "CreateConfigurationSetEventDestination", "POST",
      "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::string event_destination_name;
  EventDestinationDefinition event_destination;
  static void describe(StructureShape<CreateConfigurationSetEventDestination>& s);
};

struct EventDestination {
  std::string name = {};
  std::optional<bool> enabled = {};
  std::vector<std::string> matching_event_types = {};
  std::optional<KinesisFirehoseDestination> kinesis_firehose_destination = {};
  std::optional<CloudWatchDestination> cloud_watch_destination = {};
  std::optional<SnsDestination> sns_destination = {};
  std::optional<EventBridgeDestination> event_bridge_destination = {};
  std::optional<PinpointDestination> pinpoint_destination = {};
  static void describe(StructureShape<EventDestination>& s);
};

struct GetConfigurationSetEventDestinationsResult {
  std::vector<EventDestination> event_destinations = {};
  static void describe(StructureShape<GetConfigurationSetEventDestinationsResult>& s);
};

struct GetConfigurationSetEventDestinations {
  static constexpr OperationName kOperation{
      "sesv2", "GetConfigurationSetEventDestinations", "GET",
      "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations"};
  using Result = GetConfigurationSetEventDestinationsResult;
  std::string configuration_set_name;
  static void describe(StructureShape<GetConfigurationSetEventDestinations>& s);
};

struct UpdateConfigurationSetEventDestination {
  static constexpr OperationName kOperation{"sesv2", "UpdateConfigurationSetEventDestination",
                                            "PUT",
                                            "/v2/email/configuration-sets/{ConfigurationSetName}/"
                                            "event-destinations/{EventDestinationName}"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::string event_destination_name;
  EventDestinationDefinition event_destination;
  static void describe(StructureShape<UpdateConfigurationSetEventDestination>& s);
};

struct DeleteConfigurationSetEventDestination {
  static constexpr OperationName kOperation{"sesv2", "DeleteConfigurationSetEventDestination",
                                            "DELETE",
                                            "/v2/email/configuration-sets/{ConfigurationSetName}/"
                                            "event-destinations/{EventDestinationName}"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::string event_destination_name;
  static void describe(StructureShape<DeleteConfigurationSetEventDestination>& s);
};

}  // namespace emu::sesv2
