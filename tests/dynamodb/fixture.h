// An account with two tables: `stats` by id, and `trips` by bus and departure.
#pragma once

#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/printing.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

using namespace emu::dynamodb;

inline constexpr const char* kStatsArn = "arn:aws:dynamodb:us-east-1:000000000000:table/stats";

struct TableFixture : Fixture {
  TableFixture() {
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "stats",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
    aws.send(CreateTable{.attribute_definitions = {{"bus", "S"}, {"departure", "N"}},
                         .table_name = "trips",
                         .key_schema = {{"bus", "HASH"}, {"departure", "RANGE"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
  }

  Item get(const std::string& id) {
    return aws.send(GetItem{.table_name = "stats", .key = {{"id", S(id)}}}).value().item;
  }
  void put(Item item) { aws.send(PutItem{.table_name = "stats", .item = std::move(item)}).value(); }

  // An update of the item "x" of `stats`.
  Result<UpdateItemResult> update(std::string expression, Item values = {},
                                  std::map<std::string, std::string> names = {}) {
    return aws.send(UpdateItem{.table_name = "stats",
                               .key = {{"id", S("x")}},
                               .update_expression = std::move(expression),
                               .expression_attribute_names = std::move(names),
                               .expression_attribute_values = std::move(values)});
  }
  // Whether a condition holds for the item "x" of `stats`, found out by an update that changes
  // nothing.
  Result<UpdateItemResult> test(std::string condition, Item values = {},
                                std::map<std::string, std::string> names = {}) {
    return aws.send(UpdateItem{.table_name = "stats",
                               .key = {{"id", S("x")}},
                               .condition_expression = std::move(condition),
                               .expression_attribute_names = std::move(names),
                               .expression_attribute_values = std::move(values)});
  }
  bool holds(std::string condition, Item values = {},
             std::map<std::string, std::string> names = {}) {
    const auto result = test(std::move(condition), std::move(values), std::move(names));
    if (!result) REQUIRE(result.error().code == "ConditionalCheckFailedException");
    return result.ok();
  }
};

}  // namespace emu::test
