#include <algorithm>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/page.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

bool fits(const std::vector<DimensionFilter>& filters, const Metric& metric) {
  return std::all_of(filters.begin(), filters.end(), [&](const DimensionFilter& filter) {
    return std::any_of(metric.dimensions.begin(), metric.dimensions.end(),
                       [&](const Dimension& dimension) {
                         return dimension.name == filter.name &&
                                (!filter.value || dimension.value == *filter.value);
                       });
  });
}

// What all keys begin with that can fit; a name without a namespace says nothing of them.
std::string prefix_of(const ListMetrics& in) {
  if (!in.namespace_value) return {};
  std::string prefix = *in.namespace_value + '\0';
  if (in.metric_name) prefix += *in.metric_name + '\0';
  return prefix;
}

}  // namespace

// Source: Amazon CloudWatch API Reference, "ListMetrics": what got no data for two weeks is not
// listed.
Result<ListMetricsResult> Cloudwatch::list_metrics(Call& call, const ListMetrics& in) {
  EMU_TRY(const std::string last, key_of_token(in.next_token));
  ask_sources();
  const Time now = world_.now();
  const Time since = now - (in.recently_active ? Duration(kRecently) : Duration(kListedFor));
  const std::string prefix = prefix_of(in);
  ListMetricsResult out;
  std::string newest;
  state_of(call).metrics.each_from(
      std::max(prefix, last), [&](const std::string& key, const StoredMetric& metric) {
        if (!key.starts_with(prefix)) return false;
        if (key == last || metric.last_put < since) return true;
        if (in.metric_name && metric.name.metric_name != in.metric_name) return true;
        if (!fits(in.dimensions, metric.name)) return true;
        if (out.metrics.size() == kListedMetricsMax) {
          out.next_token = token_of(newest);
          return false;
        }
        out.metrics.push_back(metric.name);
        newest = key;
        return true;
      });
  if (in.include_linked_accounts.value_or(false)) {
    out.owning_accounts.assign(out.metrics.size(), call.account());
  }
  return out;
}

}  // namespace emu::cloudwatch
