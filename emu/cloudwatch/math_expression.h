// A metric math expression, parsed: "IF(errors > 5, errors / requests * 100, 0)".
// Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::cloudwatch {

struct MathNode {
  enum class Kind { kNumber, kText, kName, kCall, kOperator };
  Kind kind;
  double number = 0;
  // A name, a text without its quotes, the name of a function in capitals, an operator: "<=".
  std::string text = {};
  std::vector<MathNode> parts = {};  // arguments, or one or two operands
};

// Errors: ValidationError, which names the place.
Result<MathNode> parse_math(std::string_view expression);

// Whether what CloudWatch answers here has the function, and with so many arguments.
bool is_math_function(std::string_view name, std::size_t arguments);

// Visits the ids of other queries that the expression names, METRICS() aside.
void each_name(const MathNode& node, const std::function<void(const std::string&)>& visit);

}  // namespace emu::cloudwatch
