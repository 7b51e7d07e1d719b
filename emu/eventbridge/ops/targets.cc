// RemoveTargets, ListTargetsByRule.
#include <fmt/format.h>

#include "eventbridge/errors.h"
#include "eventbridge/page.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

Result<RemoveTargetsResult> EventBridge::remove_targets(Call& call, const RemoveTargets& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.rule));
  RemoveTargetsResult out{.failed_entry_count = 0};
  for (const std::string& id : in.ids) {
    if (found.rule->targets.erase(id) != 0) continue;
    ++*out.failed_entry_count;
    out.failed_entries.push_back(
        {.target_id = id,
         .error_code = errors::kResourceNotFoundException,
         .error_message = fmt::format("Rule {} does not have a target {}.", in.rule, id)});
  }
  const ResourceAddress address = *address_of(found.bus->arn);
  plan({address.account, address.region}, *found.rule);
  return out;
}

Result<ListTargetsByRuleResult> EventBridge::list_targets_by_rule(Call& call,
                                                                  const ListTargetsByRule& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.rule));
  ListTargetsByRuleResult out;
  EMU_TRY(out.next_token, take_page(in, found.rule->targets, {},
                                    [&](const std::string&, const auto& route) {
                                      out.targets.push_back(route->target);
                                      return true;
                                    }));
  return out;
}

}  // namespace emu::eventbridge
