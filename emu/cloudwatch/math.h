// What metric math works on: numbers, time series and arrays of them.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
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

// How many points a request may still look at and work out.
struct MathBudget {
  std::size_t left;
  // Errors: ValidationError.
  Status spend(std::size_t points);
};

// What an expression can reach.
struct MathScope {
  Periods periods;  // of the request; FILL and TIME_SERIES have a value for each
  // What the query of that id comes to. It exists.
  std::function<Result<MathSeries>(const std::string& id)> series;
  // Those of the metrics of the request whose id holds the text.
  std::function<Result<MathArray>(std::string_view part_of_id)> metrics;
  // That of a query that is a metric; nothing for others.
  std::function<std::optional<std::chrono::seconds>(const std::string& id)> period;
  MathBudget& budget;
};

// Errors: ValidationError, where a function is given what it does not take or there is too much to
// work out.
Result<MathValue> evaluate_math(const MathNode& node, const MathScope& scope);

}  // namespace emu::cloudwatch
