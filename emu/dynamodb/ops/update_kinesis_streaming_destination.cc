#include "dynamodb/kinesis_destination.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<UpdateKinesisStreamingDestinationResult> Dynamodb::update_kinesis_streaming_destination(
    Call& call, const UpdateKinesisStreamingDestination& in) {
  EMU_TRY(Table* const table, settled_table(call, in.table_name));
  EMU_TRY(KinesisDestinationSettings* const settings,
          active_destination(table->settings, in.stream_arn, "UPDATE"));

  const auto& wanted = in.update_kinesis_streaming_configuration;
  if (wanted && wanted->approximate_creation_date_time_precision) {
    settings->precision = *wanted->approximate_creation_date_time_precision;
  }
  settings->changing = "UPDATING";
  settings->changed = world_.now();
  return UpdateKinesisStreamingDestinationResult{
      .table_name = table->settings.name,
      .stream_arn = in.stream_arn,
      .destination_status = settings->changing,
      .update_kinesis_streaming_configuration = UpdateKinesisStreamingConfiguration{
          .approximate_creation_date_time_precision = settings->precision}};
}

}  // namespace emu::dynamodb
