// Members that many of Lambda's operations share.
#pragma once

#include <emu/describe.h>

#include "lambda/patterns.h"

namespace emu::lambda {

// The function in the URI, of an operation that makes or changes a function itself.
template <class Op>
void describe_own_function_name(StructureShape<Op>& s) {
  s.member("FunctionName", &Op::function_name)
      .path("FunctionName")
      .required()
      .range(1, 140)
      .pattern(&patterns::is_function_name, patterns::kFunctionName);
}

// The same of all others, which take names of a namespace as well.
template <class Op>
void describe_function_name(StructureShape<Op>& s) {
  s.member("FunctionName", &Op::function_name)
      .path("FunctionName")
      .required()
      .range(1, 256)
      .pattern(&patterns::is_namespaced_function_name, patterns::kNamespacedFunctionName);
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
