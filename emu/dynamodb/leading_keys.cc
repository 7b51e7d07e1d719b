// The condition key dynamodb:LeadingKeys: the hash keys of the items that a request is about.
//
// Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access
// control".
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/key_conditions.h"
#include "dynamodb/read_request.h"
#include "dynamodb/read_source.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// Nothing for an item without a hash key, which will be refused.
std::optional<std::string> leading_key(const Table& table, const Item& item) {
  const auto key = item.find(table.hash_key.name);
  if (key == item.end() || key->second.type() != table.hash_key.type) return std::nullopt;
  if (!check_value(key->second)) return std::nullopt;
  return key_text(key->second);
}

// Collects the hash keys of items, each once.
class LeadingKeys {
 public:
  void add(const Table* table, const Item& item) {
    if (table == nullptr) return;
    std::optional<std::string> key = leading_key(*table, item);
    if (key && std::find(keys_.begin(), keys_.end(), *key) == keys_.end()) {
      keys_.push_back(*std::move(key));
    }
  }
  void write(std::vector<ConditionValue>& out) {
    if (!keys_.empty()) out.push_back({.key = "dynamodb:LeadingKeys", .values = std::move(keys_)});
  }

 private:
  std::vector<std::string> keys_ = {};
};

}  // namespace

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
  for (const KeyTest& test : tests.value()) {
    if (test.attribute != hash.name || test.value->type() != hash.type) continue;
    out.push_back({.key = "dynamodb:LeadingKeys", .values = {key_text(*test.value)}});
  }
}

}  // namespace emu::dynamodb
