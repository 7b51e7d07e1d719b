// What DynamoDB tells CloudWatch of tables, beside what follows from calls.
#include <emu/dynamodb.h>

#include "cloudwatch/services_fixture.h"

namespace emu::cloudwatch {
namespace {

TEST_SUITE("cloudwatch: metrics of tables") {
  // Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".
  TEST_CASE_FIXTURE(ServicesFixture, "DynamoDB counts units of tables and of global indexes") {
    using namespace dynamodb;
    aws.send(CreateTable{
                 .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"},
                                           {.attribute_name = "row", .attribute_type = "S"}},
                 .table_name = "seats",
                 .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                 .global_secondary_indexes = {{.index_name = "by-row",
                                               .key_schema = {{.attribute_name = "row",
                                                               .key_type = "HASH"}},
                                               .projection = {.projection_type = "KEYS_ONLY"}}},
                 .billing_mode = "PAY_PER_REQUEST"})
        .value();
    const std::string large(3000, 'x');
    aws.send(PutItem{.table_name = "seats",
                     .item = {{"id", S("1")}, {"row", S("A")}, {"text", S(large)}}})
        .value();
    aws.send(PutItem{.table_name = "seats", .item = {{"id", S("2")}}}).value();
    aws.send(GetItem{.table_name = "seats", .key = {{"id", S("1")}}, .consistent_read = true})
        .value();
    aws.send(Query{.table_name = "seats",
                   .index_name = "by-row",
                   .key_condition_expression = "#r = :r",
                   .expression_attribute_names = {{"#r", "row"}},
                   .expression_attribute_values = {{":r", S("A")}}})
        .value();
    aws.send(Scan{.table_name = "seats"}).value();
    aws.send(ExecuteStatement{.statement = "SELECT * FROM seats"}).value();
    cloud.advance(1min);
    const Dimension table{.name = "TableName", .value = "seats"};
    const Dimension index{.name = "GlobalSecondaryIndexName", .value = "by-row"};
    const auto units = [&](std::string name, std::vector<Dimension> dimensions,
                           std::string statistic = "Sum") {
      return minutes("AWS/DynamoDB", std::move(name), std::move(dimensions), std::move(statistic));
    };
    CHECK(units("ConsumedWriteCapacityUnits", {table}) == "4");
    CHECK(units("ConsumedWriteCapacityUnits", {table}, "SampleCount") == "2");
    CHECK(units("ConsumedWriteCapacityUnits", {table}, "Maximum") == "3");
    CHECK(units("ConsumedWriteCapacityUnits", {table, index}) == "1");
    CHECK(units("ConsumedReadCapacityUnits", {table}) == "2");
    CHECK(units("ConsumedReadCapacityUnits", {table, index}, "SampleCount") == "1");
    const auto returned = [&](std::string operation) {
      return units("ReturnedItemCount", {table, {.name = "Operation", .value = operation}});
    };
    CHECK(returned("Query") == "1");
    CHECK(returned("Scan") == "2");
    CHECK(returned("ExecuteStatement") == "2");
    CHECK(returned("GetItem") == "");
  }
}

}  // namespace
}  // namespace emu::cloudwatch
