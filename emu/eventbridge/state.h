// What EventBridge stores in one account and region.
#pragma once

#include <emu/eventbridge.h>
#include <emu/time.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/caller.h"
#include "core/pattern/event_pattern.h"
#include "core/task/scheduler.h"
#include "core/time/cron.h"
#include "eventbridge/input.h"

namespace emu::eventbridge {

using Tags = std::map<std::string, std::string>;

// A target as deliveries know it. It never changes, so that an event under way keeps what held when
// it came, but for the stream that it has in a log group.
struct Route {
  Target target;
  Input input;
  std::string rule_arn;
  std::string rule_name;
  std::string account;
  std::string region;
  CallerPtr sender;  // EventBridge on behalf of the rule: policies find it in aws:SourceArn
  mutable std::string log_stream = {};
};

struct Schedule {
  std::optional<Cron> cron = {};
  std::optional<Duration> rate = {};

  // Of "cron(…)" or "rate(…)".
  static std::optional<Schedule> parse(std::string_view expression);
  // The first time after `after` of a schedule that began at `base`.
  std::optional<Time> next(Time base, Time after) const;
};

struct StoredRule {
  std::string name = {};
  std::string arn = {};
  std::string pattern_text = {};
  std::optional<pattern::Node> pattern = {};
  std::string schedule_text = {};
  std::optional<Schedule> schedule = {};
  Time schedule_base = {};
  std::string state = {};
  std::string description = {};
  std::string role_arn = {};
  std::string created_by = {};
  Tags tags = {};
  std::map<std::string, std::shared_ptr<const Route>, std::less<>> targets = {};  // by id
  TimerId timer = {};  // of the next time of its schedule

  bool is_enabled() const { return state != "DISABLED"; }
};

struct StoredBus {
  std::string name = {};
  std::string arn = {};
  std::string description = {};
  std::string kms_key_identifier = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<LogConfig> log_config = {};
  std::shared_ptr<const std::string> policy = {};  // null when it has none
  Time created = {};
  Time modified = {};
  Tags tags = {};
  std::map<std::string, StoredRule, std::less<>> rules = {};  // by name
};

struct RegionState {
  // With the default bus, which is always there.
  RegionState(std::string account_id, std::string region_name);

  StoredBus* find_bus(std::string_view name) {
    const auto found = buses.find(name);
    return found == buses.end() ? nullptr : &found->second;
  }

  std::string account;
  std::string region;
  std::map<std::string, StoredBus, std::less<>> buses = {};  // by name
};

}  // namespace emu::eventbridge
