#include <string>

#include "dynamodb/kinesis_destination.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeKinesisStreamingDestinationResult> Dynamodb::describe_kinesis_streaming_destination(
    Call& call, const DescribeKinesisStreamingDestination& in) {
  EMU_TRY(const Table* table, table_named(call, in.table_name));
  DescribeKinesisStreamingDestinationResult result{.table_name = table->settings.name};
  for (const KinesisDestinationSettings& settings : table->settings.kinesis_destinations) {
    result.kinesis_data_stream_destinations.push_back(
        {.stream_arn = settings.stream_arn,
         .destination_status =
             std::string(destination_status(settings, world_.now(), options_.table_step)),
         .approximate_creation_date_time_precision = settings.precision});
  }
  return result;
}

}  // namespace emu::dynamodb
