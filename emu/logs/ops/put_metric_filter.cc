#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"
#include "logs/system_fields.h"

namespace emu::logs {

namespace {

Status check_room(const Group& group, const StoredMetricFilter& filter) {
  const auto old = group.metric_filters.find(filter.described.filter_name);
  const bool is_new = old == group.metric_filters.end();
  if (is_new && group.metric_filters.size() >= kMetricFiltersMax) return limit_exceeded();
  const bool adds_expression = filter.has_expression() && (is_new || !old->second.has_expression());
  if (adds_expression && group.filters_with_expressions() >= kExpressionFiltersMax) {
    return limit_exceeded();
  }
  if (!filter.has_expression()) return {};
  const std::size_t replaced = is_new || !old->second.has_expression() ? 0 : old->second.cost();
  const bool fits = group.expression_cost() - replaced + filter.cost() <= kGroupStepsMax;
  return fits ? Status() : Status(limit_exceeded());
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "PutMetricFilter".
Result<Nothing> Logs::put_metric_filter(Call& call, const PutMetricFilter& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  EMU_TRY(StoredMetricFilter filter, StoredMetricFilter::make(in));
  EMU_CHECK(check_system_fields(in.emit_system_field_dimensions));
  EMU_CHECK(check_room(*group, filter));
  filter.described.creation_time = now_millis();
  group->metric_filters.insert_or_assign(in.filter_name, std::move(filter));
  return Nothing{};
}

}  // namespace emu::logs
