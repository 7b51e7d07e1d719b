// DynamoDB Streams: the operations. Include <emu/dynamodbstreams.h>.
//
// A stream is a line of shards, one after the other: each is open for four hours and names the one
// before it as its parent. Source: Amazon DynamoDB Streams API Reference, the pages of the
// operations.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodbstreams {

struct Stream {
  std::string stream_arn = {};
  std::string table_name = {};
  std::string stream_label = {};  // when the stream began: "2026-01-01T00:00:00.000"
  static void describe(StructureShape<Stream>& s);
};

struct ListStreamsResult {
  std::vector<Stream> streams = {};            // in the order of their ARNs
  std::string last_evaluated_stream_arn = {};  // empty on the last page
  static void describe(StructureShape<ListStreamsResult>& s);
};

// The streams that can be read: those that are enabled, and those that ended less than a day ago.
struct ListStreams {
  static constexpr OperationName kOperation{"dynamodbstreams", "ListStreams"};
  using Result = ListStreamsResult;
  std::optional<std::string> table_name = {};
  std::optional<std::int32_t> limit = {};  // 1 to 100 (default)
  std::optional<std::string> exclusive_start_stream_arn = {};
  static void describe(StructureShape<ListStreams>& s);
};

// A closed shard has an end.
struct SequenceNumberRange {
  std::string starting_sequence_number = {};
  std::string ending_sequence_number = {};
  static void describe(StructureShape<SequenceNumberRange>& s);
};

struct Shard {
  std::string shard_id = {};
  SequenceNumberRange sequence_number_range = {};
  std::string parent_shard_id = {};  // empty for the first one of a stream
  static void describe(StructureShape<Shard>& s);
};

struct StreamDescription {
  std::string stream_arn = {};
  std::string stream_label = {};
  std::string stream_status = {};     // one of stream_statuses
  std::string stream_view_type = {};  // one of stream_view_types
  Time creation_request_date_time = {};
  std::string table_name = {};
  std::vector<dynamodb::KeySchemaElement> key_schema = {};
  std::vector<Shard> shards = {};            // parents first
  std::string last_evaluated_shard_id = {};  // empty on the last page
  static void describe(StructureShape<StreamDescription>& s);
};

struct DescribeStreamResult {
  StreamDescription stream_description = {};
  static void describe(StructureShape<DescribeStreamResult>& s);
};

// Leaves the children of a shard.
struct ShardFilter {
  std::optional<std::string> type = {};  // CHILD_SHARDS
  std::optional<std::string> shard_id = {};
  static void describe(StructureShape<ShardFilter>& s);
};

struct DescribeStream {
  static constexpr OperationName kOperation{"dynamodbstreams", "DescribeStream"};
  using Result = DescribeStreamResult;
  std::string stream_arn;
  std::optional<std::int32_t> limit = {};  // of shards: 1 to 100 (default)
  std::optional<std::string> exclusive_start_shard_id = {};
  std::optional<ShardFilter> shard_filter = {};
  static void describe(StructureShape<DescribeStream>& s);
};

struct GetShardIteratorResult {
  std::string shard_iterator = {};
  static void describe(StructureShape<GetShardIteratorResult>& s);
};

// An iterator is good for 15 minutes. TrimmedDataAccessException for a sequence number of more than
// a day ago.
struct GetShardIterator {
  static constexpr OperationName kOperation{"dynamodbstreams", "GetShardIterator"};
  using Result = GetShardIteratorResult;
  std::string stream_arn;
  std::string shard_id;
  std::string shard_iterator_type;                  // one of shard_iterator_types
  std::optional<std::string> sequence_number = {};  // with the last two of them
  static void describe(StructureShape<GetShardIterator>& s);
};

// A change of one item.
struct StreamRecord {
  Time approximate_creation_date_time = {};  // the whole second in which the item changed
  dynamodb::Item keys = {};
  dynamodb::Item new_image = {};  // empty where there is none, or the view leaves it out
  dynamodb::Item old_image = {};  // likewise
  std::string sequence_number = {};
  std::int64_t size_bytes = 0;  // of key and images, as DynamoDB counts items
  std::string stream_view_type = {};
  static void describe(StructureShape<StreamRecord>& s);
};

// Who changed the item, when it was DynamoDB itself: its time to live had ended.
struct Identity {
  std::string principal_id = {};  // "dynamodb.amazonaws.com"
  std::string type = {};          // "Service"
  static void describe(StructureShape<Identity>& s);
};

struct Record {
  std::string event_id = {};
  std::string event_name = {};     // one of event_names
  std::string event_version = {};  // "1.1"
  std::string event_source = {};   // "aws:dynamodb"
  std::string aws_region = {};
  StreamRecord dynamodb = {};
  std::optional<Identity> user_identity = {};
  static void describe(StructureShape<Record>& s);
};

struct GetRecordsResult {
  std::vector<Record> records = {};
  // Nothing when the shard is closed and has been read to its end.
  std::optional<std::string> next_shard_iterator = {};
  static void describe(StructureShape<GetRecordsResult>& s);
};

// At most 1 MB. ExpiredIteratorException when the iterator is too old, TrimmedDataAccessException
// when what it points at is.
struct GetRecords {
  static constexpr OperationName kOperation{"dynamodbstreams", "GetRecords"};
  using Result = GetRecordsResult;
  std::string shard_iterator;
  std::optional<std::int32_t> limit = {};  // 1 to 1,000 (default)
  static void describe(StructureShape<GetRecords>& s);
};

}  // namespace emu::dynamodbstreams
