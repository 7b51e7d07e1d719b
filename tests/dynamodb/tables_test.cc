// Source: Amazon DynamoDB API Reference, "CreateTable", "DescribeTable", "ListTables",
// "UpdateTable", "DeleteTable".
#include <emu/json.h>

#include <functional>

#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"
#include "dynamodb/fixture.h"
#include "dynamodb/service.h"

namespace emu::test {

namespace {

CreateTable on_demand(std::string name) {
  return {.attribute_definitions = {{"id", "S"}},
          .table_name = std::move(name),
          .key_schema = {{"id", "HASH"}},
          .billing_mode = "PAY_PER_REQUEST"};
}

CreateTable provisioned(std::string name) {
  CreateTable in = on_demand(std::move(name));
  in.billing_mode.reset();
  in.provisioned_throughput =
      ProvisionedThroughput{.read_capacity_units = 5, .write_capacity_units = 6};
  return in;
}

// A world whose tables take half a second to change.
struct SlowTables : Fixture {
  SlowTables() { dynamodb.add_to(world.operations()); }

  std::string status(const std::string& name) {
    return slow.send(DescribeTable{.table_name = name}).value().table.table_status;
  }

  std::int64_t read_units(const std::string& name) {
    return slow.send(DescribeTable{.table_name = name})
        .value()
        .table.provisioned_throughput.read_capacity_units;
  }

