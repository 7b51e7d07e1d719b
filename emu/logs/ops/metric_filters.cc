// DescribeMetricFilters and DeleteMetricFilter.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// The place of a filter in the order of answers: its name, then its group's. As a token its parts
// are divided by a colon, which no name of a filter has.
using Place = std::pair<std::string_view, std::string_view>;

Place place_of(const MetricFilter& filter) { return {filter.filter_name, filter.log_group_name}; }

Place place_of(std::string_view token) {
  const std::size_t colon = std::min(token.find(':'), token.size());
  return {token.substr(0, colon), token.substr(std::min(colon + 1, token.size()))};
}

bool is_wanted(const MetricFilter& filter, const DescribeMetricFilters& in) {
  if (!in.log_group_name.empty() && !filter.filter_name.starts_with(in.filter_name_prefix)) {
    return false;
  }
  if (in.metric_name.empty()) return true;
  const MetricTransformation& into = filter.metric_transformations.front();
  return into.metric_name == in.metric_name && into.metric_namespace == in.metric_namespace;
}

// Collects what comes behind a token.
class MetricFilterPage {
 public:
  explicit MetricFilterPage(const DescribeMetricFilters& in)
      : in_(in), begin_(place_of(in.next_token)) {}

  void add(const Group& group) {
    for (const auto& [name, filter] : group.metric_filters) {
      const MetricFilter& described = filter.described;
      const bool is_before = !in_.next_token.empty() && place_of(described) <= begin_;
      if (!is_before && is_wanted(described, in_)) found_.push_back(&described);
    }
  }

  DescribeMetricFiltersResult take() {
    const std::size_t count =
        std::min(found_.size(), static_cast<std::size_t>(in_.limit.value_or(kDescribePage)));
    std::partial_sort(
        found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count), found_.end(),
        [](const MetricFilter* a, const MetricFilter* b) { return place_of(*a) < place_of(*b); });
    DescribeMetricFiltersResult out;
    for (std::size_t i = 0; i < count; ++i) out.metric_filters.push_back(*found_[i]);
    if (count < found_.size()) {
      const MetricFilter& last = out.metric_filters.back();
      out.next_token = last.filter_name + ':' + last.log_group_name;
    }
    return out;
  }

 private:
  const DescribeMetricFilters& in_;
  Place begin_;
  std::vector<const MetricFilter*> found_;
};

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "DescribeMetricFilters".
Result<DescribeMetricFiltersResult> Logs::describe_metric_filters(Call& call,
                                                                  const DescribeMetricFilters& in) {
  if (in.metric_name.empty() != in.metric_namespace.empty()) {
    return invalid_parameter("metricName and metricNamespace can only be used together.");
  }
  State& here = state(call);
  MetricFilterPage page(in);
  if (in.log_group_name.empty()) {
    for (const auto& [name, group] : here.groups) page.add(group);
    return page.take();
  }
  const Group* group = here.find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  page.add(*group);
  return page.take();
}

Result<Nothing> Logs::delete_metric_filter(Call& call, const DeleteMetricFilter& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  const auto found = group->metric_filters.find(in.filter_name);
  if (found == group->metric_filters.end()) return filter_does_not_exist();
  group->metric_filters.erase(found);
  return Nothing{};
}

}  // namespace emu::logs
