#include "lambda/stream_batch.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lambda/limits.h"
#include "lambda/partial_answer.h"

namespace emu::lambda {

ReadRecordPtr read_record(dynamodbstreams::Record record, const std::string& stream_arn,
                          std::shared_ptr<const std::string> shard_id) {
  auto out = std::make_shared<ReadRecord>();
  out->record = {.event_id = std::move(record.event_id),
                 .event_name = std::move(record.event_name),
                 .event_version = std::move(record.event_version),
                 .event_source = std::move(record.event_source),
                 .aws_region = std::move(record.aws_region),
                 .dynamodb = std::move(record.dynamodb),
                 .event_source_arn = stream_arn};
  if (record.user_identity) {
    out->record.user_identity =
        DynamodbIdentity{.type = std::move(record.user_identity->type),
                         .principal_id = std::move(record.user_identity->principal_id)};
  }
  out->shard_id = std::move(shard_id);
  return out;
}

StreamEvent event_of(std::span<const ReadRecordPtr> records) {
  StreamEvent event{.payload = R"({"Records":[)", .count = 0};
  for (const ReadRecordPtr& read : records) {
    const std::size_t end = event.payload.size();
    if (event.count > 0) event.payload += ',';
    write_json(shape_of<DynamodbRecord>(), &read->record, event.payload);
    if (event.payload.size() + 2 > kPayloadBytesMax && event.count > 0) {
      event.payload.resize(end);
      break;
    }
    ++event.count;
  }
  event.payload += "]}";
  return event;
}

std::size_t processed_count(std::span<const ReadRecordPtr> records, std::string_view answer) {
  const std::optional<ItemIdentifiers> failed = failed_identifiers(answer);
  if (!failed) return 0;
  std::size_t first = records.size();
  std::size_t known = 0;
  for (std::size_t i = records.size(); i-- > 0;) {
    if (!failed->contains(records[i]->number())) continue;
    first = i;
    ++known;
  }
  return known == failed->size() ? first : 0;
}

std::vector<std::string> numbers_of(std::span<const ReadRecordPtr> records) {
  std::vector<std::string> numbers;
  numbers.reserve(records.size());
  for (const ReadRecordPtr& read : records) numbers.push_back(read->number());
  return numbers;
}

}  // namespace emu::lambda
