#include "core/time/http_date.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace emu {

namespace {

constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// The digits at [offset, offset + count), or -1.
int number_at(std::string_view text, std::size_t offset, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(offset, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_universal(std::string_view zone) {
  return zone == "GMT" || zone == "UTC" || zone == "+0000" || zone == "-0000";
}

}  // namespace

std::string http_date(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
  return fmt::format(
      "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
      static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
      static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
      clock.seconds().count());
}

std::optional<Time> parse_http_date(std::string_view text) {
  constexpr std::string_view kForm = "Thu, 01 Jan 1970 00:00:00 ";
  if (text.size() < kForm.size() || !is_universal(text.substr(kForm.size()))) return std::nullopt;
  for (const std::size_t i : {3U, 4U, 7U, 11U, 16U, 19U, 22U, 25U}) {
    if (text[i] != kForm[i]) return std::nullopt;
  }
  std::size_t month = 0;
  while (month < kMonths.size() && text.substr(8, 3) != kMonths[month]) ++month;
  const int day = number_at(text, 5, 2);
  const int year = number_at(text, 12, 4);
  const int hour = number_at(text, 17, 2);
  const int minute = number_at(text, 20, 2);
  const int second = number_at(text, 23, 2);
  if (month == kMonths.size() || day < 1 || year < 0 || hour < 0 || hour > 23 || minute < 0 ||
      minute > 59 || second < 0 || second > 60) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date(std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month) + 1),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return Time(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second);
}

}  // namespace emu
