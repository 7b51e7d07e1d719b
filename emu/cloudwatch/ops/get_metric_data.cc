#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/page.h"
#include "cloudwatch/queries.h"
#include "cloudwatch/reading.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

std::string label_of(const MetricDataQuery& query) {
  if (query.label) return *query.label;
  return query.metric_stat ? query.metric_stat->metric.metric_name.value_or("") : query.id;
}

// How many data points the pages before have given of each result.
Result<std::size_t> given_before(const std::optional<std::string>& token) {
  EMU_TRY(const std::string text, key_of_token(token));
  std::size_t given = 0;
  if (text.empty()) return given;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, given);
  if (failure != std::errc() || stop != end) return invalid_token();
  return given;
}

Status check_request(const GetMetricData& in) {
  if (in.metric_data_queries.size() > kQueriesMax) {
    return validation(fmt::format(
        "The collection MetricDataQueries must not have a size greater than {}.", kQueriesMax));
  }
  if (*in.start_time >= *in.end_time) {
    return validation("The parameter StartTime must be less than the parameter EndTime.");
  }
  const auto most = in.max_datapoints.value_or(static_cast<std::int32_t>(kDataPointsMax));
  if (most >= 1 && std::cmp_less_equal(most, kDataPointsMax)) return {};
  return validation(
      fmt::format("The parameter MaxDatapoints must be between 1 and {}.", kDataPointsMax));
}

}  // namespace

// A page holds as many data points of all results together as MaxDatapoints says.
Result<GetMetricDataResult> Cloudwatch::get_metric_data(Call& call, const GetMetricData& in) {
  EMU_CHECK(check_request(in));
  EMU_TRY(const Queries queries, Queries::parse(in.metric_data_queries));
  EMU_TRY(const std::size_t given, given_before(in.next_token));
  ask_sources();
  const Time now = world_.now();
  std::chrono::seconds shortest(kPeriodMax);
  for (const MetricDataQuery& query : queries.list()) {
    shortest = std::min(shortest, queries.period_of(query));
  }
  Queries::Reading reading{.store = state_of(call).metrics,
                           .start = rounded_start(bounded(*in.start_time), shortest, now),
                           .end = bounded(*in.end_time),
                           .now = now};
  const auto asked = (reading.end - reading.start) / shortest;
  if (std::cmp_greater(asked, kDataPointsMax)) {
    return validation(
        fmt::format("The request asks for up to {} data points of a metric, more "
                    "than {}. Make the period longer or the time shorter.",
                    asked, kDataPointsMax));
  }
  const bool is_ascending = in.scan_by == "TimestampAscending";
  std::size_t room = static_cast<std::size_t>(
      in.max_datapoints.value_or(static_cast<std::int32_t>(kDataPointsMax)));
  std::size_t skipped = given;
  bool is_cut = false;
  GetMetricDataResult out;
  for (const MetricDataQuery& query : queries.list()) {
    if (!Queries::is_returned(query)) continue;
    EMU_TRY(MathSeries series, queries.evaluate(query, reading));
    if (!is_ascending) std::reverse(series.begin(), series.end());
    MetricDataResult result{.id = query.id, .label = label_of(query), .status_code = "Complete"};
    const std::size_t first = std::min(skipped, series.size());
    skipped -= first;
    const std::size_t taken = std::min(room, series.size() - first);
    for (std::size_t i = first; i < first + taken; ++i) {
      result.timestamps.push_back(series[i].time);
      result.values.push_back(series[i].value);
    }
    room -= taken;
    if (first + taken < series.size()) {
      is_cut = true;
      result.status_code = "PartialData";
    }
    out.metric_data_results.push_back(std::move(result));
  }
  if (is_cut) {
    out.next_token =
        token_of(std::to_string(given + static_cast<std::size_t>(in.max_datapoints.value_or(
                                            static_cast<std::int32_t>(kDataPointsMax)))));
  }
  return out;
}

}  // namespace emu::cloudwatch
