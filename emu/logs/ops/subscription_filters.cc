// DescribeSubscriptionFilters and DeleteSubscriptionFilter.
#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

// A token is the last name of a page.
Result<DescribeSubscriptionFiltersResult> Logs::describe_subscription_filters(
    Call& call, const DescribeSubscriptionFilters& in) {
  const Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kDescribePage));

  DescribeSubscriptionFiltersResult out;
  for (const auto& [name, subscription] : group->subscriptions) {
    if (name <= in.next_token || !name.starts_with(in.filter_name_prefix)) continue;
    if (out.subscription_filters.size() == limit) {
      out.next_token = out.subscription_filters.back().filter_name;
      break;
    }
    out.subscription_filters.push_back(subscription.described);
  }
  return out;
}

Result<Nothing> Logs::delete_subscription_filter(Call& call, const DeleteSubscriptionFilter& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  const auto found = group->subscriptions.find(in.filter_name);
  if (found == group->subscriptions.end()) return filter_does_not_exist();
  group->subscriptions.erase(found);
  return Nothing{};
}

}  // namespace emu::logs
