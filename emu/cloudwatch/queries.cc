#include "cloudwatch/queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/statistic.h"
#include "core/text/ascii.h"

namespace emu::cloudwatch {

namespace {

using std::chrono::seconds;

bool is_id(std::string_view id) {
  if (id.empty() || id.front() < 'a' || id.front() > 'z') return false;
  return std::all_of(id.begin(), id.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  });
}

Error invalid_list(std::string_view why) {
  return validation(fmt::format("Invalid metrics list: {}", why));
}

Status check_query(const MetricDataQuery& query) {
  if (!is_id(query.id)) {
    return invalid_list(fmt::format(
        "the id {} does not begin with a lowercase letter, or has characters other than letters, "
        "numbers and underscores.",
        query.id));
  }
  if (query.metric_stat.has_value() == query.expression.has_value()) {
    return invalid_list(
        fmt::format("{} must have either MetricStat or Expression, and not both.", query.id));
  }
  if (!query.metric_stat) {
    return query.period ? check_period(*query.period) : Status();
  }
  const MetricStat& stat = *query.metric_stat;
  if (!stat.metric.namespace_value || !stat.metric.metric_name) {
    return invalid_list(fmt::format("{} needs Namespace and MetricName.", query.id));
  }
  EMU_CHECK(check_period(stat.period));
  return check_statistic(stat.stat);
}

}  // namespace

Status check_statistic(std::string_view statistic) {
  if (Statistic::parse(statistic)) return {};
  return validation(fmt::format("The value {} for parameter Stat is invalid.", statistic));
}

// Source: Amazon CloudWatch API Reference, "MetricStat".
Status check_period(std::int64_t period) {
  const bool is_short = period == 1 || period == 5 || period == 10 || period == 20 || period == 30;
  if (is_short || (period > 0 && period % 60 == 0)) return {};
  return validation(fmt::format("Period must be 1, 5, 10, 20, 30 or a multiple of 60: {}", period));
}

// Source: Amazon CloudWatch API Reference, "PutMetricAlarm".
Status check_alarm_period(std::int64_t period) {
  const bool is_short = period == 10 || period == 20 || period == 30;
  if (is_short || (period > 0 && period % 60 == 0)) return {};
  return validation(fmt::format("Period must be 10, 20, 30 or a multiple of 60: {}", period));
}

Result<Queries> Queries::parse(const std::vector<MetricDataQuery>& queries) {
  Queries parsed;
  parsed.list_ = queries;
  bool has_metric = false;
  for (std::size_t at = 0; at < parsed.list_.size(); ++at) {
    const MetricDataQuery& query = parsed.list_[at];
    EMU_CHECK(check_query(query));
    if (!parsed.places_.emplace(query.id, at).second) {
      return invalid_list(fmt::format("the id {} is not unique.", query.id));
    }
    if (query.metric_stat) {
      const seconds period(query.metric_stat->period);
      parsed.longest_ = has_metric ? std::max(parsed.longest_, period) : period;
      has_metric = true;
      continue;
    }
    auto node = parse_math(*query.expression);
    if (!node) {
      return validation(
          fmt::format("Error in expression '{}': {}", query.id, node.error().message));
    }
    Expression expression{.node = std::move(*node)};
    each_name(expression.node, [&](const std::string& name) { expression.names.insert(name); });
    parsed.expressions_.emplace(query.id, std::move(expression));
  }
  EMU_CHECK(parsed.check_names());
  return parsed;
}

// Every name is that of a query, and no expression needs itself: one after the other can be worked
// out from those before. Each name is looked at once.
Status Queries::check_names() const {
  std::map<std::string_view, std::vector<std::string_view>> needed_by;
  std::map<std::string_view, std::size_t> missing;  // names that an expression waits for
  std::vector<std::string_view> ready;
  for (const auto& [id, expression] : expressions_) {
    std::size_t& waits_for = missing[id];
    for (const std::string& name : expression.names) {
      if (find(name) == nullptr) {
        return validation(
            fmt::format("Error in expression '{}': the id {} is not defined.", id, name));
      }
      if (!expressions_.contains(name)) continue;
      needed_by[name].push_back(id);
      ++waits_for;
    }
    if (waits_for == 0) ready.push_back(id);
  }
  while (!ready.empty()) {
    const std::string_view known = ready.back();
    ready.pop_back();
    missing.erase(known);
    const auto followers = needed_by.find(known);
    if (followers == needed_by.end()) continue;
    for (const std::string_view id : followers->second) {
      if (--missing.at(id) == 0) ready.push_back(id);
    }
  }
  if (missing.empty()) return {};
  return validation(
      fmt::format("Error in expression '{}': it refers to itself.", missing.begin()->first));
}

const MetricDataQuery* Queries::find(std::string_view id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &list_[found->second];
}

seconds Queries::period_of(const MetricDataQuery& query) const {
  if (query.metric_stat) return seconds(query.metric_stat->period);
  return query.period ? seconds(*query.period) : longest_;
}

// What a query needs comes before it. Without recursion, since expressions may form long chains.
Result<MathSeries> Queries::evaluate(const MetricDataQuery& query, Reading& reading) const {
  std::vector<const MetricDataQuery*> waiting = {&query};
  while (!waiting.empty()) {
    const MetricDataQuery& next = *waiting.back();
    const std::size_t before = waiting.size();
    if (const auto expression = expressions_.find(next.id); expression != expressions_.end()) {
      for (const std::string& name : expression->second.names) {
        if (!reading.results.contains(name)) waiting.push_back(find(name));
      }
    }
    if (waiting.size() > before) continue;
    waiting.pop_back();
    if (reading.results.contains(next.id)) continue;
    EMU_TRY(reading.results[next.id], work_out(next, reading));
  }
  return reading.results[query.id];
}

Result<MathSeries> Queries::work_out(const MetricDataQuery& query, Reading& reading) const {
  const Periods periods{.start = reading.start, .end = reading.end, .length = period_of(query)};
  if (query.metric_stat) {
    const Statistic statistic = *Statistic::parse(query.metric_stat->stat);
    const auto collected = reading.store.collect(metric_key(query.metric_stat->metric),
                                                 query.metric_stat->unit.value_or(""), periods,
                                                 reading.now, statistic.keeps());
    EMU_CHECK(reading.budget.spend(collected.looked_at));
    MathSeries out;
    for (const auto& [time, values] : collected.found) {
      if (const auto value = statistic.of(values)) out.push_back({.time = time, .value = *value});
    }
    return out;
  }
  const MathScope scope{
      .periods = periods,
      .series = [&](const std::string& id) -> Result<MathSeries> { return reading.results[id]; },
      .metrics = [&](std::string_view part) -> Result<MathArray> {
        MathArray array;
        for (const MetricDataQuery& each : list_) {
          if (!each.metric_stat || each.id.find(part) == each.id.npos) continue;
          EMU_TRY(array.emplace_back(), evaluate(each, reading));
        }
        return array;
      },
      .period = [&](const std::string& id) -> std::optional<seconds> {
        const MetricDataQuery* named = find(id);
        if (named == nullptr || !named->metric_stat) return std::nullopt;
        return period_of(*named);
      },
      .budget = reading.budget};
  EMU_TRY(MathValue value, evaluate_math(expressions_.find(query.id)->second.node, scope));
  if (auto* series = std::get_if<MathSeries>(&value)) return std::move(*series);
  return validation(
      fmt::format("Error in expression '{}': the result is no single time series.", query.id));
}

}  // namespace emu::cloudwatch
