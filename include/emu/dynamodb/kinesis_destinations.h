// Kinesis data streams as destinations of a table's changes: which there are. Nothing is delivered.
//
// Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct EnableKinesisStreamingConfiguration {
  std::optional<std::string> approximate_creation_date_time_precision = {};
  static void describe(StructureShape<EnableKinesisStreamingConfiguration>& s);
};

struct EnableKinesisStreamingDestinationResult {
  std::string table_name = {};
  std::string stream_arn = {};
  std::string destination_status = {};
  std::optional<EnableKinesisStreamingConfiguration> enable_kinesis_streaming_configuration = {};
  static void describe(StructureShape<EnableKinesisStreamingDestinationResult>& s);
};

// Fails with ResourceNotFoundException, ResourceInUseException, ValidationException unless the
// stream is no destination.
struct EnableKinesisStreamingDestination {
  static constexpr OperationName kOperation{"dynamodb", "EnableKinesisStreamingDestination"};
  using Result = EnableKinesisStreamingDestinationResult;
  std::string table_name;
  std::string stream_arn;
  std::optional<EnableKinesisStreamingConfiguration> enable_kinesis_streaming_configuration = {};
  static void describe(StructureShape<EnableKinesisStreamingDestination>& s);
};

struct DisableKinesisStreamingDestinationResult {
  std::string table_name = {};
  std::string stream_arn = {};
  std::string destination_status = {};
  std::optional<EnableKinesisStreamingConfiguration> enable_kinesis_streaming_configuration = {};
  static void describe(StructureShape<DisableKinesisStreamingDestinationResult>& s);
};

// Fails with ResourceNotFoundException, ValidationException unless the stream is an active
// destination.
struct DisableKinesisStreamingDestination {
  static constexpr OperationName kOperation{"dynamodb", "DisableKinesisStreamingDestination"};
  using Result = DisableKinesisStreamingDestinationResult;
  std::string table_name;
  std::string stream_arn;
  std::optional<EnableKinesisStreamingConfiguration> enable_kinesis_streaming_configuration = {};
  static void describe(StructureShape<DisableKinesisStreamingDestination>& s);
};

struct KinesisDataStreamDestination {
  std::string stream_arn = {};
  std::string destination_status = {};
  std::string destination_status_description = {};
  std::string approximate_creation_date_time_precision = {};
  static void describe(StructureShape<KinesisDataStreamDestination>& s);
};

struct DescribeKinesisStreamingDestinationResult {
  std::string table_name = {};
  std::vector<KinesisDataStreamDestination> kinesis_data_stream_destinations = {};
  static void describe(StructureShape<DescribeKinesisStreamingDestinationResult>& s);
};

struct DescribeKinesisStreamingDestination {
  static constexpr OperationName kOperation{"dynamodb", "DescribeKinesisStreamingDestination"};
  using Result = DescribeKinesisStreamingDestinationResult;
  std::string table_name;
  static void describe(StructureShape<DescribeKinesisStreamingDestination>& s);
};

struct UpdateKinesisStreamingConfiguration {
  std::optional<std::string> approximate_creation_date_time_precision = {};
  static void describe(StructureShape<UpdateKinesisStreamingConfiguration>& s);
};

struct UpdateKinesisStreamingDestinationResult {
  std::string table_name = {};
  std::string stream_arn = {};
  std::string destination_status = {};
  std::optional<UpdateKinesisStreamingConfiguration> update_kinesis_streaming_configuration = {};
  static void describe(StructureShape<UpdateKinesisStreamingDestinationResult>& s);
};

// Changes the precision of an active destination; fails as DisableKinesisStreamingDestination does.
struct UpdateKinesisStreamingDestination {
  static constexpr OperationName kOperation{"dynamodb", "UpdateKinesisStreamingDestination"};
  using Result = UpdateKinesisStreamingDestinationResult;
  std::string table_name;
  std::string stream_arn;
  std::optional<UpdateKinesisStreamingConfiguration> update_kinesis_streaming_configuration = {};
  static void describe(StructureShape<UpdateKinesisStreamingDestination>& s);
};

}  // namespace emu::dynamodb
