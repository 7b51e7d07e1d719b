#include "rdsdata/engine/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "core/text/ascii.h"
#include "core/time/iso_time.h"

namespace emu::rdsdata {

namespace {

constexpr std::int64_t kSecond = 1'000'000;

struct Unit {
  std::string_view name;
  std::int64_t micros;
  int months;
};

constexpr std::array<Unit, 9> kUnits = {{{"microsecond", 1, 0},
                                         {"second", kSecond, 0},
                                         {"minute", 60 * kSecond, 0},
                                         {"hour", 3600 * kSecond, 0},
                                         {"day", 86'400 * kSecond, 0},
                                         {"week", 7 * 86'400 * kSecond, 0},
                                         {"month", 0, 1},
                                         {"quarter", 0, 3},
                                         {"year", 0, 12}}};

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (name == unit.name || (name.ends_with('s') && name.substr(0, name.size() - 1) == unit.name))
      return &unit;
  }
  return nullptr;
}

Time add_months(Time time, std::int64_t months) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const auto moved = date.year() / date.month() + std::chrono::months(months);
  const auto last = (moved / std::chrono::last).day();
  return Time(std::chrono::sys_days(moved / std::min(date.day(), last))) + (time - day);
}

// Half of nothing is an error; what is too far away is, too.
bool move_by(Time& time, std::string_view amount, const Unit& unit, int sign) {
  constexpr std::int64_t kFar = 10'000;  // years
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(amount.data(), amount.data() + amount.size(), number);
  if (problem != std::errc()) return false;
  constexpr std::int64_t kMicrosMax = kFar * 366 * 86'400 * kSecond;
  const std::int64_t most = unit.months != 0 ? kFar * 12 / unit.months
                                             : kMicrosMax / std::max<std::int64_t>(unit.micros, 1);
  if (number > most || number < -most) return false;
  number *= sign;
  time = unit.months != 0 ? add_months(time, number * unit.months)
                          : time + Duration(number * unit.micros);
  return time < kLatestTime && time > -Duration(kMicrosMax / 2) + Time();
}

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
constexpr std::array<const char*, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};

}  // namespace

std::string date_text(Time time, int digits) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::int64_t micros = (time - day).count();
  const std::int64_t seconds = micros / kSecond;
  std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}", int(date.year()),
                                 unsigned(date.month()), unsigned(date.day()), seconds / 3600,
                                 seconds / 60 % 60, seconds % 60, micros % kSecond);
  const int cut = digits <= 0 ? 7 : 6 - std::min(digits, 6);
  text.resize(text.size() - static_cast<std::size_t>(cut));
  return text;
}

std::optional<Time> read_date(std::string_view text) {
  constexpr std::size_t kDay = 10;
  if (text.size() < kDay) return std::nullopt;
  std::string iso(text);
  if (iso.size() == kDay) iso += "T00:00:00";
  iso[kDay] = 'T';
  const bool has_zone = iso.find_first_of("Z+-", kDay) != iso.npos;
  return parse_iso8601(has_zone ? iso : iso + "Z");
}

std::optional<std::string> move_date(std::string_view date, std::string_view amount,
                                     std::string_view unit, int sign) {
  std::optional<Time> time = read_date(date);
  if (!time) return std::nullopt;
  bool has_time = date.size() > 10;
  const auto move = [&](std::string_view number, const std::string& name) {
    const Unit* found = find_unit(name);
    if (found == nullptr) return false;
    if (found->months == 0 && found->micros < 86'400 * kSecond) has_time = true;
    return move_by(*time, number, *found, sign);
  };
  if (!unit.empty()) {
    if (!move(amount, std::string(unit))) return std::nullopt;
  }
  while (unit.empty() && !trim(amount).empty()) {
    amount = trim(amount);
    const std::string_view number = take_until(amount, ' ');
    amount = trim(amount);
    if (!move(number, lower_case(take_until(amount, ' ')))) return std::nullopt;
  }
  const std::string text = date_text(*time, date.find('.') == date.npos ? 0 : 6);
  return has_time ? text : text.substr(0, 10);
}

// Source: MySQL Reference Manual, "Date and Time Functions", DATE_FORMAT.
std::string format_date(Time time, std::string_view format) {
  const std::string text = date_text(time, 6);
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::size_t weekday = std::chrono::weekday(day).c_encoding();
  const std::size_t month = unsigned(date.month()) - 1;
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      out += format[i];
      continue;
    }
    switch (format[++i]) {
      case 'Y':
        out += text.substr(0, 4);
        break;
      case 'y':
        out += text.substr(2, 2);
        break;
      case 'm':
        out += text.substr(5, 2);
        break;
      case 'c':
        out += std::to_string(month + 1);
        break;
      case 'd':
        out += text.substr(8, 2);
        break;
      case 'e':
        out += std::to_string(unsigned(date.day()));
        break;
      case 'H':
        out += text.substr(11, 2);
        break;
      case 'i':
        out += text.substr(14, 2);
        break;
      case 's':
      case 'S':
        out += text.substr(17, 2);
        break;
      case 'f':
        out += text.substr(20, 6);
        break;
      case 'T':
        out += text.substr(11, 8);
        break;
      case 'M':
        out += kMonths[month];
        break;
      case 'b':
        out += std::string_view(kMonths[month]).substr(0, 3);
        break;
      case 'W':
        out += kDays[weekday];
        break;
      case 'a':
        out += std::string_view(kDays[weekday]).substr(0, 3);
        break;
      case 'w':
        out += std::to_string(weekday);
        break;
      default:
        out += format[i];
    }
  }
  return out;
}

}  // namespace emu::rdsdata
