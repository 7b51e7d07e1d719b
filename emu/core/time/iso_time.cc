#include "core/time/iso_time.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu {

namespace {

// Takes the parts of a date off the front of a text. Once one is missing, nothing fits any more.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    if (rest_.size() < count) return fail();
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(rest_[i])) return fail();
      number = number * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return number;
  }

  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!skip(c)) fail();
  }

  // Behind the seconds: microseconds, with what is finer left out.
  std::chrono::microseconds fraction() {
    std::int64_t micros = 0;
    std::int64_t unit = 100'000;
    if (!skip('.')) return std::chrono::microseconds(0);
    if (rest_.empty() || !is_digit(rest_[0])) fail();
    for (; !rest_.empty() && is_digit(rest_[0]); rest_.remove_prefix(1)) {
      micros += (rest_[0] - '0') * unit;
      unit /= 10;
    }
    return std::chrono::microseconds(micros);
  }

  std::chrono::minutes zone() {
    if (skip('Z') || skip('z')) return std::chrono::minutes(0);
    const int sign = skip('-') ? -1 : 1;
    if (sign > 0) expect('+');
    const int hours = digits(2);
    expect(':');
    return std::chrono::minutes(sign * (hours * 60 + digits(2)));
  }

  bool is_done() const { return !failed_ && rest_.empty(); }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  int fail() {
    failed_ = true;
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::optional<Time> parse_iso8601(std::string_view text) {
  DateReader read(text);
  const std::chrono::year year(read.digits(4));
  read.expect('-');
  const std::chrono::month month(static_cast<unsigned>(read.digits(2)));
  read.expect('-');
  const std::chrono::day day(static_cast<unsigned>(read.digits(2)));
  if (!read.skip('T')) read.expect(' ');
  const int hour = read.digits(2);
  read.expect(':');
  const int minute = read.digits(2);
  read.expect(':');
  const int second = read.digits(2);
  const auto fraction = read.fraction();
  const auto zone = read.zone();
  const std::chrono::year_month_day date(year, month, day);
  if (!read.is_done() || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return Time(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second) + fraction - zone;
}

}  // namespace emu
