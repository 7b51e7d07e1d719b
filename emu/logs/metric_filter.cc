#include "logs/metric_filter.h"

#include <emu/time.h>
#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "logs/errors.h"
#include "logs/filter_operand.h"
#include "logs/limits.h"

namespace emu::logs {

namespace {

Error invalid_transformation(std::string_view why) {
  return invalid_parameter(fmt::format("Invalid metric transformation: {}", why));
}

// Of texts such as "nan" there is no metric.
std::optional<double> to_finite(std::string_view text) {
  const auto number = to_number(text);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::int64_t minute_of(const InputLogEvent& event) { return event.timestamp / 60'000; }

}  // namespace

Result<StoredMetricFilter> StoredMetricFilter::make(const PutMetricFilter& in) {
  std::string why;
  auto pattern = FilterPattern::parse(*in.filter_pattern, why);
  if (!pattern) return invalid_filter_pattern(why);
  StoredMetricFilter filter(*std::move(pattern));
  EMU_CHECK(filter.read(in.metric_transformations.front()));
  filter.described = {.filter_name = in.filter_name,
                      .filter_pattern = *in.filter_pattern,
                      .metric_transformations = in.metric_transformations,
                      .log_group_name = in.log_group_name,
                      .apply_on_transformed_logs = in.apply_on_transformed_logs,
                      .field_selection_criteria = in.field_selection_criteria,
                      .emit_system_field_dimensions = in.emit_system_field_dimensions};
  return filter;
}

// Source: CloudWatch Logs User Guide, "Configuring metric values for a metric filter".
Status StoredMetricFilter::read(const MetricTransformation& transformation) {
  constant_ = to_finite(transformation.metric_value);
  if (!constant_) value_ = pattern_.value(transformation.metric_value);
  if (!constant_ && value_ == nullptr) {
    return invalid_transformation(
        "the metric value is neither a number nor a field of the pattern");
  }
  if (transformation.dimensions.empty()) return {};
  if (!pattern_.has_values()) {
    return invalid_parameter("The specified filter pattern does not support dimensions");
  }
  if (transformation.default_value) {
    return invalid_transformation("dimensions and default value are mutually exclusive properties");
  }
  if (transformation.dimensions.size() > kMetricDimensionsMax) {
    return invalid_transformation("a metric has at most three dimensions");
  }
  for (const auto& [name, where] : transformation.dimensions) {
    auto value = pattern_.value(where);
    if (value == nullptr) {
      return invalid_transformation("the value of a dimension is no field of the pattern");
    }
    dimensions_.push_back({.name = name, .value = std::move(value)});
  }
  return {};
}

std::optional<double> StoredMetricFilter::value_of(const Message& message) const {
  if (constant_) return constant_;
  const auto text = value_->of(message);
  return text ? to_finite(*text) : std::nullopt;
}

bool StoredMetricFilter::find_dimensions(const Message& message,
                                         std::vector<std::string>& values) const {
  values.clear();
  for (const Dimension& dimension : dimensions_) {
    auto value = dimension.value->of(message);
    if (!value || value->empty()) return false;
    values.push_back(*std::move(value));
  }
  return true;
}

void StoredMetricFilter::measure(const IncomingEvents& incoming, std::size_t index,
                                 const Message& message, MetricSink& sink) const {
  const auto value = value_of(message);
  std::vector<std::string> values;
  if (!value || !find_dimensions(message, values)) return;
  std::vector<MetricDimension> dimensions;
  for (std::size_t i = 0; i < values.size(); ++i) {
    dimensions.push_back({.name = dimensions_[i].name, .value = values[i]});
  }
  put(incoming, index, *value, dimensions, sink);
}

void StoredMetricFilter::measure_none(const IncomingEvents& incoming, std::size_t index,
                                      MetricSink& sink) const {
  const auto& value = described.metric_transformations.front().default_value;
  if (value) put(incoming, index, *value, {}, sink);
}

void StoredMetricFilter::put(const IncomingEvents& incoming, std::size_t index, double value,
                             std::span<const MetricDimension> dimensions, MetricSink& sink) const {
  const MetricTransformation& into = described.metric_transformations.front();
  sink.put_metric({.account = incoming.account,
                   .region = incoming.region,
                   .metric_namespace = into.metric_namespace,
                   .name = into.metric_name,
                   .dimensions = dimensions,
                   .time = from_epoch_millis(incoming.events[index].timestamp),
                   .value = value,
                   .unit = into.unit.empty() ? std::string_view("None") : into.unit});
}

void BatchMeasurement::add(std::size_t index, const Message& message) {
  if (minute_of(incoming_.events[index]) != minute_of(incoming_.events[first_])) {
    end();
    first_ = index;
    is_match_ = false;
  }
  if (!filter_.matches(message)) return;
  is_match_ = true;
  filter_.measure(incoming_, index, message, sink_);
}

void BatchMeasurement::end() {
  if (!is_match_) filter_.measure_none(incoming_, first_, sink_);
}

}  // namespace emu::logs
