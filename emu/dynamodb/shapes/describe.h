// Members and rules that several operations share.
#pragma once

#include <emu/describe.h>
#include <emu/dynamodb/items.h>
#include <emu/dynamodb/tables.h>

#include <algorithm>
#include <limits>
#include <string_view>

namespace emu::dynamodb {

namespace detail {

template <class Op>
void describe_return_consumed_capacity(StructureShape<Op>& s) {
  s.member("ReturnConsumedCapacity", &Op::return_consumed_capacity)
      .one_of({"INDEXES", "TOTAL", "NONE"});
}

// What the three writes have in common.
template <class Op>
void describe_write(StructureShape<Op>& s) {
  s.member("Expected", &Op::expected);
  s.member("ConditionalOperator", &Op::conditional_operator).one_of({"OR", "AND"});
  s.member("ReturnValues", &Op::return_values)
      .one_of({"ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"});
  describe_return_consumed_capacity(s);
  s.member("ReturnItemCollectionMetrics", &Op::return_item_collection_metrics)
      .one_of({"SIZE", "NONE"});
  s.member("ConditionExpression", &Op::condition_expression);
  s.member("ExpressionAttributeNames", &Op::expression_attribute_names);
  s.member("ExpressionAttributeValues", &Op::expression_attribute_values);
  s.member("ReturnValuesOnConditionCheckFailure", &Op::return_values_on_condition_check_failure)
      .one_of({"ALL_OLD", "NONE"});
}

template <class R>
void describe_write_result(StructureShape<R>& s) {
  s.member("Attributes", &R::attributes);
  s.member("ConsumedCapacity", &R::consumed_capacity);
  s.member("ItemCollectionMetrics", &R::item_collection_metrics);
}

}  // namespace detail

namespace detail {

inline constexpr std::string_view kNamePattern = "[a-zA-Z0-9_.-]+";

constexpr bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
  });
}

inline constexpr std::int64_t kLongMax = std::numeric_limits<std::int64_t>::max();

// The name of a table, or its ARN. How long a name may be is checked with the look-up; one that is
// empty is too short, and no more is said of it.
constexpr bool is_name_or_arn(std::string_view text) {
  return text.empty() || is_name(text) || text.starts_with("arn:");
}
template <class Ref>
Ref table_name(Ref ref) {
  return ref.range(1, 1024).pattern(&is_name_or_arn, kNamePattern);
}

// The name of an index: 3 to 255 characters.
template <class Ref>
Ref name(Ref ref) {
  return ref.range(3, 255).pattern(&is_name, kNamePattern);
}

}  // namespace detail

}  // namespace emu::dynamodb
