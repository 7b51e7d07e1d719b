// Members that many of Lambda's operations share.
#pragma once

#include <emu/describe.h>

#include "lambda/patterns.h"

namespace emu::lambda {

// The function in the URI, and which version of it. How long its name or ARN may be differs.
template <class Op>
void describe_function_name(StructureShape<Op>& s, int length_max = 256) {
  s.member("FunctionName", &Op::function_name)
      .path("FunctionName")
      .required()
      .range(1, length_max)
      .pattern(&patterns::is_function_name, patterns::kFunctionName);
}

template <class Op>
void describe_qualifier(StructureShape<Op>& s) {
  s.member("Qualifier", &Op::qualifier)
      .query("Qualifier")
      .range(1, 128)
      .pattern(&patterns::is_qualifier, patterns::kQualifier);
}

template <class Op>
void describe_page(StructureShape<Op>& s, int max_items) {
  s.member("Marker", &Op::marker).query("Marker");
  s.member("MaxItems", &Op::max_items).query("MaxItems").range(1, max_items);
}

}  // namespace emu::lambda
