// How a SELECT is carried out: as a query for each hash key that its condition names, or as a scan.
// Source: Amazon DynamoDB Developer Guide, "PartiQL select statements for DynamoDB".
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/key_conditions.h"
#include "dynamodb/limits.h"
#include "dynamodb/page.h"
#include "dynamodb/partiql/keys.h"
#include "dynamodb/partiql/page_token.h"
#include "dynamodb/partiql/read.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/partition_read.h"
#include "dynamodb/read_request.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

using expression::Placeholders;
using partiql::Statement;

Error too_many_hash_values() {
  return validation(
      fmt::format("A SELECT can name at most {} values of a partition key", kHashValuesMax));
}

// What of a condition bounds keys, and what is left to filter by. The tests refer to the conjuncts.
class SelectPlan {
 public:
  SelectPlan(const Statement& statement, const ReadSource& source, const Placeholders& placeholders)
      : source_(source), placeholders_(placeholders) {
    if (statement.where) conjuncts_ = partiql::conjuncts_of(*statement.where);
    is_used_.resize(conjuncts_.size());
    const auto hash_tests = partiql::hash_tests(conjuncts_, statement.values, source);
    if (hash_tests.empty()) return;
    hash_values_ = hash_tests.front().values;
    for (std::size_t i = 0; i < hash_tests.size(); ++i) {
      is_used_[hash_tests[i].conjunct] = true;
      tests_.push_back({.attribute = source.hash_keys()[i].name,
                        .type = expression::Condition::Type::kEqual,
                        .value = hash_tests[i].values.front()});
    }
    find_range_tests();
  }

  bool has_hash() const { return !hash_values_.empty(); }

  // One for each hash key, in the order of the statement; none for a scan.
  Result<std::vector<QueryBounds>> bounds() const {
    if (hash_values_.size() > kHashValuesMax) return too_many_hash_values();
    std::vector<QueryBounds> all;
    std::vector<KeyTest> tests = tests_;
    for (const AttributeValue* value : hash_values_) {
      tests.front().value = value;
      EMU_TRY(QueryBounds bounds, query_bounds(source_, tests));
      const bool is_new = std::none_of(all.begin(), all.end(), [&](const QueryBounds& other) {
        return other.hash == bounds.hash;
      });
      if (is_new) all.push_back(std::move(bounds));
    }
    return all;
  }

  // All of the condition when there are no bounds.
  std::optional<expression::Condition> filter() const {
    std::vector<expression::Condition> rest;
    for (std::size_t i = 0; i < conjuncts_.size(); ++i) {
      if (!is_used_[i]) rest.push_back(conjuncts_[i]);
    }
    return partiql::joined(std::move(rest));
  }

 private:
  // A conjunct that compares the attribute alone with values, or null.
  std::optional<KeyTest> test_of(std::size_t at) const {
    const auto tests = key_tests(conjuncts_[at], placeholders_);
    if (!tests || tests->size() != 1) return std::nullopt;
    return tests->front();
  }

  // From the left, equality up to the last.
  void find_range_tests() {
    for (const KeyAttribute& key : source_.range_keys()) {
      std::optional<KeyTest> found;
      for (std::size_t i = 0; i < conjuncts_.size() && !found; ++i) {
        const auto test = test_of(i);
        if (is_used_[i] || !test || test->attribute != key.name) continue;
        found = test;
        is_used_[i] = true;
      }
      if (!found) return;
      tests_.push_back(*found);
      if (found->type != expression::Condition::Type::kEqual) return;
    }
  }

  const ReadSource& source_;
  const Placeholders& placeholders_;
  std::vector<expression::Condition> conjuncts_ = {};
  std::vector<bool> is_used_ = {};
  std::vector<KeyTest> tests_ = {};  // the first is of the hash key
  std::vector<const AttributeValue*> hash_values_ = {};
};

Status check_order(const Statement& statement, const ReadSource& source, bool has_hash) {
  if (statement.order.empty()) return {};
  if (!statement.where) return partiql::order_without_where();
  if (!has_hash) return partiql::order_without_hash_key();
  for (const partiql::OrderKey& key : statement.order) {
    if (!source.is_key(key.attribute)) return partiql::order_by_no_key(key.attribute);
  }
  return {};
}

bool is_hash_key(const ReadSource& source, const std::string& attribute) {
  const auto keys = source.hash_keys();
  return std::any_of(keys.begin(), keys.end(),
                     [&](const KeyAttribute& key) { return key.name == attribute; });
}

