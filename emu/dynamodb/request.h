// What the operations on items have in common in their requests and answers.
#pragma once

#include <emu/dynamodb.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/call.h"
#include "dynamodb/stored_item.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

struct Table;

// Parameters of a request that are of the time before expressions, and those that are expressions.
// Each kind is refused beside the other, and the legacy parameters are named first. Source: Amazon
// DynamoDB Developer Guide, "Legacy DynamoDB conditional parameters".
class ParameterKinds {
 public:
  ParameterKinds& legacy(std::string_view name, bool is_given) {
    if (is_given) legacy_.push_back(name);
    return *this;
  }
  ParameterKinds& expression(std::string_view name, bool is_given) {
    // Only a refusal needs their names.
    if (is_given && !legacy_.empty()) expressions_.push_back(name);
    return *this;
  }
  Status check() const {
    if (legacy_.empty() || expressions_.empty()) return {};
    return refusal();
  }

 private:
  Error refusal() const;

  std::vector<std::string_view> legacy_;
  std::vector<std::string_view> expressions_;
};

// Source: Amazon DynamoDB API Reference, "PutItem" and "DeleteItem", ReturnValues.
Status check_returns_old_or_none(const std::optional<std::string>& return_values);

// The kinds of parameters of PutItem and DeleteItem.
template <class Op>
Status check_kinds(const Op& in) {
  return ParameterKinds()
      .legacy("Expected", was_given(in, &Op::expected))
      .legacy("ConditionalOperator", in.conditional_operator.has_value())
      .expression("ConditionExpression", in.condition_expression.has_value())
      .check();
}

template <class Op>
bool returns(const Op& in, std::string_view return_values) {
  return in.return_values && *in.return_values == return_values;
}

// Adds a key to what the trace says the call is about. `item` has its attributes, at least.
void add_subject(Call& call, const Table& table, const ItemKey& key, const Item& item);

// The refusal of a write whose condition does not hold for the item, with the item if that is
// wanted and exists.
Error condition_failed(const StoredItem* item, bool with_item);
// The item that such a refusal shows, or none.
Item item_of_failed_condition(const Error& error);
// Whether a request wants that item.
template <class Op>
bool shows_item_on_failure(const Op& in) {
  return in.return_values_on_condition_check_failure == return_values::kAllOld;
}

// Bytes of an item that may not exist.
inline std::size_t size_of(const StoredItem* item) { return item != nullptr ? item->size() : 0; }

// Units of a write of that many bytes, and of a read.
double write_units(std::size_t bytes);
double read_units(std::size_t bytes, bool consistent);

// As ReturnConsumedCapacity asks.
std::optional<ConsumedCapacity> consumed(const std::optional<std::string>& mode,
                                         const std::string& table, double units);
// Adds what one call for an item cost to the sum of its table.
void add_capacity(const ConsumedCapacity& more, ConsumedCapacity& sum);

}  // namespace emu::dynamodb
