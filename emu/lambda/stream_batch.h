// The records of a stream on their way to a function.
#pragma once

#include <emu/dynamodbstreams.h>
#include <emu/lambda/events.h>
#include <emu/time.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lambda/under_way.h"

namespace emu::lambda {

struct ReadRecord {
  DynamodbRecord record;
  std::shared_ptr<const std::string> shard_id;
  UnderWay::Place place = 0;

  const std::string& number() const { return record.dynamodb.sequence_number; }
  Time created() const { return record.dynamodb.approximate_creation_date_time; }
};
using ReadRecordPtr = std::shared_ptr<ReadRecord>;

ReadRecordPtr read_record(dynamodbstreams::Record record, const std::string& stream_arn,
                          std::shared_ptr<const std::string> shard_id);

// The event of the first records, as many as fit into 6 MB.
struct StreamEvent {
  std::string payload;
  std::size_t count;
};
StreamEvent event_of(std::span<const ReadRecordPtr> records);

// How many records of a batch have been processed, by what the function answered: those before the
// first one that it names. An answer that cannot be read, or that names what is not in the batch,
// says that none has. Source: Lambda Developer Guide, "Configuring partial batch response with
// DynamoDB and Lambda".
std::size_t processed_count(std::span<const ReadRecordPtr> records, std::string_view answer);

std::vector<std::string> numbers_of(std::span<const ReadRecordPtr> records);

}  // namespace emu::lambda
