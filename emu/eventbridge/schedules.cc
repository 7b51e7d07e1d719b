// Rules that are due at times.
// Source: Amazon EventBridge User Guide, "Creating a rule that runs on a schedule".
#include "eventbridge/service.h"

namespace emu::eventbridge {

// A rate counts from when the rule is set or enabled.
void EventBridge::begin_schedule(const Place& place, StoredRule& rule) {
  rule.schedule_base = world_.now();
  plan(place, rule);
}

void EventBridge::plan(const Place& place, StoredRule& rule) {
  world_.scheduler().cancel(rule.timer);
  rule.timer = {};
  if (!rule.schedule || !rule.is_enabled() || rule.targets.empty()) return;
  const auto next = rule.schedule->next(rule.schedule_base, world_.now());
  if (!next || *next >= kLatestTime) return;
  const auto callback = [this, &rule, account = std::string(place.account),
                         region = std::string(place.region)] {
    come_due({account, region}, rule);
  };
  // Nobody has to wait until there is no next time: there may always be one.
  rule.timer = world_.scheduler().at(*next, callback, true);
}

void EventBridge::come_due(const Place& place, StoredRule& rule) {
  const auto text =
      std::make_shared<const std::string>(event_text({.id = world_.uuid(),
                                                      .source = "aws.events",
                                                      .detail_type = "Scheduled Event",
                                                      .account = std::string(place.account),
                                                      .region = std::string(place.region),
                                                      .time = world_.now(),
                                                      .resources = {rule.arn},
                                                      .detail = "{}"}));
  std::string why;
  const auto document = JsonDocument::parse(*text, why);
  post(rule, {.text = text, .json = document->root(), .is_scheduled = true});
  plan(place, rule);
}

}  // namespace emu::eventbridge
