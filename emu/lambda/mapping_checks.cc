#include "lambda/mapping_checks.h"

namespace emu::lambda {

Status check_batch(const EventSourceMappingConfiguration& configuration) {
  const bool has_window = configuration.maximum_batching_window_in_seconds.count() > 0;
  if (configuration.batch_size > kBatchSizeWithoutWindowMax && !has_window) {
    return batch_needs_window();
  }
  return {};
}

Result<std::vector<EventFilter>> filters_of(const std::optional<FilterCriteria>& criteria) {
  std::vector<EventFilter> filters;
  if (!criteria) return filters;
  if (criteria->filters.size() > kFiltersMax) return too_many_filters();
  for (const Filter& filter : criteria->filters) {
    Result<EventFilter> parsed = EventFilter::parse(filter.pattern.value_or(std::string()));
    if (!parsed) return std::move(parsed.error());
    filters.push_back(std::move(*parsed));
  }
  return filters;
}

}  // namespace emu::lambda
