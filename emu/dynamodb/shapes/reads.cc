#include <emu/describe.h>
#include <emu/dynamodb/reads.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

namespace detail {

// What Query and Scan have in common.
template <class Op>
void describe_read(StructureShape<Op>& s) {
  name(s.member("IndexName", &Op::index_name));
  s.member("Select", &Op::select)
      .one_of({"SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"});
  s.member("AttributesToGet", &Op::attributes_to_get).at_least(1).each({.max = 65535});
  s.member("Limit", &Op::limit).at_least(1);
  s.member("ConsistentRead", &Op::consistent_read);
  s.member("ConditionalOperator", &Op::conditional_operator).one_of({"OR", "AND"});
  s.member("ExclusiveStartKey", &Op::exclusive_start_key);
  describe_return_consumed_capacity(s);
  s.member("ProjectionExpression", &Op::projection_expression);
  s.member("FilterExpression", &Op::filter_expression);
  s.member("ExpressionAttributeNames", &Op::expression_attribute_names);
  s.member("ExpressionAttributeValues", &Op::expression_attribute_values);
}

template <class R>
void describe_page(StructureShape<R>& s) {
  s.member("Items", &R::items);
  s.member("Count", &R::count);
  s.member("ScannedCount", &R::scanned_count);
  s.member("LastEvaluatedKey", &R::last_evaluated_key);
  s.member("ConsumedCapacity", &R::consumed_capacity);
}

}  // namespace detail

void QueryResult::describe(StructureShape<QueryResult>& s) { detail::describe_page(s); }

void Query::describe(StructureShape<Query>& s) {
  detail::table_name(s.member("TableName", &Query::table_name).required());
  detail::describe_read(s);
  s.member("KeyConditions", &Query::key_conditions);
  s.member("QueryFilter", &Query::query_filter);
  s.member("ScanIndexForward", &Query::scan_index_forward);
  s.member("KeyConditionExpression", &Query::key_condition_expression);
}

void ScanResult::describe(StructureShape<ScanResult>& s) { detail::describe_page(s); }

void Scan::describe(StructureShape<Scan>& s) {
  detail::table_name(s.member("TableName", &Scan::table_name).required());
  detail::describe_read(s);
  s.member("ScanFilter", &Scan::scan_filter);
  s.member("TotalSegments", &Scan::total_segments).range(1, 1'000'000);
  s.member("Segment", &Scan::segment).range(0, 999'999);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::QueryResult);
EMU_DESCRIBED_OPERATION(dynamodb::Query);
EMU_DESCRIBED(dynamodb::ScanResult);
EMU_DESCRIBED_OPERATION(dynamodb::Scan);
}  // namespace emu
