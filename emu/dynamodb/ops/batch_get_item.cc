#include <deque>
#include <optional>
#include <set>
#include <string>
#include <tuple>
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

// What is answered, table by table: items as long as they fit, and the keys that are left.
class Answer {
 public:
  explicit Answer(const BatchGetItem& in) : in_(in) {}

  void begin(const TableReads& reads) {
    reads_ = &reads;
    units_ = 0;
    result_.responses[reads.table_name];
  }

  // The items behind one that does not fit are left with it.
  bool has_room_for(std::size_t key) {
    is_full_ = is_full_ || bytes_ + size_of(reads_->found[key]) > kBatchBytesMax;
    return !is_full_;
  }

  // Gives the units that it costs.
  double take(std::size_t key) {
    const StoredItem* item = reads_->found[key];
    const double units = read_units(size_of(item), reads_->request.consistent_read.value_or(false));
    bytes_ += size_of(item);
    units_ += units;
    is_empty_ = false;
    if (item != nullptr) {
      result_.responses[reads_->table_name].push_back(reads_->expressions.projected(*item));
    }
    return units;
  }

  // Leaves a key for the next call.
  void leave(std::size_t key) {
    const auto [left, is_new] = result_.unprocessed_keys.try_emplace(reads_->table_name);
    if (is_new) {
      left->second = reads_->request;
      left->second.keys.clear();
    }
    left->second.keys.push_back(reads_->request.keys[key]);
  }

  void end() {
    if (units_ == 0) return;
    if (auto capacity = consumed(in_.return_consumed_capacity, reads_->table_name, units_)) {
      result_.consumed_capacity.push_back(*std::move(capacity));
    }
  }

  bool is_empty() const { return is_empty_; }
  BatchGetItemResult finish() { return std::move(result_); }

 private:
  const BatchGetItem& in_;
  const TableReads* reads_ = nullptr;
  double units_ = 0;
  BatchGetItemResult result_ = {};
  std::size_t bytes_ = 0;
  bool is_full_ = false;
  bool is_empty_ = true;
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
  std::set<std::tuple<const Table*, std::string, std::string>> seen;
  for (TableReads& reads : tables) {
    EMU_TRY(Table* const table, usable_table(call, reads.table_name));
    reads.table = table;
    for (const Item& item : reads.request.keys) {
      KeyBytes bytes;
      EMU_TRY(const ItemKey key, key_of_request(*table, item, bytes));
      if (!seen.emplace(table, key.hash, key.range).second) return duplicate_batch_keys();
      add_subject(call, *table, key, item);
      reads.found.push_back(table->items.find(key));
    }
  }

  Answer answer(in);
  std::optional<Error> refusal;
  for (const TableReads& reads : tables) {
    answer.begin(reads);
    for (std::size_t key = 0; key < reads.found.size(); ++key) {
      if (!answer.has_room_for(key)) {
        answer.leave(key);
        continue;
      }
      if (Status admitted = admit(*reads.table, Usage::kRead); !admitted) {
        answer.leave(key);
        if (!refusal) refusal = std::move(admitted.error());
        continue;
      }
      charge(*reads.table, Usage::kRead, answer.take(key));
    }
    answer.end();
  }
  if (refusal && answer.is_empty()) return *std::move(refusal);
  return answer.finish();
}

}  // namespace emu::dynamodb
