#include "cloudwatch/math.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "cloudwatch/errors.h"

namespace emu::cloudwatch {

namespace {

using Numbers = std::vector<double>;

// Nothing where there is no result, as of a division by zero.
std::optional<double> apply(std::string_view op, double a, double b) {
  const auto truth = [](bool is_so) { return is_so ? 1.0 : 0.0; };
  if (op == "+") return a + b;
  if (op == "-") return a - b;
  if (op == "*") return a * b;
  if (op == "/") return b == 0 ? std::nullopt : std::optional(a / b);
  if (op == "^") return std::pow(a, b);
  if (op == "==") return truth(a == b);
  if (op == "!=") return truth(a != b);
  if (op == "<") return truth(a < b);
  if (op == ">") return truth(a > b);
  if (op == "<=") return truth(a <= b);
  if (op == ">=") return truth(a >= b);
  if (op == "&&") return truth(a != 0 && b != 0);
  return truth(a != 0 || b != 0);
}

void add_point(Time time, std::optional<double> value, MathSeries& series) {
  if (value && std::isfinite(*value)) series.push_back({.time = time, .value = *value});
}

// Where one of the two has no value, the result has none.
MathSeries combine(std::string_view op, const MathSeries& a, const MathSeries& b) {
  MathSeries out;
  auto other = b.begin();
  for (const MathPoint& point : a) {
    while (other != b.end() && other->time < point.time) ++other;
    if (other == b.end()) break;
    if (other->time == point.time) add_point(point.time, apply(op, point.value, other->value), out);
  }
  return out;
}

template <class Function>
MathSeries each_value(const MathSeries& series, const Function& function) {
  MathSeries out;
  for (const MathPoint& point : series) add_point(point.time, function(point.value), out);
  return out;
}

double standard_deviation(const Numbers& numbers) {
  double mean = 0;
  for (const double number : numbers) mean += number / static_cast<double>(numbers.size());
  double squares = 0;
  for (const double number : numbers) squares += (number - mean) * (number - mean);
  return std::sqrt(squares / static_cast<double>(numbers.size()));
}

bool is_reduction(std::string_view name) {
  return name == "SUM" || name == "AVG" || name == "MIN" || name == "MAX" || name == "STDDEV";
}

double reduce(std::string_view name, const Numbers& numbers) {
  if (numbers.empty()) return 0;
  if (name == "MIN") return *std::min_element(numbers.begin(), numbers.end());
  if (name == "MAX") return *std::max_element(numbers.begin(), numbers.end());
  if (name == "STDDEV") return standard_deviation(numbers);
  double sum = 0;
  for (const double number : numbers) sum += number;
  return name == "AVG" ? sum / static_cast<double>(numbers.size()) : sum;
}

// A number of a series; a series of an array, from the values that there are at each time.
MathValue reduce(std::string_view name, const MathValue& value) {
  if (const auto* array = std::get_if<MathArray>(&value)) {
    std::map<Time, Numbers> by_time;
    for (const MathSeries& series : *array) {
      for (const MathPoint& point : series) by_time[point.time].push_back(point.value);
    }
    MathSeries out;
    for (const auto& [time, numbers] : by_time) add_point(time, reduce(name, numbers), out);
    return out;
  }
  if (const auto* series = std::get_if<MathSeries>(&value)) {
    Numbers numbers;
    for (const MathPoint& point : *series) numbers.push_back(point.value);
    return reduce(name, numbers);
  }
  return value;
}

// What changes from each value to the next, in value, seconds or value for each second.
MathSeries change(std::string_view name, const MathSeries& series) {
  MathSeries out;
  for (std::size_t i = 1; i < series.size(); ++i) {
    const double value = series[i].value - series[i - 1].value;
    const double took = static_cast<double>((series[i].time - series[i - 1].time).count()) / 1e6;
    add_point(series[i].time,
              name == "DIFF"        ? value
              : name == "DIFF_TIME" ? took
                                    : value / took,
              out);
  }
  return out;
}

MathSeries running_sum(const MathSeries& series) {
  MathSeries out;
  double sum = 0;
  for (const MathPoint& point : series) add_point(point.time, sum += point.value, out);
  return out;
}

std::size_t points_in(const MathValue& value) {
  if (const auto* series = std::get_if<MathSeries>(&value)) return series->size();
  std::size_t points = 1;
  if (const auto* array = std::get_if<MathArray>(&value)) {
    for (const MathSeries& series : *array) points += series.size();
  }
  return points;
}

class Evaluation {
 public:
  explicit Evaluation(const MathScope& scope) : scope_(scope) {}

