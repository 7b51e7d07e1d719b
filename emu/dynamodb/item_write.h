// ItemWrite: the write of one item, on its way from a request into its table.
//
//   ItemWrite write({.kind = ItemWrite::Kind::kPut,
//                    .table_name = in.table_name,
//                    .item = in.item,
//                    .expressions = condition_of(in)});
//   EMU_CHECK(expressions_.read(write.expressions));   // what is wrong with the request by itself
//   EMU_CHECK(locate(call, write));                    // the table and the key
//   EMU_CHECK(plan(write));                            // held against the item that is there
//   commit(write);                                     // changes it
//
// Whatever writes items takes these steps, the last three of which belong to one moment: an
// operation on one item, or each step for all writes of a batch, a transaction or statements.
// Nothing changes before the last step, which cannot fail.
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/expressions.h"
#include "dynamodb/key.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

struct Index;
struct Table;

struct IndexUnits {
  const Index* index;
  double units;
};

// It refers to the request, and from plan() on to the item in the table. It stays where it is made,
// since the key refers to its bytes.
struct ItemWrite {
  enum class Kind : std::uint8_t {
    kPut,
    kInsert,  // a put of an item that must be new
    kUpdate,
    kDelete,
    kCheck,  // of a condition, which changes nothing
  };

  struct Request {
    Kind kind;
    const std::string& table_name;
    const Item& item;  // all of it for kPut and kInsert, for the others its key
    ExpressionParameters expressions;
    // Whether the refusal of a condition that does not hold shows the item.
    bool shows_item_on_failure = false;
  };

  explicit ItemWrite(const Request& of) : request(of), expressions(of.expressions) {}
  ItemWrite(const ItemWrite&) = delete;
  ItemWrite& operator=(const ItemWrite&) = delete;

  Request request;
  Expressions expressions;

  bool is_put() const { return request.kind == Kind::kPut || request.kind == Kind::kInsert; }

  // From locate() on.
  Table* table = nullptr;
  ItemKey key = {};
  KeyBytes key_bytes = {};

  // From plan() on.
  const StoredItem* old = nullptr;      // null when there is none
  std::optional<StoredItem> next = {};  // nothing: there will be none

  // Whether commit() has something to do.
  bool changes() const {
    return request.kind != Kind::kCheck && (next.has_value() || old != nullptr);
  }
  // In the table: of the larger of the two items.
  double units() const;
  // In the indexes that the write touches.
  std::vector<IndexUnits> index_units() const;
};

// What a planned write costs in the table and its indexes, as ReturnConsumedCapacity asks.
std::optional<ConsumedCapacity> consumed(const std::optional<std::string>& mode,
                                         const ItemWrite& write);

// What writes and reads of items say beside their expressions: which parameters are given without
// an entry, and those of the time before expressions.
template <class Op>
void complete(const Op& in, ExpressionParameters& out) {
  out.has_empty_names =
      in.expression_attribute_names.empty() && was_given(in, &Op::expression_attribute_names);
  if constexpr (requires { in.expression_attribute_values; }) {
    out.has_empty_values =
        in.expression_attribute_values.empty() && was_given(in, &Op::expression_attribute_values);
  }
  if constexpr (requires { in.expected; }) {
    if (was_given(in, &Op::expected)) out.expected = &in.expected;
    out.conditional_operator = &in.conditional_operator;
  }
  if constexpr (requires { in.attribute_updates; }) {
    if (was_given(in, &Op::attribute_updates)) out.attribute_updates = &in.attribute_updates;
  }
  if constexpr (requires { in.attributes_to_get; }) {
    if (!in.attributes_to_get.empty()) out.attributes_to_get = &in.attributes_to_get;
  }
}
// The parameters of a write whose only expression is a condition, or that has none.
template <class Op>
ExpressionParameters condition_of(const Op& in) {
  ExpressionParameters parameters{.condition = &in.condition_expression,
                                  .names = in.expression_attribute_names,
                                  .values = in.expression_attribute_values};
  complete(in, parameters);
  return parameters;
}
// The same of one with an update, too.
template <class Op>
ExpressionParameters update_of(const Op& in) {
  ExpressionParameters parameters = condition_of(in);
  parameters.update = &in.update_expression;
  return parameters;
}
ExpressionParameters no_expressions();

// Works out what the write makes of the item, anew when that has been done before. Fails when the
// condition does not hold (ConditionalCheckFailedException), when an item to be inserted is there
// (DuplicateItemException), and when the update cannot be made of this item.
Status plan(ItemWrite& write);

}  // namespace emu::dynamodb
