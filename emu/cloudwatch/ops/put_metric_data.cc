#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/service.h"
#include "core/gate/metric_units.h"

namespace emu::cloudwatch {

namespace {

// "MetricData.member.1"
struct Place {
  std::string_view list;
  std::size_t number;
  std::string operator()(std::string_view member) const {
    return fmt::format("{}.member.{}.{}", list, number, member);
  }
};

bool is_number(double value) {
  return std::isfinite(value) && std::fabs(value) <= std::exp2(kValueExponentMax);
}

Error not_a_number(double value, const std::string& parameter) {
  return invalid_value(fmt::format("The value {} for parameter {} is invalid.", value, parameter));
}

// Source: Amazon CloudWatch API Reference, "Dimension": no control characters.
Status check_name(std::string_view text, const std::string& parameter) {
  if (is_metric_text(text)) return {};
  return invalid_value(fmt::format(
      "The parameter {} must have no control characters, and some that are no spaces.", parameter));
}

Status check_dimensions(const std::vector<Dimension>& dimensions, const Place& place) {
  for (const Dimension& dimension : dimensions) {
    EMU_CHECK(check_name(dimension.name, place("Dimensions.Name")));
    EMU_CHECK(check_name(dimension.value, place("Dimensions.Value")));
  }
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (dimensions[i].name != dimensions[j].name) continue;
      return invalid_value(
          fmt::format("The parameter {} must not name a dimension twice.", place("Dimensions")));
    }
  }
  return {};
}

Status check_values(const MetricDatum& datum, const Place& place) {
  if (datum.values.size() > kValuesMax) {
    return invalid_value(fmt::format("The collection {} must not have a size greater than {}.",
                                     place("Values"), kValuesMax));
  }
  if (!datum.counts.empty() && datum.counts.size() != datum.values.size()) {
    return invalid_value(fmt::format("The parameters {} and {} must be of the same size.",
                                     place("Values"), place("Counts")));
  }
  for (const double value : datum.values) {
    if (!is_number(value)) return not_a_number(value, place("Values"));
  }
  for (const double count : datum.counts) {
    if (!is_number(count) || count < 0) return not_a_number(count, place("Counts"));
  }
  return {};
}

Status check_statistics(const StatisticSet& set, const Place& place) {
  for (const double value : {set.sample_count, set.sum, set.minimum, set.maximum}) {
    if (!is_number(value)) return not_a_number(value, place("StatisticValues"));
  }
  if (set.sample_count < 0) {
    return not_a_number(set.sample_count, place("StatisticValues.SampleCount"));
  }
  if (set.maximum < set.minimum) {
    return invalid_value(fmt::format("The parameter {} must not be greater than {}.",
                                     place("StatisticValues.Minimum"),
                                     place("StatisticValues.Maximum")));
  }
  return {};
}

// Exactly one of its forms.
Status check_form(const MetricDatum& datum, const Place& place) {
  const bool has_values = !datum.values.empty();
  const auto exclusive = [&](std::string_view a, std::string_view b) {
    return invalid_combination(
        fmt::format("The parameters {} and {} are mutually exclusive and you have specified both.",
                    place(a), place(b)));
  };
  if (datum.value && datum.statistic_values) return exclusive("Value", "StatisticValues");
  if (datum.value && has_values) return exclusive("Value", "Values");
  if (datum.statistic_values && has_values) return exclusive("StatisticValues", "Values");
  if (datum.value || datum.statistic_values || has_values) return {};
  return Error{.code = errors::kMissingParameter,
               .message = fmt::format("At least one of the parameters {}, {} and {} must be "
                                      "specified.",
                                      place("Value"), place("Values"), place("StatisticValues"))};
}

Status check_time(const MetricDatum& datum, const Place& place, Time now) {
  if (!datum.timestamp) return {};
  if (*datum.timestamp < now - kOldestPut) {
    return invalid_value(
        fmt::format("The parameter {} must specify a time no more than two weeks in the past.",
                    place("Timestamp")));
  }
  if (*datum.timestamp > now + kNewestPut) {
    return invalid_value(
        fmt::format("The parameter {} must specify a time no more than two hours in the future.",
                    place("Timestamp")));
  }
  return {};
}