  // What each part of the expression comes to is paid for, so that the next is not begun with more
  // than the budget holds.
  Result<MathValue> of(const MathNode& node) const {
    EMU_TRY(MathValue value, value_of(node));
    EMU_CHECK(scope_.budget.spend(points_in(value)));
    return value;
  }

 private:
  Result<MathValue> value_of(const MathNode& node) const {
    switch (node.kind) {
      case MathNode::Kind::kNumber:
        return MathValue(node.number);
      case MathNode::Kind::kName: {
        EMU_TRY(MathSeries series, scope_.series(node.text));
        return MathValue(std::move(series));
      }
      case MathNode::Kind::kOperator:
        return operation(node);
      case MathNode::Kind::kCall:
        return call(node);
      case MathNode::Kind::kText:
        break;
    }
    return validation("A text is no value of an expression.");
  }

  Result<MathValue> operation(const MathNode& node) const {
    EMU_TRY(const MathValue left, of(node.parts[0]));
    if (node.parts.size() == 1) return binary("-", MathValue(0.0), left);
    EMU_TRY(const MathValue right, of(node.parts[1]));
    return binary(node.text, left, right);
  }

  static Result<MathValue> binary(std::string_view op, const MathValue& left,
                                  const MathValue& right) {
    const auto* a = std::get_if<double>(&left);
    const auto* b = std::get_if<double>(&right);
    if (a != nullptr && b != nullptr) {
      const auto result = apply(op, *a, *b);
      if (!result) return validation("The expression divides by zero.");
      return MathValue(*result);
    }
    const auto one = [&](const MathValue& x, const MathValue& y) -> Result<MathSeries> {
      const auto* series_x = std::get_if<MathSeries>(&x);
      const auto* series_y = std::get_if<MathSeries>(&y);
      if (series_x != nullptr && series_y != nullptr) return combine(op, *series_x, *series_y);
      if (series_x != nullptr) {
        return each_value(*series_x, [&](double v) { return apply(op, v, std::get<double>(y)); });
      }
      return each_value(*series_y, [&](double v) { return apply(op, std::get<double>(x), v); });
    };
    const auto* array_a = std::get_if<MathArray>(&left);
    const auto* array_b = std::get_if<MathArray>(&right);
    if (array_a != nullptr && array_b != nullptr) {
      return validation("Operators do not take two arrays of time series.");
    }
    if (array_a == nullptr && array_b == nullptr) {
      EMU_TRY(MathSeries series, one(left, right));
      return MathValue(std::move(series));
    }
    MathArray out;
    for (const MathSeries& series : array_a != nullptr ? *array_a : *array_b) {
      EMU_TRY(out.emplace_back(), array_a != nullptr ? one(MathValue(series), right)
                                                     : one(left, MathValue(series)));
    }
    return MathValue(std::move(out));
  }

  Result<MathValue> call(const MathNode& node) const {
    const std::string& name = node.text;
    if (name == "METRICS") return metrics(node);
    if (name == "IF") return choose(node);
    if (name == "FILL") return fill(node);
    if (name == "PERIOD") return period(node.parts[0]);
    EMU_TRY(MathValue value, of(node.parts[0]));
    if (is_reduction(name)) return reduce(name, value);
    if (name == "METRIC_COUNT") return count(value);
    if (name == "TIME_SERIES") return time_series(value);
    if (const auto* number = std::get_if<double>(&value)) {
      MathSeries one{{.time = scope_.periods.start, .value = *number}};
      EMU_TRY(const MathValue result, of_series(name, one));
      const auto* series = std::get_if<MathSeries>(&result);
      if (series == nullptr || series->empty()) return result;
      return MathValue(series->front().value);
    }
    if (const auto* series = std::get_if<MathSeries>(&value)) return of_series(name, *series);
    return of_array(name, std::get<MathArray>(value));
  }

