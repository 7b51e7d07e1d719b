#include "dynamodb/read_request.h"

#include <fmt/format.h>

#include "dynamodb/errors.h"
#include "dynamodb/item_write.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

ExpressionParameters parameters_of(const Query& in) {
  ExpressionParameters parameters{.key_condition = &in.key_condition_expression,
                                  .filter = &in.filter_expression,
                                  .projection = &in.projection_expression,
                                  .names = in.expression_attribute_names,
                                  .values = in.expression_attribute_values};
  complete(in, parameters);
  parameters.conditional_operator = &in.conditional_operator;
  if (was_given(in, &Query::query_filter)) parameters.filter_conditions = &in.query_filter;
  if (was_given(in, &Query::key_conditions)) parameters.key_conditions = &in.key_conditions;
  return parameters;
}

ExpressionParameters parameters_of(const Scan& in) {
  ExpressionParameters parameters{.filter = &in.filter_expression,
                                  .projection = &in.projection_expression,
                                  .names = in.expression_attribute_names,
                                  .values = in.expression_attribute_values};
  complete(in, parameters);
  parameters.conditional_operator = &in.conditional_operator;
  if (was_given(in, &Scan::scan_filter)) parameters.filter_conditions = &in.scan_filter;
  return parameters;
}

Status check_start_values(const Item& start) {
  for (const auto& [name, value] : start) {
    const Status status = check_value(value);
    if (!status) {
      return validation(
          fmt::format("The provided starting key is invalid: {}", status.error().message));
    }
  }
  return {};
}

Status check_consistency(const ReadSource& source, bool consistent_read) {
  if (!consistent_read || !source.is_global_index()) return {};
  return validation("Consistent reads are not supported on global secondary indexes");
}

}  // namespace emu::dynamodb
