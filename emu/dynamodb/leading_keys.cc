#include "dynamodb/leading_keys.h"

#include <algorithm>
#include <utility>

#include "dynamodb/key_conditions.h"
#include "dynamodb/read_request.h"
#include "dynamodb/read_source.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

void LeadingKeys::add(const KeyAttribute& hash_key, const AttributeValue& value) {
  if (value.type() != hash_key.type || !check_value(value)) return;
  std::string key = key_text(value);
  if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) keys_.push_back(std::move(key));
}

void LeadingKeys::add(const Table* table, const Item& item) {
  if (table == nullptr) return;
  const auto value = item.find(table->hash_key.name);
  if (value != item.end()) add(table->hash_key, value->second);
}

void LeadingKeys::write(std::vector<ConditionValue>& out) {
  if (!keys_.empty()) out.push_back({.key = "dynamodb:LeadingKeys", .values = std::move(keys_)});
}

Table* Dynamodb::known_table(const Call& call, std::string_view name_or_arn) {
  const Result<Table*> found = find_table(call, name_or_arn);
  return found ? *found : nullptr;
}

void Dynamodb::add_leading_keys(const Call& call, const std::string& table_name, const Item& item,
                                std::vector<ConditionValue>& out) {
  LeadingKeys keys;
  keys.add(known_table(call, table_name), item);
  keys.write(out);
}

void Dynamodb::add_leading_keys(const Call& call, const BatchGetItem& in,
                                std::vector<ConditionValue>& out) {
  LeadingKeys keys;
  for (const auto& [table_name, request] : in.request_items) {
    const Table* table = known_table(call, table_name);
    for (const Item& key : request.keys) keys.add(table, key);
  }
  keys.write(out);
}

void Dynamodb::add_leading_keys(const Call& call, const BatchWriteItem& in,
                                std::vector<ConditionValue>& out) {
  LeadingKeys keys;
  for (const auto& [table_name, requests] : in.request_items) {
    const Table* table = known_table(call, table_name);
    for (const WriteRequest& request : requests) {
      if (request.put_request) keys.add(table, request.put_request->item);
      if (request.delete_request) keys.add(table, request.delete_request->key);
    }
  }
  keys.write(out);
}

void Dynamodb::add_leading_keys(const Call& call, const Query& in,
                                std::vector<ConditionValue>& out) {
  Table* table = known_table(call, in.table_name);
  if (table == nullptr) return;
  const Result<ReadSource> source = read_source(*table, in.index_name, world_.now());
  if (!source) return;
  Expressions expressions(parameters_of(in));
  if (!expressions_.read(expressions) || expressions.key_condition == nullptr) return;
  const auto tests = key_tests(expressions.key_condition->tree, expressions.placeholders);
  if (!tests) return;
  const KeyAttribute& hash = source.value().hash_keys().front();
  LeadingKeys keys;
  for (const KeyTest& test : tests.value()) {
    if (test.attribute == hash.name) keys.add(hash, *test.value);
  }
  keys.write(out);
}

}  // namespace emu::dynamodb
