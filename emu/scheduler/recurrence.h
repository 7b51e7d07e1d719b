// When a schedule is due.
// Source: EventBridge Scheduler User Guide, "Schedule types in EventBridge Scheduler".
#pragma once

#include <emu/time.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/time/cron.h"
#include "core/time/time_zone.h"

namespace emu::scheduler {

class Recurrence {
 public:
  // Of "at(…)", "rate(…)" or "cron(…)"; nothing for any other text.
  static std::optional<Recurrence> parse(std::string_view expression,
                                         std::shared_ptr<const TimeZone> zone);

  bool is_once() const { return at_.has_value(); }
  bool is_rate() const { return rate_.has_value(); }
  // The first time after `after`. A rate counts from `start`, which is its first time.
  std::optional<Time> next(Time start, Time after) const;

 private:
  std::optional<Time> next_by_cron(Time after) const;

  std::optional<Time> at_ = {};  // on the clocks of the zone, as cron's times
  std::optional<Duration> rate_ = {};
  std::optional<Cron> cron_ = {};
  std::shared_ptr<const TimeZone> zone_ = {};
};

}  // namespace emu::scheduler