  Result<MathValue> of_array(std::string_view name, const MathArray& array) const {
    MathArray out;
    for (const MathSeries& series : array) {
      if (name == "REMOVE_EMPTY") {
        if (!series.empty()) out.push_back(series);
        continue;
      }
      EMU_TRY(MathValue value, of_series(name, series));
      auto* result = std::get_if<MathSeries>(&value);
      if (result == nullptr) return misfit(name);
      out.push_back(std::move(*result));
    }
    return MathValue(std::move(out));
  }

  Result<MathValue> of_series(std::string_view name, const MathSeries& series) const {
    const auto by_value = [&](double (*function)(double)) {
      return MathValue(each_value(series, function));
    };
    if (name == "ABS") return by_value([](double v) { return std::fabs(v); });
    if (name == "CEIL") return by_value([](double v) { return std::ceil(v); });
    if (name == "FLOOR") return by_value([](double v) { return std::floor(v); });
    if (name == "EXP") return by_value([](double v) { return std::exp(v); });
    if (name == "SQRT") return by_value([](double v) { return std::sqrt(v); });
    if (name == "LOG") return by_value([](double v) { return std::log(v); });
    if (name == "LOG10") return by_value([](double v) { return std::log10(v); });
    if (name == "DATAPOINT_COUNT") return MathValue(static_cast<double>(series.size()));
    if (name == "RUNNING_SUM") return MathValue(running_sum(series));
    if (name == "REMOVE_EMPTY") return MathValue(series);
    if (name == "DIFF" || name == "DIFF_TIME" || name == "RATE") {
      return MathValue(change(name, series));
    }
    if (name == "FIRST" || name == "LAST") {
      if (series.empty()) return MathValue(MathSeries());
      return MathValue(name == "FIRST" ? series.front().value : series.back().value);
    }
    if (name == "EPOCH") {
      MathSeries out;
      for (const MathPoint& point : series) {
        add_point(point.time, static_cast<double>(epoch_seconds(point.time)), out);
      }
      return MathValue(std::move(out));
    }
    return misfit(name);
  }

  static Error misfit(std::string_view name) {
    return validation(fmt::format("The function {} does not take that.", name));
  }

  Result<MathValue> metrics(const MathNode& node) const {
    if (!node.parts.empty() && node.parts[0].kind != MathNode::Kind::kText)
      return misfit("METRICS");
    EMU_TRY(MathArray array, scope_.metrics(node.parts.empty() ? "" : node.parts[0].text));
    return MathValue(std::move(array));
  }

  // Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics": valid
  // input is metrics, not the results of other expressions.
  Result<MathValue> period(const MathNode& metric) const {
    if (metric.kind != MathNode::Kind::kName) return misfit("PERIOD");
    const auto period = scope_.period(metric.text);
    if (!period) return misfit("PERIOD");
    return MathValue(static_cast<double>(period->count()));
  }

  static Result<MathValue> count(const MathValue& value) {
    const auto* array = std::get_if<MathArray>(&value);
    return MathValue(array == nullptr ? 1.0 : static_cast<double>(array->size()));
  }

  template <class Visit>
  void each_period(const Visit& visit) const {
    for (Time time = scope_.periods.start; time < scope_.periods.end;
         time += scope_.periods.length) {
      visit(time);
    }
  }

  Result<MathValue> time_series(const MathValue& value) const {
    const auto* number = std::get_if<double>(&value);
    if (number == nullptr) return misfit("TIME_SERIES");
    MathSeries out;
    each_period([&](Time time) { add_point(time, *number, out); });
    return MathValue(std::move(out));
  }

