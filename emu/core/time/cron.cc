#include "core/time/cron.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "core/text/ascii.h"

namespace emu {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int kMinutesOfDay = 24 * 60;

constexpr std::array<std::string_view, 12> kMonthNames = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                          "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<std::string_view, 7> kWeekdayNames = {"SUN", "MON", "TUE", "WED",
                                                           "THU", "FRI", "SAT"};

// What a field may hold; names stand for the numbers from `min` on.
struct Bounds {
  int min;
  int max;
  const std::string_view* names = nullptr;
  std::size_t names_count = 0;
};

constexpr Bounds kMinuteBounds = {0, 59};
constexpr Bounds kHourBounds = {0, 23};
constexpr Bounds kDayBounds = {1, 31};
constexpr Bounds kMonthBounds = {1, 12, kMonthNames.data(), kMonthNames.size()};
constexpr Bounds kWeekdayBounds = {1, 7, kWeekdayNames.data(), kWeekdayNames.size()};

std::optional<int> value_of(std::string_view text, const Bounds& bounds) {
  for (std::size_t i = 0; i < bounds.names_count; ++i) {
    if (equal_ignoring_case(text, bounds.names[i])) return bounds.min + static_cast<int>(i);
  }
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, value);
  const bool is_number = failure == std::errc() && stop == end && !text.starts_with('-');
  if (!is_number || value < bounds.min || value > bounds.max) return std::nullopt;
  return value;
}

// "5", "5-9", "*", "*/10", "5/10" and "5-30/10", as calls of set(value).
template <class Set>
bool read_part(std::string_view part, const Bounds& bounds, const Set& set) {
  const std::size_t slash = part.find('/');
  int step = 1;
  if (slash != part.npos) {
    const auto given = value_of(part.substr(slash + 1), {1, bounds.max});
    if (!given) return false;
    step = *given;
    part = part.substr(0, slash);
  }
  int first = bounds.min;
  int last = bounds.max;
  if (part != "*") {
    const std::size_t dash = part.find('-');
    const auto from = value_of(part.substr(0, dash), bounds);
    if (!from) return false;
    first = *from;
    if (dash != part.npos) {
      const auto to = value_of(part.substr(dash + 1), bounds);
      if (!to) return false;
      last = *to;
    } else if (slash == part.npos) {
      last = first;
    }
  }
  // A range may go over the end: "FRI-MON".
  if (last < first) last += bounds.max - bounds.min + 1;
  for (int value = first; value <= last; value += step) {
    set(value > bounds.max ? value - (bounds.max - bounds.min + 1) : value);
  }
  return true;
}

// Reads the parts of a list one by one.
template <class Read>
bool each_part(std::string_view field, const Read& read) {
  if (field.empty() || field.back() == ',') return false;
  while (!field.empty()) {
    if (!read(take_until(field, ','))) return false;
  }
  return true;
}

template <class Bits>
bool read_field(std::string_view field, const Bounds& bounds, Bits& bits, int offset = 0) {
  return each_part(field, [&](std::string_view part) {
    return read_part(part, bounds,
                     [&](int value) { bits.set(static_cast<std::size_t>(value - offset)); });
  });
}

unsigned last_day_of(year_month_day date) {
  return static_cast<unsigned>(
      year_month_day_last(date.year() / date.month() / std::chrono::last).day());
}

// 1 is Sunday.
unsigned weekday_of(year_month_day date) { return weekday(sys_days(date)).c_encoding() + 1; }

// The weekday closest to a day, within the month.
unsigned nearest_weekday(year_month_day month_of, unsigned wanted) {
  const unsigned last = last_day_of(month_of);
  const unsigned in_month = std::min(wanted, last);
  const year_month_day date = month_of.year() / month_of.month() / day(in_month);
  if (weekday_of(date) == 7) return in_month == 1 ? 3 : in_month - 1;
  if (weekday_of(date) == 1) return in_month == last ? in_month - 2 : in_month + 1;
  return in_month;
}

unsigned last_weekday(year_month_day month_of) {
  return nearest_weekday(month_of, last_day_of(month_of));
}

std::optional<std::array<std::string_view, 6>> split_fields(std::string_view text) {
  std::array<std::string_view, 6> fields;
  std::size_t count = 0;
  text = trim(text);
  while (!text.empty()) {
    if (count == fields.size()) return std::nullopt;
    fields[count++] = take_until(text, ' ');
    text = trim(text);
  }
  if (count != fields.size()) return std::nullopt;
  return fields;
}

}  // namespace

bool Cron::read_days_of_month(std::string_view field) {
  return each_part(field, [&](std::string_view part) {
    if (part == "L") {
      special_days_.push_back({.kind = SpecialDay::Kind::kLast});
      return true;
    }
    if (part == "LW") {
      special_days_.push_back({.kind = SpecialDay::Kind::kLastWeekday});
      return true;
    }
    if (part.ends_with('W')) {
      const auto wanted = value_of(part.substr(0, part.size() - 1), kDayBounds);
      if (!wanted) return false;
      special_days_.push_back(
          {.kind = SpecialDay::Kind::kNearestWeekday, .day = static_cast<unsigned>(*wanted)});
      return true;
    }
    return read_part(part, kDayBounds,
                     [&](int value) { days_of_month_.set(static_cast<std::size_t>(value)); });
  });
}

