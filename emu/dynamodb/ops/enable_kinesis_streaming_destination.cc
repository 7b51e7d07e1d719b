#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/kinesis_destination.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error destination_not_disabled() {
  return validation(
      "Table is not in a valid state to enable Kinesis Streaming Destination: "
      "KinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
}

// AWS does not document the text.
Error too_many_destinations() {
  return {.code = errors::kLimitExceededException,
          .message = fmt::format("A table has at most {} Kinesis streaming destinations",
                                 kKinesisDestinationsMax)};
}

// The oldest that is disabled goes.
Status make_room(std::vector<KinesisDestinationSettings>& destinations) {
  if (destinations.size() < kKinesisDestinationsMax) return {};
  const auto disabled = std::find_if_not(destinations.begin(), destinations.end(),
                                         [](const auto& of) { return of.is_enabled; });
  if (disabled == destinations.end()) return too_many_destinations();
  destinations.erase(disabled);
  return {};
}

}  // namespace

Result<EnableKinesisStreamingDestinationResult> Dynamodb::enable_kinesis_streaming_destination(
    Call& call, const EnableKinesisStreamingDestination& in) {
  EMU_TRY(Table* const table, settled_table(call, in.table_name));
  KinesisDestinationSettings* settings = find_destination(table->settings, in.stream_arn);
  if (settings != nullptr && settings->is_enabled) return destination_not_disabled();
  if (settings == nullptr) {
    EMU_CHECK(make_room(table->settings.kinesis_destinations));
    settings = &table->settings.kinesis_destinations.emplace_back();
  }

  const auto& wanted = in.enable_kinesis_streaming_configuration;
  *settings = {.stream_arn = in.stream_arn,
               .is_enabled = true,
               .precision = "MILLISECOND",
               .changing = "ENABLING",
               .changed = world_.now()};
  if (wanted) {
    settings->precision =
        wanted->approximate_creation_date_time_precision.value_or(settings->precision);
  }
  return EnableKinesisStreamingDestinationResult{
      .table_name = table->settings.name,
      .stream_arn = in.stream_arn,
      .destination_status = settings->changing,
      .enable_kinesis_streaming_configuration = EnableKinesisStreamingConfiguration{
          .approximate_creation_date_time_precision = settings->precision}};
}

}  // namespace emu::dynamodb
