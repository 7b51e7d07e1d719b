// The tables of fixture.h, and `logs` by app and entry, a text; with short ways to fill and read
// them.
#pragma once

#include <emu/describe.h>
#include <emu/json.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/fixture.h"

namespace emu::test {

using Departures = std::vector<int>;

struct ReadsFixture : TableFixture {
  ReadsFixture() {
    aws.send(CreateTable{.attribute_definitions = {{"app", "S"}, {"entry", "S"}},
                         .table_name = "logs",
                         .key_schema = {{"app", "HASH"}, {"entry", "RANGE"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
  }

  // With ten times as many seats.
  void add_trip(const std::string& bus, int departure, const std::string& note = "") {
    Item item{{"bus", S(bus)}, {"departure", N(departure)}, {"seats", N(10 * departure)}};
    if (!note.empty()) item.emplace("note", S(note));
    aws.send(PutItem{.table_name = "trips", .item = std::move(item)}).value();
  }
  void put_log(AttributeValue entry) {
    aws.send(PutItem{.table_name = "logs", .item = {{"app", S("x")}, {"entry", std::move(entry)}}})
        .value();
  }

  // A query of the trips of bus 12 where the request says nothing else.
  Result<QueryResult> try_query(Query request) {
    if (request.table_name.empty()) request.table_name = "trips";
    if (!request.key_condition_expression) request.key_condition_expression = "bus = :b";
    if (request.key_condition_expression->find(":b") != std::string::npos) {
      request.expression_attribute_values.emplace(":b", S("12"));
    }
    return aws.send(request);
  }
  QueryResult query(Query request) { return try_query(std::move(request)).value(); }

  static Departures departures(const std::vector<Item>& items) {
    Departures all;
    for (const Item& item : items) all.push_back(static_cast<int>(item.at("departure").integer()));
    return all;
  }
};

}  // namespace emu::test