  SimScheduler scheduler{SimScheduler::Options{}};
  World world{{.seed = 1, .account = "000000000000", .region = "us-east-1"}, scheduler};
  Dynamodb dynamodb{world, {.table_step = 500ms}};
  Aws slow = world.client(world.unnamed_caller("000000000000", "us-east-1"));
};

}  // namespace

TEST_SUITE("dynamodb: tables") {
  TEST_CASE_FIXTURE(Fixture, "a table is CREATING when the call returns and ACTIVE right after") {
    const auto created = aws.send(on_demand("stats")).value().table_description;
    CHECK(created.table_status == "CREATING");
    CHECK(created.table_arn == "arn:aws:dynamodb:us-east-1:000000000000:table/stats");

    const auto table = aws.send(DescribeTable{.table_name = "stats"}).value().table;
    CHECK(table.table_status == "ACTIVE");
    CHECK(table.table_id == created.table_id);
    CHECK(table.creation_date_time == cloud.now());
    CHECK(table.key_schema.front().attribute_name == "id");
    CHECK(table.billing_mode_summary->billing_mode == "PAY_PER_REQUEST");
    CHECK(table.provisioned_throughput.read_capacity_units == 0);
    CHECK(aws.send(PutItem{.table_name = "stats", .item = {{"id", S("x")}}}).ok());
  }

  TEST_CASE_FIXTURE(Fixture, "a description counts the items and their bytes") {
    aws.send(on_demand("stats")).value();
    aws.send(PutItem{.table_name = "stats", .item = {{"id", S("ab")}, {"n", N(1)}}}).value();
    const auto table = aws.send(DescribeTable{.table_name = "stats"}).value().table;
    CHECK(table.item_count == 1);
    CHECK(table.table_size_bytes == 2 + 2 + 1 + 2);
    aws.send(DeleteItem{.table_name = "stats", .key = {{"id", S("ab")}}}).value();
    CHECK(aws.send(DescribeTable{.table_name = "stats"}).value().table.table_size_bytes == 0);
  }

  TEST_CASE("a Cloud may let its tables take time") {
    Cloud cloud({.dynamodb = {.table_step = 500ms}});
    Aws aws = cloud.aws();
    aws.send(on_demand("stats")).value();
    const auto status = [&] {
      return aws.send(DescribeTable{.table_name = "stats"}).value().table.table_status;
    };
    CHECK(status() == "CREATING");
    cloud.advance(500ms);
    CHECK(status() == "ACTIVE");
  }

  // Amazon DynamoDB Developer Guide, "Understanding DynamoDB warm throughput".
  TEST_CASE_FIXTURE(Fixture, "a table is warm for as much as it was provisioned for, or more") {
    aws.send(on_demand("stats")).value();
    CreateTable in = provisioned("seats");
    in.warm_throughput = WarmThroughput{.read_units_per_second = 100};
    aws.send(in).value();
    const auto warm = [&](const std::string& table) {
      return *aws.send(DescribeTable{.table_name = table}).value().table.warm_throughput;
    };
    CHECK(warm("stats").read_units_per_second == 12'000);
    CHECK(warm("stats").write_units_per_second == 4'000);
    CHECK(warm("seats").read_units_per_second == 100);
    CHECK(warm("seats").write_units_per_second == 6);
    CHECK(warm("seats").status == "ACTIVE");
    UpdateTable update{.table_name = "seats"};
    update.warm_throughput = WarmThroughput{.write_units_per_second = 50};
    aws.send(update).value();
    CHECK(warm("seats").write_units_per_second == 50);
    update.warm_throughput = WarmThroughput{.read_units_per_second = 99};
    const auto refused = aws.send(update);
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) ==
          "One or more parameter values were invalid: Requested ReadUnitsPerSecond for "
          "WarmThroughput for table is lower than current WarmThroughput, decreasing "
          "WarmThroughput is not supported");
    CHECK(warm("seats").read_units_per_second == 100);
  }

  TEST_CASE_FIXTURE(Fixture, "accepted settings are echoed") {
    CreateTable in = provisioned("stats");
    in.stream_specification =
        StreamSpecification{.stream_enabled = true, .stream_view_type = "NEW_IMAGE"};
    in.sse_specification = SseSpecification{.enabled = true, .kms_master_key_id = "alias/mine"};
    in.table_class = "STANDARD_INFREQUENT_ACCESS";
    in.tags = {{.key = "team", .value = "bus"}};
    aws.send(in).value();
    const auto table = aws.send(DescribeTable{.table_name = "stats"}).value().table;
    CHECK(table.provisioned_throughput.write_capacity_units == 6);
    CHECK(table.stream_specification->stream_view_type == "NEW_IMAGE");
    CHECK(table.latest_stream_arn ==
          table.table_arn + "/stream/" + std::string("2026-01-01T00:00:00.000"));
    CHECK(table.sse_description->kms_master_key_arn ==
          "arn:aws:kms:us-east-1:000000000000:alias/mine");
    CHECK(table.table_class_summary->table_class == "STANDARD_INFREQUENT_ACCESS");
  }

  TEST_CASE_FIXTURE(Fixture, "what a table may not be is refused") {
    struct Case {
      std::function<void(CreateTable&)> change;
      std::string message;
    };
    const std::string invalid = "One or more parameter values were invalid: ";
    const Case cases[] = {
        {[](CreateTable& t) { t.table_name = "a"; },
         "TableName must be at least 3 characters long and at most 255 characters long"},
        {[](CreateTable& t) { t.table_name.clear(); },
         "The parameter 'TableName' is required but was not present in the request"},
        {[](CreateTable& t) { t.attribute_definitions.front().attribute_type = "X"; },
         "1 validation error detected: Value 'X' at 'attributeDefinitions.1.member.attributeType' "
         "failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]"},
        {[](CreateTable& t) { t.provisioned_throughput->read_capacity_units = 1'000'000'000'001; },
         "Given value 1000000000001 for ReadCapacityUnits is out of bounds"},
        {[](CreateTable& t) {
           t.key_schema = {{"id", "HASH"}, {"at", "RANGE"}};
         },
         "Invalid KeySchema: Some index key attribute have no definition"},
        {[](CreateTable& t) { t.table_name = "no spaces"; },
         "1 validation error detected: Value 'no spaces' at 'tableName' failed to satisfy "
         "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
        {[](CreateTable& t) {
           t.key_schema = {{"id", "RANGE"}};
         },
         "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
        {[](CreateTable& t) {
           t.key_schema = {{"id", "HASH"}, {"id", "HASH"}};
         },
         "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"},
        {[](CreateTable& t) {
           t.key_schema = {{"id", "HASH"}, {"id", "RANGE"}};
         },
         "Both the Hash Key and the Range Key element in the KeySchema have the same name"},
        {[](CreateTable& t) {
           t.key_schema = {{"other", "HASH"}};
         },
         invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: "
                   "[other], AttributeDefinitions: [id]"},
        {[](CreateTable& t) {
           t.attribute_definitions.push_back({"extra", "N"});
         },
         invalid + "Number of attributes in KeySchema does not exactly match number of attributes "
                   "defined in AttributeDefinitions"},
        {[](CreateTable& t) { t.provisioned_throughput.reset(); },
         invalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when "
                   "BillingMode is PROVISIONED"},
        {[](CreateTable& t) { t.billing_mode = "PAY_PER_REQUEST"; },
         invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                   "BillingMode is PAY_PER_REQUEST"},
        {[](CreateTable& t) { t.provisioned_throughput->read_capacity_units = 0; },
         "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' "
         "failed to satisfy constraint: Member must have value greater than or equal to 1"},
    };
    for (const Case& c : cases) {
      CreateTable in = provisioned("stats");
      c.change(in);
      const auto refused = aws.send(in);
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == c.message);
    }
    CHECK(aws.send(ListTables{}).value().table_names.empty());
  }

  TEST_CASE_FIXTURE(Fixture, "a name is used once in an account and region") {
    aws.send(on_demand("stats")).value();
    const auto refused = aws.send(on_demand("stats"));
    CHECK(code(refused) == "ResourceInUseException");
    CHECK(message(refused) == "Table already exists: stats");
    CHECK(cloud.aws({.region = "eu-west-1"}).send(on_demand("stats")).ok());
    CHECK(cloud.aws({.account = "111122223333"}).send(on_demand("stats")).ok());
  }

  TEST_CASE_FIXTURE(Fixture, "tables are listed by name, in pages") {
    for (const char* name : {"ccc", "aaa", "bbb"}) aws.send(on_demand(name)).value();
    const auto first = aws.send(ListTables{.limit = 2}).value();
    CHECK(first.table_names == std::vector<std::string>{"aaa", "bbb"});
    CHECK(first.last_evaluated_table_name == "bbb");
    const auto rest =
        aws.send(ListTables{.exclusive_start_table_name = first.last_evaluated_table_name}).value();
    CHECK(rest.table_names == std::vector<std::string>{"ccc"});
    CHECK(rest.last_evaluated_table_name.empty());
    CHECK(to_json(rest) == R"({"TableNames":["ccc"]})");
  }

  TEST_CASE_FIXTURE(Fixture, "throughput and billing mode can be changed") {
    aws.send(provisioned("stats")).value();
    UpdateTable in{.table_name = "stats", .provisioned_throughput = ProvisionedThroughput{5, 6}};
    CHECK(message(aws.send(in))
              .starts_with("The provisioned throughput for the table will not change."));
    in.provisioned_throughput->write_capacity_units = 2;
    const auto updating = aws.send(in).value().table_description;
    CHECK(updating.table_status == "UPDATING");
    CHECK(updating.provisioned_throughput.write_capacity_units == 6);
    auto table = aws.send(DescribeTable{.table_name = "stats"}).value().table;
    CHECK(table.provisioned_throughput.number_of_decreases_today == 1);
    CHECK(table.provisioned_throughput.write_capacity_units == 2);

    aws.send(UpdateTable{.table_name = "stats", .billing_mode = "PAY_PER_REQUEST"}).value();
    table = aws.send(DescribeTable{.table_name = "stats"}).value().table;
    CHECK(table.billing_mode_summary->billing_mode == "PAY_PER_REQUEST");
    CHECK(table.provisioned_throughput.read_capacity_units == 0);
    CHECK(message(aws.send(UpdateTable{.table_name = "stats", .billing_mode = "PROVISIONED"})) ==
          "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits "
          "must both be specified when BillingMode is PROVISIONED");
    CHECK(message(aws.send(UpdateTable{.table_name = "stats"})).starts_with("At least one of "));
    const ProvisionedThroughput too_much{.read_capacity_units = 1'000'000'000'001,
                                         .write_capacity_units = 1};
    CHECK(
        message(aws.send(UpdateTable{.table_name = "gone", .provisioned_throughput = too_much})) ==
        "Given value 1000000000001 for ReadCapacityUnits is out of bounds");
    CHECK(message(aws.send(DescribeTable{})) ==
          "The parameter 'TableName' is required but was not present in the request");
    CHECK(message(aws.send(DeleteTable{.table_name = "ab"})) ==
          "TableName must be at least 3 characters long and at most 255 characters long");
  }

  TEST_CASE_FIXTURE(Fixture, "a stream is enabled once and disabled once") {
    aws.send(on_demand("stats")).value();
    const UpdateTable on{.table_name = "stats",
                         .stream_specification = StreamSpecification{true, "KEYS_ONLY"}};
    const UpdateTable off{.table_name = "stats", .stream_specification = StreamSpecification{}};
    CHECK(code(aws.send(off)) == "ValidationException");
    CHECK(aws.send(on).ok());
    CHECK(code(aws.send(on)) == "ValidationException");
    CHECK(aws.send(off).ok());
  }

  TEST_CASE_FIXTURE(TableFixture, "a deleted table is gone with its items") {
    put({{"id", S("x")}});
    const auto deleted = aws.send(DeleteTable{.table_name = "stats"}).value().table_description;
    CHECK(deleted.table_status == "DELETING");
    CHECK(deleted.table_arn.ends_with("table/stats"));
    CHECK(deleted.item_count == 0);
    CHECK(deleted.key_schema.empty());
    CHECK(deleted.attribute_definitions.empty());
    CHECK_FALSE(deleted.creation_date_time.has_value());
    const auto gone = aws.send(DescribeTable{.table_name = "stats"});
    CHECK(code(gone) == "ResourceNotFoundException");
    CHECK(message(gone) == "Requested resource not found: Table: stats not found");
    CHECK(code(aws.send(DeleteTable{.table_name = "stats"})) == "ResourceNotFoundException");
    aws.send(on_demand("stats")).value();
    CHECK(get("x").empty());
  }

  TEST_CASE_FIXTURE(Fixture, "a protected table is deleted only when its protection is off") {
    CreateTable in = on_demand("stats");
    in.deletion_protection_enabled = true;
    aws.send(in).value();
    const auto refused = aws.send(DeleteTable{.table_name = "stats"});
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) ==
          "Resource cannot be deleted as it is currently protected against deletion. Disable "
          "deletion protection first.");
    aws.send(UpdateTable{.table_name = "stats", .deletion_protection_enabled = false}).value();
    CHECK(aws.send(DeleteTable{.table_name = "stats"}).ok());
  }