bool Cron::read_days_of_week(std::string_view field) {
  return each_part(field, [&](std::string_view part) {
    if (const std::size_t hash = part.find('#'); hash != part.npos) {
      const auto wanted = value_of(part.substr(0, hash), kWeekdayBounds);
      const auto nth = value_of(part.substr(hash + 1), {1, 5});
      if (!wanted || !nth) return false;
      special_days_.push_back({.kind = SpecialDay::Kind::kNth,
                               .day = static_cast<unsigned>(*wanted),
                               .nth = static_cast<unsigned>(*nth)});
      return true;
    }
    if (part == "L") {
      days_of_week_.set(7);
      return true;
    }
    if (part.ends_with('L')) {
      const auto wanted = value_of(part.substr(0, part.size() - 1), kWeekdayBounds);
      if (!wanted) return false;
      special_days_.push_back(
          {.kind = SpecialDay::Kind::kLastOfWeek, .day = static_cast<unsigned>(*wanted)});
      return true;
    }
    return read_part(part, kWeekdayBounds,
                     [&](int value) { days_of_week_.set(static_cast<std::size_t>(value)); });
  });
}

std::optional<Cron> Cron::parse(std::string_view text) {
  const auto fields = split_fields(text);
  if (!fields) return std::nullopt;
  const auto& [minute, hour, day_of_month, month_field, day_of_week, year_field] = *fields;
  // One of the two fields of days says '?', and the other one does not.
  if ((day_of_month == "?") == (day_of_week == "?")) return std::nullopt;
  Cron cron;
  const bool is_valid = read_field(minute, kMinuteBounds, cron.minutes_) &&
                        read_field(hour, kHourBounds, cron.hours_) &&
                        (day_of_month == "?" || cron.read_days_of_month(day_of_month)) &&
                        read_field(month_field, kMonthBounds, cron.months_) &&
                        (day_of_week == "?" || cron.read_days_of_week(day_of_week)) &&
                        read_field(year_field, {kYearMin, kYearMax}, cron.years_, kYearMin);
  if (!is_valid) return std::nullopt;
  return cron;
}

bool Cron::is_special(const SpecialDay& special, year_month_day date) const {
  const auto number = static_cast<unsigned>(date.day());
  switch (special.kind) {
    case SpecialDay::Kind::kLast:
      return number == last_day_of(date);
    case SpecialDay::Kind::kLastWeekday:
      return number == last_weekday(date);
    case SpecialDay::Kind::kNearestWeekday:
      return special.day <= last_day_of(date) && number == nearest_weekday(date, special.day);
    case SpecialDay::Kind::kNth:
      return weekday_of(date) == special.day && (number - 1) / 7 + 1 == special.nth;
    case SpecialDay::Kind::kLastOfWeek:
      return weekday_of(date) == special.day && number + 7 > last_day_of(date);
  }
  return false;
}

bool Cron::is_day(year_month_day date) const {
  return days_of_month_[static_cast<unsigned>(date.day())] || days_of_week_[weekday_of(date)] ||
         std::any_of(special_days_.begin(), special_days_.end(),
                     [&](const SpecialDay& special) { return is_special(special, date); });
}

std::optional<Time> Cron::next_on(sys_days date, int from_minute) const {
  for (int minute = from_minute; minute < kMinutesOfDay; ++minute) {
    if (!hours_[static_cast<std::size_t>(minute / 60)]) {
      minute += 59 - minute % 60;  // to the end of the hour
      continue;
    }
    if (minutes_[static_cast<std::size_t>(minute % 60)]) return Time(date) + minutes(minute);
  }
  return std::nullopt;
}

std::optional<Time> Cron::next(Time after) const {
  if (after >= Time(sys_days(year(kYearMax + 1) / 1 / 1))) return std::nullopt;
  const Time start = std::chrono::floor<minutes>(after) + minutes(1);
  sys_days date = std::chrono::floor<days>(start);
  auto from_minute =
      static_cast<int>(std::chrono::duration_cast<minutes>(start - Time(date)).count());
  if (date < sys_days(year(kYearMin) / 1 / 1)) {
    date = sys_days(year(kYearMin) / 1 / 1);
    from_minute = 0;
  }
  while (true) {
    const year_month_day today(date);
    const int this_year = static_cast<int>(today.year());
    if (this_year > kYearMax) return std::nullopt;
    if (!years_[static_cast<std::size_t>(this_year - kYearMin)]) {
      date = sys_days(year(this_year + 1) / 1 / 1);
    } else if (!months_[static_cast<unsigned>(today.month())]) {
      date = sys_days(today.year() / today.month() / std::chrono::last) + days(1);
    } else {
      if (is_day(today)) {
        if (const auto found = next_on(date, from_minute)) return found;
      }
      date += days(1);
    }
    from_minute = 0;
  }
}

}  // namespace emu
