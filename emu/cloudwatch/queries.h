// The queries of GetMetricData and of alarms on metric math: metrics and expressions that name each
// other by their ids.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/limits.h"
#include "cloudwatch/math.h"
#include "cloudwatch/math_expression.h"
#include "cloudwatch/metric_store.h"

namespace emu::cloudwatch {

// Queries that have been checked, and their expressions parsed.
class Queries {
 public:
  // Errors: ValidationError.
  static Result<Queries> parse(const std::vector<MetricDataQuery>& queries);

  const std::vector<MetricDataQuery>& list() const { return list_; }
  // Of the metrics, or of the query itself where it says so.
  std::chrono::seconds period_of(const MetricDataQuery& query) const;
  // Those whose results are asked for.
  static bool is_returned(const MetricDataQuery& query) { return query.return_data.value_or(true); }

  // Over which time, by what is known now; and what queries have come to, so that none is worked
  // out twice.
  struct Reading {
    MetricStore& store;
    Time start;
    Time end;
    Time now;
    std::map<std::string, MathSeries> results = {};
    MathBudget budget = {.left = kPointsOfRequestMax};
  };
  Result<MathSeries> evaluate(const MetricDataQuery& query, Reading& reading) const;

 private:
  const MetricDataQuery* find(std::string_view id) const;
  Status check_names() const;
  Result<MathSeries> work_out(const MetricDataQuery& query, Reading& reading) const;

  std::vector<MetricDataQuery> list_;
  std::map<std::string, std::size_t, std::less<>> places_ = {};  // in the list, by id
  struct Expression {
    MathNode node;
    std::set<std::string> names = {};  // of the queries that it needs
  };
  std::map<std::string, Expression, std::less<>> expressions_;  // by id
  std::chrono::seconds longest_{60};
};

// Whether a statistic is one, in the words of a refusal.
Status check_statistic(std::string_view statistic);
// "Valid values are 1, 5, 10, 20, 30, and any multiple of 60."
Status check_period(std::int64_t period);
// Of an alarm: "Valid values are 10, 20, 30, and any multiple of 60."
Status check_alarm_period(std::int64_t period);

}  // namespace emu::cloudwatch