Status check_datum(const MetricDatum& datum, const Place& place, Time now) {
  EMU_CHECK(check_name(datum.metric_name, place("MetricName")));
  EMU_CHECK(check_dimensions(datum.dimensions, place));
  EMU_CHECK(check_form(datum, place));
  if (datum.value && !is_number(*datum.value)) return not_a_number(*datum.value, place("Value"));
  EMU_CHECK(check_values(datum, place));
  if (datum.statistic_values) {
    EMU_CHECK(check_statistics(*datum.statistic_values, place));
  }
  EMU_CHECK(check_time(datum, place, now));
  const std::int32_t resolution = datum.storage_resolution.value_or(60);
  if (resolution == 1 || resolution == 60) return {};
  return invalid_value(fmt::format("The value {} for parameter {} is invalid.", resolution,
                                   place("StorageResolution")));
}

Aggregate aggregate_of(const MetricDatum& datum) {
  if (datum.value) return {*datum.value, 1};
  Aggregate values;
  if (const auto& set = datum.statistic_values) {
    values.count = set->sample_count;
    values.sum = set->sum;
    values.min = set->minimum;
    values.max = set->maximum;
    values.has_values = set->sample_count == 1 || values.is_one_value();
    // The one sample is the sum, whatever the bounds are.
    if (set->sample_count == 1 && !values.is_one_value()) {
      values.values = std::make_unique<Distribution>();
      values.values->add(set->sum, 1);
    }
    return values;
  }
  for (std::size_t i = 0; i < datum.values.size(); ++i) {
    const double count = datum.counts.empty() ? 1 : datum.counts[i];
    if (count > 0) values.add(Aggregate(datum.values[i], count));
  }
  return values;
}

std::vector<MetricDimension> dimensions_of(const MetricDatum& datum) {
  std::vector<MetricDimension> dimensions;
  dimensions.reserve(datum.dimensions.size());
  for (const Dimension& each : datum.dimensions) {
    dimensions.push_back({.name = each.name, .value = each.value});
  }
  return dimensions;
}

}  // namespace

// What belongs to an entity is a metric like any other; the entity is not kept.
Result<Nothing> Cloudwatch::put_metric_data(Call& call, const PutMetricData& in) {
  const Time now = world_.now();
  if (in.namespace_value.starts_with("AWS/") || in.namespace_value.front() == ':') {
    return invalid_value(
        fmt::format("The value {} for parameter Namespace is invalid.", in.namespace_value));
  }
  EMU_CHECK(check_name(in.namespace_value, "Namespace"));
  std::size_t count = in.metric_data.size();
  for (const EntityMetricData& of_entity : in.entity_metric_data) {
    count += of_entity.metric_data.size();
  }
  if (count == 0) return missing_parameter("MetricData");
  if (count > kDataOfCallMax) {
    return invalid_value(fmt::format(
        "The collection MetricData must not have a size greater than {}.", kDataOfCallMax));
  }
  const auto each_datum = [&in](const auto& visit) -> Status {
    std::size_t number = 0;
    for (const MetricDatum& datum : in.metric_data) {
      EMU_CHECK(visit(datum, Place{.list = "MetricData", .number = ++number}));
    }
    for (const EntityMetricData& of_entity : in.entity_metric_data) {
      number = 0;
      for (const MetricDatum& datum : of_entity.metric_data) {
        EMU_CHECK(visit(datum, Place{.list = "EntityMetricData.MetricData", .number = ++number}));
      }
    }
    return {};
  };
  EMU_CHECK(each_datum([&](const MetricDatum& datum, const Place& place) {
    return check_datum(datum, place, now);
  }));

  RegionState& state = state_of(call);
  EMU_CHECK(each_datum([&](const MetricDatum& datum, const Place&) -> Status {
    const auto dimensions = dimensions_of(datum);
    const std::string key = metric_key(in.namespace_value, datum.metric_name, dimensions);
    StoredMetric* metric = state.metrics.find(key);
    if (metric == nullptr) {
      if (!state.metrics.has_room(key, now)) return {};
      metric = &state.metrics.at(key, in.namespace_value, datum.metric_name, dimensions);
    }
    Aggregate values = aggregate_of(datum);
    if (values.count == 0) return {};
    store(state, key, *metric,
          {.time = datum.timestamp.value_or(now),
           .values = std::move(values),
           .unit = datum.unit ? std::string_view(*datum.unit) : kNoMetricUnit,
           .by_second = datum.storage_resolution == 1});
    return {};
  }));
  return Nothing{};
}

}  // namespace emu::cloudwatch
