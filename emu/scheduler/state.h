// What EventBridge Scheduler stores in one account and region.
#pragma once

#include <emu/scheduler.h>
#include <emu/time.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/task/scheduler.h"
#include "scheduler/recurrence.h"

namespace emu::scheduler {

// What a schedule says. It never changes, so that a call under way keeps what held when it was due.
struct Plan {
  CreateSchedule given;  // with its defaults
  std::string arn = {};
  std::string account = {};
  std::string region = {};
  Recurrence recurrence = {};
  Time start = {};  // of a rate: its first time
};

struct StoredSchedule {
  std::shared_ptr<const Plan> plan = {};
  Time created = {};
  Time modified = {};
  Time due = {};       // the next time, of which the timer may come later within its window
  TimerId timer = {};  // none when there is no next time
};

struct StoredGroup {
  std::string name = {};
  std::string arn = {};
  Time created = {};
  Time modified = {};
  std::map<std::string, std::string> tags = {};
  std::string client_token = {};
  std::map<std::string, StoredSchedule, std::less<>> schedules = {};  // by name
};

struct RegionState {
  // With the default group, which is always there.
  RegionState(std::string account_id, std::string region_name);

  StoredGroup* find_group(std::string_view name) {
    const auto found = groups.find(name);
    return found == groups.end() ? nullptr : &found->second;
  }

  std::string account;
  std::string region;
  std::map<std::string, StoredGroup, std::less<>> groups = {};  // by name
  std::size_t schedules = 0;                                    // in all groups
};

}  // namespace emu::scheduler
