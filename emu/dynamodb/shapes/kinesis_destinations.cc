#include <emu/dynamodb/kinesis_destinations.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void EnableKinesisStreamingConfiguration::describe(
    StructureShape<EnableKinesisStreamingConfiguration>& s) {
  s.member("ApproximateCreationDateTimePrecision",
           &EnableKinesisStreamingConfiguration::approximate_creation_date_time_precision)
      .one_of({"MILLISECOND", "MICROSECOND"});
}

void EnableKinesisStreamingDestinationResult::describe(
    StructureShape<EnableKinesisStreamingDestinationResult>& s) {
  s.member("TableName", &EnableKinesisStreamingDestinationResult::table_name);
  s.member("StreamArn", &EnableKinesisStreamingDestinationResult::stream_arn);
  s.member("DestinationStatus", &EnableKinesisStreamingDestinationResult::destination_status);
  s.member("EnableKinesisStreamingConfiguration",
           &EnableKinesisStreamingDestinationResult::enable_kinesis_streaming_configuration);
}

void EnableKinesisStreamingDestination::describe(
    StructureShape<EnableKinesisStreamingDestination>& s) {
  detail::table_name(
      s.member("TableName", &EnableKinesisStreamingDestination::table_name).required());
  s.member("StreamArn", &EnableKinesisStreamingDestination::stream_arn).required().range(37, 1024);
  s.member("EnableKinesisStreamingConfiguration",
           &EnableKinesisStreamingDestination::enable_kinesis_streaming_configuration);
}

void DisableKinesisStreamingDestinationResult::describe(
    StructureShape<DisableKinesisStreamingDestinationResult>& s) {
  s.member("TableName", &DisableKinesisStreamingDestinationResult::table_name);
  s.member("StreamArn", &DisableKinesisStreamingDestinationResult::stream_arn);
  s.member("DestinationStatus", &DisableKinesisStreamingDestinationResult::destination_status);
  s.member("EnableKinesisStreamingConfiguration",
           &DisableKinesisStreamingDestinationResult::enable_kinesis_streaming_configuration);
}

void DisableKinesisStreamingDestination::describe(
    StructureShape<DisableKinesisStreamingDestination>& s) {
  detail::table_name(
      s.member("TableName", &DisableKinesisStreamingDestination::table_name).required());
  s.member("StreamArn", &DisableKinesisStreamingDestination::stream_arn).required().range(37, 1024);
  s.member("EnableKinesisStreamingConfiguration",
           &DisableKinesisStreamingDestination::enable_kinesis_streaming_configuration);
}

void KinesisDataStreamDestination::describe(StructureShape<KinesisDataStreamDestination>& s) {
  s.member("StreamArn", &KinesisDataStreamDestination::stream_arn);
  s.member("DestinationStatus", &KinesisDataStreamDestination::destination_status);
  s.member("DestinationStatusDescription",
           &KinesisDataStreamDestination::destination_status_description);
  s.member("ApproximateCreationDateTimePrecision",
           &KinesisDataStreamDestination::approximate_creation_date_time_precision);
}

void DescribeKinesisStreamingDestinationResult::describe(
    StructureShape<DescribeKinesisStreamingDestinationResult>& s) {
  s.member("TableName", &DescribeKinesisStreamingDestinationResult::table_name);
  s.member("KinesisDataStreamDestinations",
           &DescribeKinesisStreamingDestinationResult::kinesis_data_stream_destinations)
      .always();
}

void DescribeKinesisStreamingDestination::describe(
    StructureShape<DescribeKinesisStreamingDestination>& s) {
  detail::table_name(
      s.member("TableName", &DescribeKinesisStreamingDestination::table_name).required());
}

void UpdateKinesisStreamingConfiguration::describe(
    StructureShape<UpdateKinesisStreamingConfiguration>& s) {
  s.member("ApproximateCreationDateTimePrecision",
           &UpdateKinesisStreamingConfiguration::approximate_creation_date_time_precision)
      .one_of({"MILLISECOND", "MICROSECOND"});
}

void UpdateKinesisStreamingDestinationResult::describe(
    StructureShape<UpdateKinesisStreamingDestinationResult>& s) {
  s.member("TableName", &UpdateKinesisStreamingDestinationResult::table_name);
  s.member("StreamArn", &UpdateKinesisStreamingDestinationResult::stream_arn);
  s.member("DestinationStatus", &UpdateKinesisStreamingDestinationResult::destination_status);
  s.member("UpdateKinesisStreamingConfiguration",
           &UpdateKinesisStreamingDestinationResult::update_kinesis_streaming_configuration);
}

void UpdateKinesisStreamingDestination::describe(
    StructureShape<UpdateKinesisStreamingDestination>& s) {
  detail::table_name(
      s.member("TableName", &UpdateKinesisStreamingDestination::table_name).required());
  s.member("StreamArn", &UpdateKinesisStreamingDestination::stream_arn).required().range(37, 1024);
  s.member("UpdateKinesisStreamingConfiguration",
           &UpdateKinesisStreamingDestination::update_kinesis_streaming_configuration);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::EnableKinesisStreamingConfiguration);
EMU_DESCRIBED(dynamodb::EnableKinesisStreamingDestinationResult);
EMU_DESCRIBED_OPERATION(dynamodb::EnableKinesisStreamingDestination);
EMU_DESCRIBED(dynamodb::DisableKinesisStreamingDestinationResult);
EMU_DESCRIBED_OPERATION(dynamodb::DisableKinesisStreamingDestination);
EMU_DESCRIBED(dynamodb::KinesisDataStreamDestination);
EMU_DESCRIBED(dynamodb::DescribeKinesisStreamingDestinationResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeKinesisStreamingDestination);
EMU_DESCRIBED(dynamodb::UpdateKinesisStreamingConfiguration);
EMU_DESCRIBED(dynamodb::UpdateKinesisStreamingDestinationResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateKinesisStreamingDestination);
}  // namespace emu
