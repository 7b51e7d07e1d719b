#include "dynamodb/errors.h"
#include "dynamodb/kinesis_destination.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error destination_not_disabled() {
  return validation(
      "Table is not in a valid state to enable Kinesis Streaming Destination: "
      "KinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
}

}  // namespace

Result<EnableKinesisStreamingDestinationResult> Dynamodb::enable_kinesis_streaming_destination(
    Call& call, const EnableKinesisStreamingDestination& in) {
  EMU_TRY(Table* const table, settled_table(call, in.table_name));
  KinesisDestinationSettings* settings = find_destination(table->settings, in.stream_arn);
  if (settings != nullptr && settings->is_enabled) return destination_not_disabled();
  if (settings == nullptr) settings = &table->settings.kinesis_destinations.emplace_back();

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
