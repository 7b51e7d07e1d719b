#include "scheduler/recurrence.h"

#include <string>
#include <utility>

#include "core/time/iso_time.h"
#include "core/time/rate.h"

namespace emu::scheduler {

namespace {

// "2026-11-20T13:00:00", without a zone.
std::optional<Time> parse_wall_time(std::string_view text) {
  constexpr std::size_t kSize = 19;
  if (text.size() != kSize) return std::nullopt;
  return parse_iso8601(std::string(text) + 'Z');
}

}  // namespace

std::optional<Recurrence> Recurrence::parse(std::string_view expression,
                                            std::shared_ptr<const TimeZone> zone) {
  Recurrence recurrence;
  recurrence.zone_ = std::move(zone);
  if (const auto at = inside_of(expression, "at")) {
    recurrence.at_ = parse_wall_time(*at);
    return recurrence.at_ ? std::optional(recurrence) : std::nullopt;
  }
  if (const auto cron = inside_of(expression, "cron")) {
    recurrence.cron_ = Cron::parse(*cron);
    return recurrence.cron_ ? std::optional(recurrence) : std::nullopt;
  }
  const auto rate = inside_of(expression, "rate");
  if (!rate) return std::nullopt;
  recurrence.rate_ = parse_rate(*rate);
  return recurrence.rate_ ? std::optional(recurrence) : std::nullopt;
}

std::optional<Time> Recurrence::next(Time start, Time after) const {
  if (at_) {
    const std::optional<Time> due = zone_->to_utc(*at_);
    return due && *due > after ? due : std::nullopt;
  }
  if (cron_) return next_by_cron(after);
  return after < start ? start : next_of_rate(start, *rate_, after);
}

// What clocks leave out in spring is left out, and what they show twice in autumn comes once.
// Source: EventBridge Scheduler User Guide, "Daylight savings time in EventBridge Scheduler".
std::optional<Time> Recurrence::next_by_cron(Time after) const {
  std::optional<Time> local = cron_->next(zone_->to_local(after));
  while (local) {
    const std::optional<Time> due = zone_->to_utc(*local);
    if (due && *due > after) return due;
    local = cron_->next(*local);
  }
  return std::nullopt;
}

}  // namespace emu::scheduler
