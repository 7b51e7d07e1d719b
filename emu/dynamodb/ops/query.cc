#include <fmt/format.h>

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/key_conditions.h"
#include "dynamodb/page.h"
#include "dynamodb/partition_read.h"
#include "dynamodb/read_request.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Status check_parameters(const Query& in) {
  return ParameterKinds()
      .legacy("AttributesToGet", was_given(in, &Query::attributes_to_get))
      .legacy("QueryFilter", was_given(in, &Query::query_filter))
      .legacy("ConditionalOperator", in.conditional_operator.has_value())
      .legacy("KeyConditions", was_given(in, &Query::key_conditions))
      .expression("ProjectionExpression", in.projection_expression.has_value())
      .expression("FilterExpression", in.filter_expression.has_value())
      .expression("KeyConditionExpression", in.key_condition_expression.has_value())
      .check();
}

Error key_conditions_required() {
  return validation(
      "Either the KeyConditions or KeyConditionExpression parameter must be specified in the "
      "request.");
}

Error key_in_filter(std::string_view filter, std::string_view attribute) {
  return validation(
      fmt::format("{} can only contain non-primary key attributes: Primary key attribute: {}",
                  filter, attribute));
}

Status check_filter(const ReadSource& source, const Expressions& expressions) {
  if (expressions.filter == nullptr) return {};
  for (const expression::PathElement& attribute : expressions.filter->attributes) {
    const std::string& name = expressions.placeholders.name(attribute);
    if (source.is_key(name)) {
      const bool is_legacy = expressions.parameters.filter_conditions != nullptr;
      return key_in_filter(is_legacy ? "QueryFilter" : "Filter Expression", name);
    }
  }
  return {};
}

Error invalid_start() { return validation("The provided starting key is invalid"); }

Error start_out_of_bounds() {
  return validation(
      "The provided starting key is outside query boundaries based on provided conditions");
}

Error start_does_not_match_range() {
  return validation("The provided starting key does not match the range key predicate");
}

// Leaves of the bounds what is behind the item that the page before ended with.
Status go_on(const ReadSource& source, const Query& in, QueryBounds& bounds) {
  if (!was_given(in, &Query::exclusive_start_key)) return {};
  std::optional<KeyBytes> start = source.position_of(in.exclusive_start_key);
  if (!start) return invalid_start();
  if (start->hash != bounds.hash) return start_out_of_bounds();
  if (!bounds.range.contain(start->range)) return start_does_not_match_range();
  start_behind(*start, in.scan_index_forward, bounds.range);
  return {};
}

}  // namespace

Result<QueryResult> Dynamodb::query(Call& call, const Query& in) {
  EMU_CHECK(check_parameters(in));
  Expressions expressions(parameters_of(in));
  EMU_CHECK(expressions.check_parameters());
  EMU_CHECK(check_start_values(in.exclusive_start_key));
  EMU_CHECK(expressions_.read(expressions));
  if (expressions.key_condition == nullptr) return key_conditions_required();
  EMU_TRY(const std::vector<KeyTest> tests,
          key_tests(expressions.key_condition->tree, expressions.placeholders));
  EMU_TRY(const Selection selection, selection_of(in));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  EMU_TRY(const ReadSource source, read_source(*table, in.index_name, world_.now()));
  EMU_CHECK(check_consistency(source, in.consistent_read));
  EMU_TRY(QueryBounds bounds, query_bounds(source, tests));
  EMU_CHECK(check_filter(source, expressions));
  const PageRequest request{
      .source = source, .expressions = expressions, .selection = selection, .limit = in.limit};
  EMU_CHECK(Page::check_covered(request));
  EMU_CHECK(go_on(source, in, bounds));
  EMU_CHECK(admit(*table, Usage::kRead, source.index));

  Page page(request);
  read_partition(source, bounds, in.scan_index_forward, page);
  charge(*table, Usage::kRead, page.units(in.consistent_read), source.index);
  count_returned(*table, Returning::kQuery, page.count());
  return page.finish(in);
}

}  // namespace emu::dynamodb