  // The value of a branch at a time; a number is the same at all times.
  static std::optional<double> value_at(const MathValue& value, Time time) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    const auto* series = std::get_if<MathSeries>(&value);
    if (series == nullptr) return std::nullopt;
    const auto found =
        std::lower_bound(series->begin(), series->end(), time,
                         [](const MathPoint& point, Time wanted) { return point.time < wanted; });
    if (found == series->end() || found->time != time) return std::nullopt;
    return found->value;
  }

  // Without a third argument there is no value where the condition does not hold.
  Result<MathValue> choose(const MathNode& node) const {
    EMU_TRY(const MathValue condition, of(node.parts[0]));
    EMU_TRY(MathValue chosen, of(node.parts[1]));
    MathValue otherwise = MathSeries();
    if (node.parts.size() == 3) {
      EMU_TRY(otherwise, of(node.parts[2]));
    }
    if (const auto* number = std::get_if<double>(&condition)) {
      return *number != 0 ? std::move(chosen) : std::move(otherwise);
    }
    const auto* series = std::get_if<MathSeries>(&condition);
    if (series == nullptr) return misfit("IF");
    MathSeries out;
    for (const MathPoint& point : *series) {
      add_point(point.time, value_at(point.value != 0 ? chosen : otherwise, point.time), out);
    }
    return MathValue(std::move(out));
  }

  Result<MathValue> fill(const MathNode& node) const {
    EMU_TRY(const MathValue value, of(node.parts[0]));
    const MathNode& how = node.parts[1];
    const bool repeats = how.kind == MathNode::Kind::kName && how.text == "REPEAT";
    const bool is_linear = how.kind == MathNode::Kind::kName && how.text == "LINEAR";
    MathValue filler = 0.0;
    if (!repeats && !is_linear) {
      EMU_TRY(filler, of(how));
    }
    const auto one = [&](const MathSeries& series) {
      MathSeries out;
      auto next = series.begin();
      each_period([&](Time time) {
        while (next != series.end() && next->time < time) ++next;
        if (next != series.end() && next->time == time) return add_point(time, next->value, out);
        if (repeats) return add_point(time, before(series, next), out);
        if (is_linear) return add_point(time, between(series, next, time), out);
        add_point(time, value_at(filler, time), out);
      });
      return out;
    };
    if (const auto* series = std::get_if<MathSeries>(&value)) return MathValue(one(*series));
    const auto* array = std::get_if<MathArray>(&value);
    if (array == nullptr) return misfit("FILL");
    MathArray out;
    const auto periods = (scope_.periods.end - scope_.periods.start) / scope_.periods.length + 1;
    for (const MathSeries& series : *array) {
      EMU_CHECK(scope_.budget.spend(static_cast<std::size_t>(periods)));
      out.push_back(one(series));
    }
    return MathValue(std::move(out));
  }

  static std::optional<double> before(const MathSeries& series, MathSeries::const_iterator next) {
    if (next == series.begin()) return std::nullopt;
    return std::prev(next)->value;
  }

  // On the line from the value before to the one after.
  static std::optional<double> between(const MathSeries& series, MathSeries::const_iterator next,
                                       Time time) {
    if (next == series.begin() || next == series.end()) return std::nullopt;
    const MathPoint& from = *std::prev(next);
    const double part = static_cast<double>((time - from.time).count()) /
                        static_cast<double>((next->time - from.time).count());
    return from.value + part * (next->value - from.value);
  }

  const MathScope& scope_;
};

}  // namespace

Status MathBudget::spend(std::size_t points) {
  if (points > left) {
    left = 0;
    return validation(
        "The request needs too many data points to be worked out. Make the periods longer, the "
        "time shorter or the expressions simpler.");
  }
  left -= points;
  return {};
}

Result<MathValue> evaluate_math(const MathNode& node, const MathScope& scope) {
  return Evaluation(scope).of(node);
}

}  // namespace emu::cloudwatch
