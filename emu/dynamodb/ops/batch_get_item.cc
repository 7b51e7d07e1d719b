#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "dynamodb/batches.h"
#include "dynamodb/errors.h"
#include "dynamodb/expressions.h"
#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

ExpressionParameters parameters(const KeysAndAttributes& of) {
  ExpressionParameters parameters{.projection = &of.projection_expression,
                                  .names = of.expression_attribute_names,
                                  .values = no_expressions().values};
  complete(of, parameters);
  return parameters;
}

// What is read of one table.
struct TableReads {
  TableReads(const std::string& name, const KeysAndAttributes& of)
      : table_name(name), request(of), expressions(parameters(of)) {}

  const std::string& table_name;
  const KeysAndAttributes& request;
  Expressions expressions;
  Table* table = nullptr;
  std::vector<const StoredItem*> found = {};  // of each key; null where there is none
};

Status check_request(const KeysAndAttributes& in) {
  EMU_CHECK(ParameterKinds()
                .legacy("AttributesToGet", was_given(in, &KeysAndAttributes::attributes_to_get))
                .expression("ProjectionExpression", in.projection_expression.has_value())
                .check());
  for (const Item& key : in.keys) {
    EMU_CHECK(check_item(key));
  }
  return {};
}

// Takes items into the answer as long as they fit.
class Answer {
 public:
  explicit Answer(const BatchGetItem& in) : in_(in) {}

  // Gives the units that they cost.
  double add(const TableReads& reads) {
    std::vector<Item>& items = result_.responses[reads.table_name];
    const bool consistent = reads.request.consistent_read.value_or(false);
    double units = 0;
    for (std::size_t i = 0; i < reads.found.size(); ++i) {
      const StoredItem* item = reads.found[i];
      if (is_full_ || bytes_ + size_of(item) > kBatchBytesMax) {
        is_full_ = true;
        leave(reads, i);
        continue;
      }
      bytes_ += size_of(item);
      units += read_units(size_of(item), consistent);
      if (item != nullptr) items.push_back(reads.expressions.projected(*item));
    }
    if (units == 0) return units;
    if (auto capacity = consumed(in_.return_consumed_capacity, reads.table_name, units)) {
      result_.consumed_capacity.push_back(*std::move(capacity));
    }
    return units;
  }

  BatchGetItemResult finish() { return std::move(result_); }

 private:
  // Leaves a key for the next call.
  void leave(const TableReads& reads, std::size_t key) {
    const auto [left, is_new] = result_.unprocessed_keys.try_emplace(reads.table_name);
    if (is_new) {
      left->second = reads.request;
      left->second.keys.clear();
    }
    left->second.keys.push_back(reads.request.keys[key]);
  }

  const BatchGetItem& in_;
  BatchGetItemResult result_ = {};
  std::size_t bytes_ = 0;
  bool is_full_ = false;
};

}  // namespace

Result<BatchGetItemResult> Dynamodb::batch_get_item(Call& call, const BatchGetItem& in) {
  if (in.request_items.empty()) return request_items_required("BatchGetItem");
  std::size_t keys = 0;
  for (const auto& [name, request] : in.request_items) keys += request.keys.size();
  if (keys > kBatchGetMax) return too_many_batch_items("BatchGetItem");

  // The expressions of all tables are fewer than the reader keeps.
  std::deque<TableReads> tables;
  for (const auto& [name, request] : in.request_items) {
    EMU_CHECK(check_request(request));
    EMU_CHECK(expressions_.read(tables.emplace_back(name, request).expressions));
  }
  for (TableReads& reads : tables) {
    EMU_TRY(Table* const table, usable_table(call, reads.table_name));
    EMU_CHECK(admit(*table, Usage::kRead));
    reads.table = table;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Item& item : reads.request.keys) {
      KeyBytes bytes;
      EMU_TRY(const ItemKey key, key_of_request(*table, item, bytes));
      if (!seen.emplace(key.hash, key.range).second) return duplicate_batch_keys();
      add_subject(call, *table, item);
      reads.found.push_back(table->items.find(key));
    }
  }

  Answer answer(in);
  for (const TableReads& reads : tables) {
    charge(*reads.table, Usage::kRead, answer.add(reads));
  }
  return answer.finish();
}

}  // namespace emu::dynamodb
