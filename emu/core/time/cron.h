// Cron expressions as EventBridge has them: minutes, hours, day of month, month, day of week, year.
//
//   const auto cron = Cron::parse("0 10 ? * MON-FRI *");
//   cron->next(now);   // the next weekday at ten o'clock
//
// Times are those on the wall of whatever place the expression is meant for. Nobody asks each
// minute whether it is due: the next time is worked out.
// Sources: Amazon EventBridge User Guide, "Using a schedule expression"; EventBridge Scheduler User
// Guide, "Schedule types in EventBridge Scheduler".
#pragma once

#include <emu/time.h>

#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace emu {

class Cron {
 public:
  // Of what stands between "cron(" and ")".
  static std::optional<Cron> parse(std::string_view fields);

  // The first moment after `after`, on whole minutes; nothing when there is none until 2199.
  std::optional<Time> next(Time after) const;

 private:
  static constexpr int kYearMin = 1970;
  static constexpr int kYearMax = 2199;

  // "L", "15W" and "LW" of the day of month; "6#3" and "5L" of the day of week.
  struct SpecialDay {
    enum class Kind : std::uint8_t { kLast, kLastWeekday, kNearestWeekday, kNth, kLastOfWeek };
    Kind kind;
    unsigned day = 0;  // of the month, or of the week from 1, which is Sunday
    unsigned nth = 0;
  };

  bool read_days_of_month(std::string_view field);
  bool read_days_of_week(std::string_view field);
  bool is_day(std::chrono::year_month_day day) const;
  bool is_special(const SpecialDay& special, std::chrono::year_month_day day) const;
  std::optional<Time> next_on(std::chrono::sys_days day, int from_minute) const;

  std::bitset<60> minutes_;
  std::bitset<24> hours_;
  std::bitset<32> days_of_month_;
  std::bitset<13> months_;
  std::bitset<8> days_of_week_;
  std::bitset<kYearMax - kYearMin + 1> years_;
  std::vector<SpecialDay> special_days_ = {};
};

}  // namespace emu
