// Sources: Amazon DynamoDB Streams API Reference, "GetRecords"; Amazon DynamoDB Developer Guide,
// "Change data capture for DynamoDB Streams".
#include <doctest/doctest.h>
#include <emu/iam.h>

#include <set>

#include "core/text/base64.h"
#include "dynamodbstreams/streams_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodbstreams: GetRecords") {
  // The sizes are those of the page "Using AWS Lambda with Amazon DynamoDB".
  TEST_CASE_FIXTURE(StreamFixture, "each change of an item is a record") {
    aws.send(CreateTable{
                 .attribute_definitions = {{"Id", "N"}},
                 .table_name = "messages",
                 .key_schema = {{"Id", "HASH"}},
                 .billing_mode = billing_modes::kPayPerRequest,
                 .stream_specification =
                     StreamSpecification{.stream_enabled = true,
                                         .stream_view_type = stream_view_types::kNewAndOldImages}})
        .value();
    const std::string arn =
        aws.send(ListStreams{.table_name = "messages"}).value().streams[0].stream_arn;
    cloud.advance(1500ms);
    const Item key{{"Id", N(101)}};
    const Item first{{"Id", N(101)}, {"Message", S("New item!")}};
    const Item second{{"Id", N(101)}, {"Message", S("This item has changed")}};
    put("messages", first);
    put("messages", second);
    aws.send(DeleteItem{.table_name = "messages", .key = key}).value();

    const std::vector<Record> records = read(arn);
    REQUIRE(records.size() == 3);
    CHECK(records[0].event_name == event_names::kInsert);
    CHECK(records[0].event_version == "1.1");
    CHECK(records[0].event_source == "aws:dynamodb");
    CHECK(records[0].aws_region == "us-east-1");
    CHECK(!records[0].user_identity.has_value());
    const StreamRecord& inserted = records[0].dynamodb;
    CHECK(inserted.approximate_creation_date_time == cloud.now() - 500ms);
    CHECK(inserted.keys == key);
    CHECK(inserted.new_image == first);
    CHECK(inserted.old_image.empty());
    CHECK(inserted.size_bytes == 26);
    CHECK(inserted.stream_view_type == stream_view_types::kNewAndOldImages);
    CHECK(records[1].event_name == event_names::kModify);
    CHECK(records[1].dynamodb.old_image == first);
    CHECK(records[1].dynamodb.new_image == second);
    CHECK(records[1].dynamodb.size_bytes == 59);
    CHECK(records[2].event_name == event_names::kRemove);
    CHECK(records[2].dynamodb.old_image == second);
    CHECK(records[2].dynamodb.new_image.empty());
    CHECK(records[2].dynamodb.size_bytes == 38);

    std::set<std::string> event_ids;
    std::string last;
    for (const Record& record : records) {
      event_ids.insert(record.event_id);
      CHECK(record.dynamodb.sequence_number > last);
      CHECK(record.dynamodb.sequence_number.size() >= 21);
      last = record.dynamodb.sequence_number;
    }
    CHECK(event_ids.size() == 3);
  }

  TEST_CASE_FIXTURE(StreamFixture, "a view shows what it says") {
    struct Case {
      const char* view;
      bool shows_old;
      bool shows_new;
    };
    for (const Case& c : {Case{stream_view_types::kKeysOnly, false, false},
                          Case{stream_view_types::kNewImage, false, true},
                          Case{stream_view_types::kOldImage, true, false},
                          Case{stream_view_types::kNewAndOldImages, true, true}}) {
      CAPTURE(c.view);
      const std::string arn = create_table(c.view, c.view);
      put(c.view, {{"id", S("a")}, {"n", N(1)}});
      put(c.view, {{"id", S("a")}, {"n", N(2)}});
      const std::vector<Record> records = read(arn);
      REQUIRE(records.size() == 2);
      CHECK(id_of(records[1]) == "a");
      CHECK(records[1].dynamodb.old_image.empty() == !c.shows_old);
      CHECK(records[1].dynamodb.new_image.empty() == !c.shows_new);
    }
  }

  TEST_CASE_FIXTURE(StreamFixture, "a write that changes nothing is no record") {
    const std::string arn = create_table("orders");
    put("orders", {{"id", S("a")}, {"n", N(1)}});
    put("orders", {{"id", S("a")}, {"n", N("1.0")}});
    aws.send(UpdateItem{.table_name = "orders", .key = {{"id", S("a")}}}).value();
    erase("orders", "b");
    const auto refused = aws.send(PutItem{.table_name = "orders",
                                          .item = {{"id", S("a")}},
                                          .condition_expression = "attribute_not_exists(id)"});
    CHECK(code(refused) == "ConditionalCheckFailedException");
    CHECK(read(arn).size() == 1);
  }

  TEST_CASE_FIXTURE(StreamFixture, "a stream begins empty, and ends with what it had") {
    create_table("orders");
    put("orders", "a");
    disable_stream("orders");
    put("orders", "b");
    enable_stream("orders");
    put("orders", "c");
    const auto streams = aws.send(ListStreams{}).value().streams;
    REQUIRE(streams.size() == 2);
    CHECK(ids(streams[0].stream_arn) == std::vector<std::string>{"a"});
    CHECK(ids(streams[1].stream_arn) == std::vector<std::string>{"c"});
  }

  TEST_CASE_FIXTURE(StreamFixture,
                    "a page has as many records as are asked for, and 1 MB at most") {
    const std::string arn = create_table("orders");
    const std::string shard = shards(arn)[0].shard_id;
    for (int i = 0; i < 1001; ++i) put("orders", std::to_string(i));
    const auto page = aws.send(GetRecords{.shard_iterator = iterator(arn, shard)}).value();
    CHECK(page.records.size() == 1000);
    const auto rest = aws.send(GetRecords{.shard_iterator = *page.next_shard_iterator}).value();
    REQUIRE(rest.records.size() == 1);
    CHECK(id_of(rest.records[0]) == "1000");
    const auto two =
        aws.send(GetRecords{.shard_iterator = iterator(arn, shard), .limit = 2}).value();
    CHECK(two.records.size() == 2);
    CHECK(code(aws.send(GetRecords{.shard_iterator = iterator(arn, shard), .limit = 1001})) ==
          "ValidationException");

    const std::string large = create_table("large");
    for (const char* id : {"a", "b", "c", "d"}) {
      put("large", {{"id", S(id)}, {"text", S(std::string(300'000, 'x'))}});
    }
    const auto three =
        aws.send(GetRecords{.shard_iterator = iterator(large, shards(large)[0].shard_id)}).value();
    CHECK(three.records.size() == 3);
  }

  TEST_CASE_FIXTURE(StreamFixture, "a closed shard ends without a next iterator") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    put("orders", "b");
    std::string at = iterator(arn, shards(arn)[0].shard_id);
    cloud.advance(4h);
    at = iterator(arn, shards(arn)[0].shard_id);
    const auto first = aws.send(GetRecords{.shard_iterator = at, .limit = 1}).value();
    REQUIRE(first.next_shard_iterator.has_value());
    const auto last = aws.send(GetRecords{.shard_iterator = *first.next_shard_iterator}).value();
    CHECK(last.records.size() == 1);
    CHECK(!last.next_shard_iterator.has_value());
  }

  TEST_CASE_FIXTURE(StreamFixture, "an iterator is good for 15 minutes") {
    const std::string arn = create_table("orders");
    const std::string at = iterator(arn, shards(arn)[0].shard_id);
    cloud.advance(15min - 1us);
    const auto page = aws.send(GetRecords{.shard_iterator = at}).value();
    cloud.advance(1us);
    CHECK(code(aws.send(GetRecords{.shard_iterator = at})) == "ExpiredIteratorException");
    CHECK(aws.send(GetRecords{.shard_iterator = *page.next_shard_iterator}).ok());
    const auto invalid = aws.send(GetRecords{.shard_iterator = arn + "|1|x"});
    CHECK(code(invalid) == "ValidationException");
    CHECK(message(invalid) == "Invalid ShardIterator");
  }

  TEST_CASE_FIXTURE(StreamFixture, "an iterator of no time, or of one to come, is refused") {
    const std::string arn = create_table("orders");
    const Shard shard = shards(arn)[0];
    const std::string later = std::to_string(epoch_millis(cloud.now() + 1s) * 1000);
    for (const std::string& issued :
         {std::string("-9223372036854775808"), std::string("-1"), later,
          std::string("9223372036854775807"), std::string("9223372036854775808")}) {
      CAPTURE(issued);
      const std::string fields = shard.shard_id + "," +
                                 shard.sequence_number_range.starting_sequence_number + "," +
                                 issued;
      const auto refused =
          aws.send(GetRecords{.shard_iterator = arn + "|1|" + base64_encode(fields)});
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == "Invalid ShardIterator");
    }
  }

  TEST_CASE_FIXTURE(StreamFixture, "a record can be read for 24 hours, to the microsecond") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    cloud.advance(1h);
    put("orders", "b");
    cloud.advance(23h - 1us);
    const std::string at = iterator(arn, shards(arn)[0].shard_id);
    CHECK(ids(arn) == std::vector<std::string>{"a", "b"});
    cloud.advance(1us);
    const auto trimmed = aws.send(GetRecords{.shard_iterator = at});
    CHECK(code(trimmed) == "TrimmedDataAccessException");
    CHECK(ids(arn) == std::vector<std::string>{"b"});
    CHECK(cloud.look(PeekStream{.stream_arn = arn}).records == 1);
  }

  TEST_CASE_FIXTURE(StreamFixture, "an iterator over nothing that was trimmed goes on") {
    const std::string arn = create_table("orders");
    cloud.advance(1h);
    put("orders", "a");
    cloud.advance(23h + 50min);
    const std::string shard = shards(arn).back().shard_id;
    const std::string at = iterator(arn, shard, shard_iterator_types::kLatest);
    cloud.advance(10min);
    put("orders", "b");
    CHECK(ids(arn) == std::vector<std::string>{"b"});
    CHECK(aws.send(GetRecords{.shard_iterator = at}).value().records.size() == 1);
  }

  TEST_CASE_FIXTURE(StreamFixture, "permissions are those of DynamoDB, on the stream") {
    const std::string arn = create_table("orders");
    const std::string at = iterator(arn, shards(arn)[0].shard_id);
    aws.send(iam::CreateUser{.user_name = "reader"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "reader"}).value().access_key;
    Aws reader = cloud.aws({.access_key_id = key.access_key_id});
    const auto allow = [&](const std::string& resource) {
      aws.send(iam::PutUserPolicy{
                   .user_name = "reader",
                   .policy_name = "p",
                   .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                      R"("Action":"dynamodb:GetRecords","Resource":")" +
                                      resource + R"("}]})"})
          .value();
    };
    allow("arn:aws:dynamodb:us-east-1:000000000000:table/other/stream/*");
    CHECK(code(reader.send(GetRecords{.shard_iterator = at})) == "AccessDeniedException");
    allow("arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/*");
    CHECK(reader.send(GetRecords{.shard_iterator = at}).ok());
    CHECK(code(reader.send(DescribeStream{.stream_arn = arn})) == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(StreamFixture, "a table that is rebuilt from its stream is equal to it") {
    const std::string arn = create_table("orders");
    for (int i = 0; i < 500; ++i) {
      const std::string id = std::to_string(i * 7 % 50);
      if (i % 3 == 0) {
        erase("orders", id);
      } else {
        put("orders", {{"id", S(id)}, {"n", N(i % 11)}});
      }
      cloud.advance(1min);
    }
    std::map<std::string, Item> rebuilt;
    for (const Record& record : read(arn)) {
      const auto before = rebuilt.find(id_of(record));
      CHECK((before == rebuilt.end() ? Item() : before->second) == record.dynamodb.old_image);
      if (record.event_name == event_names::kRemove) {
        rebuilt.erase(id_of(record));
      } else {
        rebuilt[id_of(record)] = record.dynamodb.new_image;
      }
    }
    for (int id = 0; id < 50; ++id) {
      const auto item =
          aws.send(GetItem{.table_name = "orders", .key = {{"id", S(std::to_string(id))}}})
              .value()
              .item;
      const auto found = rebuilt.find(std::to_string(id));
      CHECK((found == rebuilt.end() ? Item() : found->second) == item);
    }
  }
}

}  // namespace emu::test
