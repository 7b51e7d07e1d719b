#include "wire/sigv4/sigv4_time.h"

#include <fmt/format.h>

#include "core/text/ascii.h"

namespace emu::wire {

namespace {

// The number of so many digits at the front, or -1.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!is_digit(text[i])) return -1;
    number = 10 * number + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

std::optional<Time> make_time(int year, int month, int day, int hour, int minute, int second) {
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
      second > 59) {
    return std::nullopt;
  }
  return Time(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second);
}

}  // namespace

std::string sigv4_day(Time time) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string sigv4_time(Time time) {
  const std::chrono::hh_mm_ss clock(
      std::chrono::floor<std::chrono::seconds>(time - std::chrono::floor<std::chrono::days>(time)));
  return fmt::format("{}T{:02}{:02}{:02}Z", sigv4_day(time), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<Time> parse_sigv4_time(std::string_view text) {
  const int year = take_number(text, 4);
  const int month = take_number(text, 2);
  const int day = take_number(text, 2);
  if (!take(text, "T")) return std::nullopt;
  const int hour = take_number(text, 2);
  const int minute = take_number(text, 2);
  const int second = take_number(text, 2);
  if (text != "Z") return std::nullopt;
  return make_time(year, month, day, hour, minute, second);
}

}  // namespace emu::wire
