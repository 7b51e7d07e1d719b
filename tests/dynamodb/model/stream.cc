#include <emu/dynamodbstreams.h>

#include <optional>

#include "dynamodb/model/run.h"

namespace emu::test::model {

void Run::follow_stream() {
  const auto table = fixture_.aws.send(DescribeTable{.table_name = kTable}).value().table;
  dynamodbstreams::DescribeStream describe{.stream_arn = table.latest_stream_arn};
  const auto stream = fixture_.aws.send(describe).value().stream_description;
  for (const auto& shard : stream.shards) read_shard(stream.stream_arn, shard.shard_id);
}

void Run::read_shard(const std::string& stream, const std::string& shard) {
  std::string& seen = seen_[shard];
  dynamodbstreams::GetShardIterator start{
      .stream_arn = stream, .shard_id = shard, .shard_iterator_type = "TRIM_HORIZON"};
  if (!seen.empty()) {
    start.shard_iterator_type = "AFTER_SEQUENCE_NUMBER";
    start.sequence_number = seen;
  }
  const auto at = fixture_.aws.send(start);
  if (!at && Fixture::code(at) == "TrimmedDataAccessException") return;
  expect(at.ok(), "an iterator: " + Fixture::message(at));
  std::optional<std::string> iterator = at->shard_iterator;
  while (iterator) {
    const auto page = fixture_.aws.send(dynamodbstreams::GetRecords{.shard_iterator = *iterator});
    expect(page.ok(), "records: " + Fixture::message(page));
    for (const auto& record : page->records) {
      seen = record.dynamodb.sequence_number;
      const Key key = key_of(record.dynamodb.keys);
      auto old = rebuilt_.find(key);
      expect_equal(record.dynamodb.old_image, old == rebuilt_.end() ? Item{} : old->second,
                   "the old image of a record");
      expect(record.event_name == (record.dynamodb.new_image.empty() ? "REMOVE"
                                   : old == rebuilt_.end()           ? "INSERT"
                                                                     : "MODIFY"),
             "the name of an event");
      if (record.event_name == "REMOVE") {
        rebuilt_.erase(key);
      } else {
        rebuilt_[key] = record.dynamodb.new_image;
      }
    }
    if (page->records.empty()) break;
    iterator = page->next_shard_iterator;
  }
}

}  // namespace emu::test::model
