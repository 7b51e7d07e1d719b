// What metric math works on: numbers, time series and arrays of them.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cloudwatch/math_expression.h"
#include "cloudwatch/series.h"

namespace emu::cloudwatch {

struct MathPoint {
  Time time;
  double value;
};
using MathSeries = std::vector<MathPoint>;  // in the order of time
using MathArray = std::vector<MathSeries>;
using MathValue = std::variant<double, MathSeries, MathArray>;

// What an expression can reach.
struct MathScope {
  Periods periods;  // of the request; FILL and TIME_SERIES have a value for each
  // What the query of that id comes to. It exists.
  std::function<Result<MathSeries>(const std::string& id)> series;
  // Those of the metrics of the request whose id holds the text.
  std::function<Result<MathArray>(std::string_view part_of_id)> metrics;
};

// Errors: ValidationError, where a function is given what it does not take.
Result<MathValue> evaluate_math(const MathNode& node, const MathScope& scope);

}  // namespace emu::cloudwatch
