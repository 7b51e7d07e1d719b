#include <emu/cloud.h>
#include <emu/dynamodb.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "bench/bare.h"
#include "bench/bench.h"

namespace emu::bench {

namespace {

constexpr int kDynamodbOperations = 200'000;
constexpr int kDynamodbKeys = 10'000;

std::vector<std::string> make_keys() {
  std::vector<std::string> keys;
  keys.reserve(kDynamodbKeys);
  for (int i = 0; i < kDynamodbKeys; ++i) keys.push_back(fmt::format("counter-{:08}", i));
  return keys;
}

void create_table(Aws& aws) {
  aws.send(dynamodb::CreateTable{
               .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
               .table_name = "counters",
               .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
               .billing_mode = "PAY_PER_REQUEST"})
      .value();
}

void add_one(Aws& aws, const std::string& key) {
  aws.send(dynamodb::UpdateItem{.table_name = "counters",
                                .key = {{"id", dynamodb::S(key)}},
                                .update_expression = "ADD requests :one",
                                .expression_attribute_values = {{":one", dynamodb::N(1)}}})
      .value();
}

void put_one(Aws& aws, const std::string& key) {
  aws.send(dynamodb::PutItem{.table_name = "counters",
                             .item = {{"id", dynamodb::S(key)}, {"requests", dynamodb::N(1)}}})
      .value();
}

}  // namespace

std::vector<Row> dynamodb_rows() {
  const std::vector<std::string> keys = make_keys();
  const auto key = [&](int i) -> const std::string& {
    return keys[static_cast<std::size_t>(i) * 7919 % keys.size()];
  };

  Cloud cloud;
  Aws aws = cloud.aws();
  create_table(aws);
  BareTable bare;
  const double add_ns = best_ns(kDynamodbOperations, [&](int i) { add_one(aws, key(i)); });
  const double bare_ns =
      best_ns(kDynamodbOperations, [&](int i) { bare.add(key(i), "requests", "1"); });
  const double get_ns = best_ns(kDynamodbOperations, [&](int i) {
    (void)aws
        .send(dynamodb::GetItem{.table_name = "counters", .key = {{"id", dynamodb::S(key(i))}}})
        .value();
  });
  const double put_ns = best_ns(kDynamodbOperations, [&](int i) { put_one(aws, key(i)); });
  return {{.name = "DynamoDB UpdateItem ADD, 10,000 counters",
           .emu_ns = add_ns,
           .bare_ns = bare_ns,
           .wanted_ratio = 0.2},
          {.name = "DynamoDB GetItem, the same table", .emu_ns = get_ns},
          {.name = "DynamoDB PutItem, the same table", .emu_ns = put_ns}};
}

}  // namespace emu::bench
