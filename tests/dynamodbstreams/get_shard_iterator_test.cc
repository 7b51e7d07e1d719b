// Source: Amazon DynamoDB Streams API Reference, "GetShardIterator".
#include <doctest/doctest.h>

#include "dynamodbstreams/streams_fixture.h"

namespace emu::test {

namespace {

struct ThreeRecords : StreamFixture {
  std::string arn = create_table("orders");
  std::string shard = shards(arn)[0].shard_id;
  std::vector<std::string> numbers;

  ThreeRecords() {
    for (const char* id : {"a", "b", "c"}) put("orders", id);
    for (const Record& record : read(arn)) numbers.push_back(record.dynamodb.sequence_number);
  }

  std::vector<std::string> ids_from(const std::string& at) {
    std::vector<std::string> ids;
    for (const Record& record : aws.send(GetRecords{.shard_iterator = at}).value().records) {
      ids.push_back(id_of(record));
    }
    return ids;
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_SUITE("dynamodbstreams: GetShardIterator") {
  TEST_CASE_FIXTURE(ThreeRecords, "an iterator stands where its type says") {
    namespace types = shard_iterator_types;
    CHECK(ids_from(iterator(arn, shard, types::kTrimHorizon)) == Ids{"a", "b", "c"});
    CHECK(ids_from(iterator(arn, shard, types::kAtSequenceNumber, numbers[1])) == Ids{"b", "c"});
    CHECK(ids_from(iterator(arn, shard, types::kAfterSequenceNumber, numbers[1])) == Ids{"c"});
    const std::string latest = iterator(arn, shard, types::kLatest);
    CHECK(ids_from(latest).empty());
    put("orders", "d");
    CHECK(ids_from(latest) == Ids{"d"});
    CHECK(latest.starts_with(arn + "|1|"));
  }

  TEST_CASE_FIXTURE(ThreeRecords, "the latest position of a closed shard is its end") {
    cloud.advance(4h);
    const auto page =
        aws.send(GetRecords{.shard_iterator = iterator(arn, shard, shard_iterator_types::kLatest)})
            .value();
    CHECK(page.records.empty());
    CHECK(!page.next_shard_iterator.has_value());
  }

  TEST_CASE_FIXTURE(ThreeRecords, "a position that there is not is refused") {
    namespace types = shard_iterator_types;
    const std::string other(28, 'x');
    const auto missing = ask_iterator(arn, other, types::kTrimHorizon);
    CHECK(code(missing) == "ResourceNotFoundException");
    CHECK(message(missing) == "Requested resource not found: Shard does not exist");
    CHECK(code(ask_iterator(arn, shard, types::kAtSequenceNumber)) == "ValidationException");
    CHECK(code(ask_iterator(arn, shard, types::kAtSequenceNumber, std::string(21, '9'))) ==
          "ValidationException");
    CHECK(code(ask_iterator(arn, shard, types::kAtSequenceNumber, std::string(21, 'x'))) ==
          "ValidationException");
    CHECK(code(ask_iterator(arn, shard, "SOMEWHERE")) == "ValidationException");
    CHECK(code(ask_iterator(arn + "0", shard, types::kLatest)) == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(ThreeRecords, "a sequence number of a day ago is refused") {
    namespace types = shard_iterator_types;
    cloud.advance(24h - 1us);
    CHECK(ask_iterator(arn, shard, types::kAtSequenceNumber, numbers[0]).ok());
    cloud.advance(1us);
    for (const char* type : {types::kAtSequenceNumber, types::kAfterSequenceNumber}) {
      const auto refused = ask_iterator(arn, shard, type, numbers[0]);
      CHECK(code(refused) == "TrimmedDataAccessException");
      CHECK(message(refused) == "The data you are trying to access has been trimmed");
    }
    CHECK(ids(arn).empty());
  }
}

}  // namespace emu::test