  TEST_CASE_FIXTURE(SlowTables, "where changes take time, their states are visible") {
    const PutItem put{.table_name = "stats", .item = {{"id", S("x")}}};
    slow.send(on_demand("stats")).value();
    CHECK(status("stats") == "CREATING");
    CHECK(code(slow.send(put)) == "ResourceNotFoundException");
    const auto early = slow.send(DeleteTable{.table_name = "stats"});
    CHECK(code(early) == "ResourceInUseException");
    CHECK(message(early) ==
          "Attempt to change a resource which is still in use: Table is being created: stats");
    scheduler.run_until(scheduler.now() + 500ms);
    CHECK(status("stats") == "ACTIVE");

    slow.send(UpdateTable{.table_name = "stats",
                          .billing_mode = "PROVISIONED",
                          .provisioned_throughput = ProvisionedThroughput{5, 6}})
        .value();
    CHECK(status("stats") == "UPDATING");
    CHECK(read_units("stats") == 0);
    CHECK(slow.send(put).ok());
    CHECK(code(slow.send(UpdateTable{.table_name = "stats", .table_class = "STANDARD"})) ==
          "ResourceInUseException");
    scheduler.run_until(scheduler.now() + 500ms);
    CHECK(read_units("stats") == 5);

    slow.send(DeleteTable{.table_name = "stats"}).value();
    CHECK(status("stats") == "DELETING");
    CHECK(slow.send(DeleteTable{.table_name = "stats"}).ok());
    CHECK(code(slow.send(put)) == "ResourceNotFoundException");
    CHECK(code(slow.send(on_demand("stats"))) == "ResourceInUseException");
    scheduler.run_until(scheduler.now() + 500ms);
    CHECK(slow.send(ListTables{}).value().table_names.empty());
  }
}

}  // namespace emu::test