// Whether ORDER BY has hash keys, or range keys, from the greatest down. Without it there is no
// order of hash keys but that of the statement.
struct Directions {
  std::optional<bool> hash_is_descending = {};
  bool range_is_descending = false;
};
Directions directions_of(const Statement& statement, const ReadSource& source) {
  Directions directions;
  for (const partiql::OrderKey& key : statement.order) {
    if (is_hash_key(source, key.attribute)) {
      directions.hash_is_descending = key.is_descending;
    } else {
      directions.range_is_descending = key.is_descending;
    }
  }
  return directions;
}

Selection selection_of(const Statement& statement, const ReadSource& source) {
  if (!statement.selected.empty()) return Selection::kSpecific;
  return source.index != nullptr ? Selection::kCovered : Selection::kAll;
}

// Goes on behind the item that the page before has ended with.
Status read_queries(const ReadSource& source, std::vector<QueryBounds> all, const Item& start,
                    const Directions& directions, Page& page) {
  if (directions.hash_is_descending) {
    std::sort(all.begin(), all.end(),
              [](const QueryBounds& a, const QueryBounds& b) { return a.hash < b.hash; });
    if (*directions.hash_is_descending) std::reverse(all.begin(), all.end());
  }
  const bool forward = !directions.range_is_descending;
  auto at = all.begin();
  if (!start.empty()) {
    const std::optional<KeyBytes> position = source.position_of(start);
    if (!position) return partiql::token_does_not_fit();
    at = std::find_if(all.begin(), all.end(),
                      [&](const QueryBounds& bounds) { return bounds.hash == position->hash; });
    if (at == all.end() || !at->range.contain(position->range)) {
      return partiql::token_does_not_fit();
    }
    start_behind(*position, forward, at->range);
  }
  for (; at != all.end(); ++at) {
    if (!read_partition(source, *at, forward, page)) return {};
  }
  return {};
}

Status read_everything(const ReadSource& source, const Item& start, Page& page) {
  std::optional<KeyBytes> position;
  if (!start.empty()) {
    position = source.position_of(start);
    if (!position) return partiql::token_does_not_fit();
  }
  with_entries(source, [&](const auto& partitions) {
    auto walk = position ? partitions.walk_after({.hash = position->hash, .range = position->range})
                         : partitions.walk_from(0);
    for (; !walk.at_end() && page.add(item_of(walk.entry())); walk.next()) continue;
  });
  return {};
}

ExecuteStatementResult answer_of(const ExecuteStatement& in, const Statement& statement,
                                 Page page) {
  QueryResult read = page.finish(Query{.table_name = statement.table,
                                       .consistent_read = in.consistent_read,
                                       .return_consumed_capacity = in.return_consumed_capacity});
  ExecuteStatementResult result;
  result.consumed_capacity = std::move(read.consumed_capacity);
  for (Item& item : read.items) {
    result.items.push_back(partiql::selected(statement, std::move(item)));
  }
  if (!read.last_evaluated_key.empty()) {
    result.next_token = partiql::token_of(in, read.last_evaluated_key);
    result.last_evaluated_key = std::move(read.last_evaluated_key);
  }
  return result;
}

}  // namespace

Result<ExecuteStatementResult> Dynamodb::select(Call& call, const ExecuteStatement& in,
                                                const Statement& statement) {
  EMU_CHECK(check_item(statement.values, Within::kTransaction));
  EMU_TRY(const Item start, partiql::start_of(in));
  EMU_TRY(Table* const table, usable_table(call, statement.table));
  EMU_TRY(const ReadSource source, read_source(*table, statement.index, world_.now()));
  EMU_CHECK(check_consistency(source, in.consistent_read));

  partiql::SelectExpressions expressions(statement);
  if (statement.where) EMU_CHECK(expressions.check(*statement.where));
  const SelectPlan plan(statement, source, expressions.placeholders());
  EMU_CHECK(check_order(statement, source, plan.has_hash()));
  if (auto filter = plan.filter()) expressions.filter_by(*std::move(filter));
  const PageRequest request{.source = source,
                            .expressions = expressions.expressions(),
                            .selection = selection_of(statement, source),
                            .limit = in.limit};
  EMU_CHECK(Page::check_covered(request));
  EMU_TRY(std::vector<QueryBounds> bounds, plan.bounds());
  EMU_CHECK(admit(*table, Usage::kRead, source.index));

  Page page(request);
  if (plan.has_hash()) {
    EMU_CHECK(
        read_queries(source, std::move(bounds), start, directions_of(statement, source), page));
  } else {
    EMU_CHECK(read_everything(source, start, page));
  }
  charge(*table, Usage::kRead, page.units(in.consistent_read), source.index);
  count_returned(*table, Returning::kExecuteStatement, page.count());
  return answer_of(in, statement, std::move(page));
}

}  // namespace emu::dynamodb
