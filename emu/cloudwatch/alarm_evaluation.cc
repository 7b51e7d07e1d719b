#include "cloudwatch/alarm_evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cloudwatch/limits.h"
#include "cloudwatch/texts.h"
#include "core/json/json_writer.h"

namespace emu::cloudwatch {

namespace {

using std::chrono::seconds;

constexpr std::string_view kBreaching = "breaching";
constexpr std::string_view kNotBreaching = "notBreaching";
constexpr std::string_view kIgnore = "ignore";

bool breaches(std::string_view comparison, double value, double threshold) {
  if (comparison == "GreaterThanOrEqualToThreshold") return value >= threshold;
  if (comparison == "GreaterThanThreshold") return value > threshold;
  if (comparison == "LessThanThreshold") return value < threshold;
  return value <= threshold;
}

std::string_view comparison_words(std::string_view comparison) {
  if (comparison == "GreaterThanOrEqualToThreshold") return "greater than or equal to";
  if (comparison == "GreaterThanThreshold") return "greater than";
  if (comparison == "LessThanThreshold") return "less than";
  return "less than or equal to";
}

// The data points of the alarm in a stretch of time, the newest first.
std::vector<AlarmPoint> points_of(const Alarm& alarm, MetricStore& store, const Periods& periods) {
  std::vector<AlarmPoint> points;
  const Time now = periods.end;
  if (alarm.statistic) {
    const auto collected = store.collect(alarm.metric_keys.front(), alarm.metric.unit.value_or(""),
                                         periods, now, alarm.statistic->keeps());
    for (const auto& [time, values] : collected.found) {
      if (const auto value = alarm.statistic->of(values)) {
        points.push_back({.time = time, .value = *value, .count = values.count});
      }
    }
  } else {
    Queries::Reading reading{
        .store = store, .start = periods.start, .end = periods.end, .now = now};
    for (const MetricDataQuery& query : alarm.queries->list()) {
      if (!Queries::is_returned(query)) continue;
      const auto series = alarm.queries->evaluate(query, reading);
      if (!series) continue;
      for (const MathPoint& point : *series) {
        points.push_back({.time = point.time, .value = point.value, .count = 0});
      }
    }
  }
  std::reverse(points.begin(), points.end());
  for (AlarmPoint& point : points) {
    point.is_breaching = breaches(*alarm.metric.comparison_operator, point.value,
                                  alarm.metric.threshold.value_or(0));
  }
  return points;
}

// Whether there are too few samples for a percentile to say anything.
bool is_insignificant(const Alarm& alarm, const std::vector<AlarmPoint>& points) {
  if (alarm.metric.evaluate_low_sample_count_percentile != "ignore") return false;
  if (!alarm.statistic || !alarm.statistic->is_percentile()) return false;
  const double percent = alarm.statistic->percentile();
  const double rarer = percent >= 50 ? 100 - percent : percent;
  const double needed = rarer <= 0 ? 0 : 1000 / rarer;
  return std::any_of(points.begin(), points.end(),
                     [&](const AlarmPoint& point) { return point.count < needed; });
}

// The state when data are missing that are treated as missing or ignored: what there is decides,
// and an alarm does not go off before a breach is as old as it must last.
std::optional<std::string_view> state_without_filling(const Alarm& alarm,
                                                      const AlarmVerdict& verdict, Time at) {
  const std::int64_t wanted = alarm.datapoints_to_alarm();
  const auto breaching = std::count_if(verdict.points.begin(), verdict.points.end(),
                                       [](const AlarmPoint& point) { return point.is_breaching; });
  if (breaching >= wanted) return kAlarm;
  if (std::cmp_less(breaching, verdict.points.size())) return kOk;
  if (alarm.metric.treat_missing_data == kIgnore) return std::nullopt;
  if (verdict.points.empty()) return kInsufficientData;
  const Time oldest = verdict.points.back().time;
  const auto age = (at - oldest) / seconds(alarm.period());
  if (age >= wanted && age <= alarm.evaluation_periods()) return kAlarm;
  return std::nullopt;
}

std::optional<std::string_view> decide(const Alarm& alarm, const AlarmVerdict& verdict, Time at) {
  if (is_insignificant(alarm, verdict.points)) return std::nullopt;
  const std::string treat = alarm.metric.treat_missing_data.value_or("missing");
  const bool fills = treat == kBreaching || treat == kNotBreaching;
  if (verdict.missing > 0 && !fills) return state_without_filling(alarm, verdict, at);
  auto breaching = std::count_if(verdict.points.begin(), verdict.points.end(),
                                 [](const AlarmPoint& point) { return point.is_breaching; });
  if (treat == kBreaching) breaching += verdict.missing;
  return breaching >= alarm.datapoints_to_alarm() ? kAlarm : kOk;
}

std::string_view plural(std::int64_t count) { return count == 1 ? "" : "s"; }
std::string_view was(std::int64_t count) { return count == 1 ? "was" : "were"; }

std::string filled_words(const Alarm& alarm, std::int64_t missing) {
  const bool is_breaching = alarm.metric.treat_missing_data == kBreaching;
  return fmt::format("{} missing datapoint{} {} treated as [{}]", missing, plural(missing),
                     was(missing), is_breaching ? "Breaching" : "NonBreaching");
}

std::string reason_of(const Alarm& alarm, const AlarmVerdict& verdict) {
  const std::string_view state = *verdict.state;
  if (state == kInsufficientData) {
    return fmt::format("Insufficient Data: {} datapoint{} {} unknown.", verdict.missing,
                       plural(verdict.missing), was(verdict.missing));
  }
  const bool goes_off = state == kAlarm;
  std::string listed;
  std::int64_t count = 0;
  for (const AlarmPoint& point : verdict.points) {
    if (point.is_breaching != goes_off) continue;
    if (count++ > 0) listed += ", ";
    listed += fmt::format("{} ({})", number_text(point.value), short_time_text(point.time));
  }
  const std::string_view treat =
      alarm.metric.treat_missing_data ? *alarm.metric.treat_missing_data : std::string_view();
  const bool filled = verdict.missing > 0 && (treat == kBreaching || treat == kNotBreaching);
  if (count == 0) {
    return fmt::format("Threshold Crossed: no datapoints were received for {} period{} and {}.",
                       verdict.missing, plural(verdict.missing),
                       filled_words(alarm, verdict.missing));
  }
  const std::int64_t needed = goes_off
                                  ? alarm.datapoints_to_alarm()
                                  : alarm.evaluation_periods() - alarm.datapoints_to_alarm() + 1;
  return fmt::format(
      "Threshold Crossed: {} out of the last {} datapoints [{}] {} {}{} the threshold ({}){} "
      "(minimum {} datapoint{} for {} -> {} transition).",
      count, std::max<std::int64_t>(count, alarm.evaluation_periods()), listed, was(count),
      goes_off ? "" : "not ", comparison_words(*alarm.metric.comparison_operator),
      number_text(alarm.metric.threshold.value_or(0)),
      filled ? " and " + filled_words(alarm, verdict.missing) : std::string(), needed,
      plural(needed),
      alarm.state.value == kInsufficientData ? (goes_off ? kOk : kAlarm) : alarm.state.value,
      state);
}

std::string reason_data_of(const Alarm& alarm, const AlarmVerdict& verdict, Time at) {
  std::string data;
  JsonWriter writer(data);
  writer.begin_object();
  writer.member("version", "1.0");
  writer.member("queryDate", time_text(at));
  if (!verdict.points.empty()) writer.member("startDate", time_text(verdict.points.back().time));
  if (alarm.metric.unit) writer.member("unit", *alarm.metric.unit);
  if (alarm.metric.statistic) writer.member("statistic", *alarm.metric.statistic);
  if (alarm.metric.extended_statistic) {
    writer.member("statistic", *alarm.metric.extended_statistic);
  }
  writer.member("period", alarm.period());
  writer.key("recentDatapoints");
  writer.begin_array();
  for (auto point = verdict.points.rbegin(); point != verdict.points.rend(); ++point) {
    writer.raw(number_text(point->value));
  }
  writer.end_array();
  writer.key("threshold");
  writer.raw(number_text(alarm.metric.threshold.value_or(0)));
  writer.key("evaluatedDatapoints");
  writer.begin_array();
  for (const AlarmPoint& point : verdict.points) {
    writer.begin_object();
    writer.member("timestamp", time_text(point.time));
    if (point.count > 0) {
      writer.key("sampleCount");
      writer.raw(number_text(point.count));
    }
    writer.key("value");
    writer.raw(number_text(point.value));
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return data;
}

}  // namespace

AlarmVerdict evaluate_alarm(const Alarm& alarm, MetricStore& store, Time at) {
  const seconds period(alarm.period());
  const std::int64_t wanted = alarm.evaluation_periods();
  const Periods periods{
      .start = at - period * (wanted + kExtraPoints), .end = at, .length = period};
  AlarmVerdict verdict{.points = points_of(alarm, store, periods), .start = periods.start};
  verdict.is_without_data = verdict.points.empty();
  if (std::cmp_greater(verdict.points.size(), wanted)) {
    verdict.points.resize(static_cast<std::size_t>(wanted));
  }
  verdict.missing = wanted - static_cast<std::int64_t>(verdict.points.size());
  verdict.state = decide(alarm, verdict, at);
  return verdict;
}

AlarmState state_after(const Alarm& alarm, const AlarmVerdict& verdict, Time at) {
  return {.value = *verdict.state,
          .reason = reason_of(alarm, verdict),
          .reason_data = reason_data_of(alarm, verdict, at),
          .updated = at,
          .transitioned = at};
}

}  // namespace emu::cloudwatch
