// A table with a stream, and a reader that knows its shards.
#pragma once

#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/dynamodbstreams.h>

#include <string>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

using namespace emu::dynamodb;         // NOLINT(google-build-using-namespace)
using namespace emu::dynamodbstreams;  // NOLINT(google-build-using-namespace)

struct StreamFixture : Fixture {
  // Its stream's ARN.
  std::string create_table(const std::string& name,
                           const char* view = stream_view_types::kNewAndOldImages) {
    return aws
        .send(CreateTable{.attribute_definitions = {{"id", "S"}},
                          .table_name = name,
                          .key_schema = {{"id", "HASH"}},
                          .billing_mode = billing_modes::kPayPerRequest,
                          .stream_specification = StreamSpecification{.stream_enabled = true,
                                                                      .stream_view_type = view}})
        .value()
        .table_description.latest_stream_arn;
  }
  void enable_stream(const std::string& table) {
    aws.send(UpdateTable{.table_name = table,
                         .stream_specification =
                             StreamSpecification{.stream_enabled = true,
                                                 .stream_view_type = stream_view_types::kNewImage}})
        .value();
  }
  void disable_stream(const std::string& table) {
    aws.send(UpdateTable{.table_name = table, .stream_specification = StreamSpecification{}})
        .value();
  }

  void put(const std::string& table, Item item) {
    aws.send(PutItem{.table_name = table, .item = std::move(item)}).value();
  }
  void put(const std::string& table, const std::string& id) { put(table, {{"id", S(id)}}); }
  void erase(const std::string& table, const std::string& id) {
    aws.send(DeleteItem{.table_name = table, .key = {{"id", S(id)}}}).value();
  }

  StreamDescription describe(const std::string& arn) {
    return aws.send(DescribeStream{.stream_arn = arn}).value().stream_description;
  }
  std::vector<Shard> shards(const std::string& arn) { return describe(arn).shards; }

  Result<GetShardIteratorResult> ask_iterator(const std::string& arn, const std::string& shard,
                                              const char* type,
                                              std::optional<std::string> number = {}) {
    return aws.send(GetShardIterator{.stream_arn = arn,
                                     .shard_id = shard,
                                     .shard_iterator_type = type,
                                     .sequence_number = std::move(number)});
  }
  std::string iterator(const std::string& arn, const std::string& shard,
                       const char* type = shard_iterator_types::kTrimHorizon,
                       std::optional<std::string> number = {}) {
    return ask_iterator(arn, shard, type, std::move(number)).value().shard_iterator;
  }

  // Everything that can be read, through all shards.
  std::vector<Record> read(const std::string& arn) {
    std::vector<Record> records;
    for (const Shard& shard : shards(arn)) {
      std::optional<std::string> at = iterator(arn, shard.shard_id);
      for (;;) {
        const GetRecordsResult page = aws.send(GetRecords{.shard_iterator = *at}).value();
        records.insert(records.end(), page.records.begin(), page.records.end());
        if (page.records.empty() || !page.next_shard_iterator) break;
        at = page.next_shard_iterator;
      }
    }
    return records;
  }
  static std::string id_of(const Record& record) { return record.dynamodb.keys.at("id").s(); }
  std::vector<std::string> ids(const std::string& arn) {
    std::vector<std::string> ids;
    for (const Record& record : read(arn)) ids.push_back(id_of(record));
    return ids;
  }
};

}  // namespace emu::test
