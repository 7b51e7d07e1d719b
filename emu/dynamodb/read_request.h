// What Query and Scan check of their parameters alike, before and after the table is looked up.
#pragma once

#include <emu/dynamodb/reads.h>
#include <emu/result.h>

#include <optional>

#include "dynamodb/expressions.h"
#include "dynamodb/page.h"
#include "dynamodb/read_source.h"

namespace emu::dynamodb {

ExpressionParameters parameters_of(const Query& in);
ExpressionParameters parameters_of(const Scan& in);

// "The provided starting key is invalid: …" for values that no item may have.
Status check_start_values(const Item& start);

// Of a request that says with `select` and others what it wants.
template <class Op>
Result<Selection> selection_of(const Op& in) {
  return check_select({.select = in.select,
                       .has_attributes_to_get = !in.attributes_to_get.empty(),
                       .has_projection = in.projection_expression.has_value(),
                       .has_index = in.index_name.has_value()});
}

Status check_consistency(const ReadSource& source, bool consistent_read);

}  // namespace emu::dynamodb
