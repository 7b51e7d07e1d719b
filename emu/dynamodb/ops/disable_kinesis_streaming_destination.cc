#include "dynamodb/kinesis_destination.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DisableKinesisStreamingDestinationResult> Dynamodb::disable_kinesis_streaming_destination(
    Call& call, const DisableKinesisStreamingDestination& in) {
  EMU_TRY(Table* const table, settled_table(call, in.table_name));
  EMU_TRY(KinesisDestinationSettings* const settings,
          active_destination(table->settings, in.stream_arn, "DISABLE"));

  settings->is_enabled = false;
  settings->changing = "DISABLING";
  settings->changed = world_.now();
  return DisableKinesisStreamingDestinationResult{.table_name = table->settings.name,
                                                  .stream_arn = in.stream_arn,
                                                  .destination_status = settings->changing};
}

}  // namespace emu::dynamodb
