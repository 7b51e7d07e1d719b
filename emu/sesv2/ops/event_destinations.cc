#include <utility>

#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

ses::StoredDestination stored_destination(const std::string& name,
                                          const EventDestinationDefinition& given) {
  ses::StoredDestination out{.name = name,
                             .is_enabled = given.enabled.value_or(false),
                             .event_types = given.matching_event_types};
  if (given.sns_destination) out.topic_arn = given.sns_destination->topic_arn;
  if (given.event_bridge_destination) {
    out.event_bus_arn = given.event_bridge_destination->event_bus_arn;
  }
  if (given.cloud_watch_destination) {
    for (const auto& one : given.cloud_watch_destination->dimension_configurations) {
      out.dimensions.push_back({.name = one.dimension_name,
                                .source = one.dimension_value_source,
                                .default_value = one.default_dimension_value});
    }
  }
  if (given.kinesis_firehose_destination) {
    out.firehose_role_arn = given.kinesis_firehose_destination->iam_role_arn;
    out.firehose_stream_arn = given.kinesis_firehose_destination->delivery_stream_arn;
  }
  if (given.pinpoint_destination) {
    out.pinpoint_arn = given.pinpoint_destination->application_arn.value_or(std::string());
  }
  return out;
}

CloudWatchDestination metrics_of(const ses::StoredDestination& kept) {
  CloudWatchDestination out{.dimension_configurations = {}};
  for (const ses::MetricDimensionSource& one : kept.dimensions) {
    out.dimension_configurations.push_back({.dimension_name = one.name,
                                            .dimension_value_source = one.source,
                                            .default_dimension_value = one.default_value});
  }
  return out;
}

EventDestination described(const ses::StoredDestination& kept) {
  EventDestination out{
      .name = kept.name, .enabled = kept.is_enabled, .matching_event_types = kept.event_types};
  if (!kept.topic_arn.empty()) out.sns_destination = SnsDestination{.topic_arn = kept.topic_arn};
  if (!kept.event_bus_arn.empty()) {
    out.event_bridge_destination = EventBridgeDestination{.event_bus_arn = kept.event_bus_arn};
  }
  if (!kept.dimensions.empty()) out.cloud_watch_destination = metrics_of(kept);
  if (!kept.firehose_stream_arn.empty()) {
    out.kinesis_firehose_destination = KinesisFirehoseDestination{
        .iam_role_arn = kept.firehose_role_arn, .delivery_stream_arn = kept.firehose_stream_arn};
  }
  if (!kept.pinpoint_arn.empty()) {
    out.pinpoint_destination = PinpointDestination{.application_arn = kept.pinpoint_arn};
  }
  return out;
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "CreateConfigurationSetEventDestination".
Result<Nothing> SesV2::create_configuration_set_event_destination(
    Call& call, const CreateConfigurationSetEventDestination& in) {
  EMU_CHECK(translated(
      backend_.put_destination(call, in.configuration_set_name,
                               stored_destination(in.event_destination_name, in.event_destination),
                               ses::DestinationChange::kCreate)));
  return Nothing{};
}

Result<GetConfigurationSetEventDestinationsResult> SesV2::get_configuration_set_event_destinations(
    Call& call, const GetConfigurationSetEventDestinations& in) {
  EMU_TRY(const ses::StoredConfigurationSet* set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  GetConfigurationSetEventDestinationsResult out;
  for (const auto& [name, kept] : set->destinations) {
    out.event_destinations.push_back(described(kept));
  }
  return out;
}

Result<Nothing> SesV2::update_configuration_set_event_destination(
    Call& call, const UpdateConfigurationSetEventDestination& in) {
  EMU_CHECK(translated(
      backend_.put_destination(call, in.configuration_set_name,
                               stored_destination(in.event_destination_name, in.event_destination),
                               ses::DestinationChange::kUpdate)));
  return Nothing{};
}

Result<Nothing> SesV2::delete_configuration_set_event_destination(
    Call& call, const DeleteConfigurationSetEventDestination& in) {
  EMU_CHECK(translated(
      backend_.delete_destination(call, in.configuration_set_name, in.event_destination_name)));
  return Nothing{};
}

}  // namespace emu::sesv2
