#include "eventbridge/state.h"

#include "core/time/rate.h"
#include "eventbridge/names.h"

namespace emu::eventbridge {

RegionState::RegionState(std::string account_id, std::string region_name)
    : account(std::move(account_id)), region(std::move(region_name)) {
  StoredBus& bus = buses[std::string(kDefaultBus)];
  bus.name = kDefaultBus;
  bus.arn = bus_arn({account, region}, kDefaultBus);
}

std::optional<Schedule> Schedule::parse(std::string_view expression) {
  Schedule schedule;
  if (const auto fields = inside_of(expression, "cron")) {
    schedule.cron = Cron::parse(*fields);
    return schedule.cron ? std::optional(schedule) : std::nullopt;
  }
  const auto rate = inside_of(expression, "rate");
  if (!rate) return std::nullopt;
  schedule.rate = parse_rate(*rate);
  return schedule.rate ? std::optional(schedule) : std::nullopt;
}

std::optional<Time> Schedule::next(Time base, Time after) const {
  return cron ? cron->next(after) : next_of_rate(base, *rate, after);
}

}  // namespace emu::eventbridge
