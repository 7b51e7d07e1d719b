#include <emu/time.h>

#include <algorithm>
#include <cstddef>

namespace emu {
namespace {

constexpr Time kFirstWritten = std::chrono::sys_days(std::chrono::year(0) / 1 / 1);
constexpr Time kLastWritten =
    Time(std::chrono::sys_days(std::chrono::year(10000) / 1 / 1)) - Duration(1);

void write_digits(char* out, unsigned value, std::size_t count) {
  for (std::size_t i = count; i > 0; --i) {
    out[i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

}  // namespace

std::int64_t epoch_millis(Time time) {
  return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

std::int64_t epoch_seconds(Time time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

// A quarter of what 64 bits can hold, which leaves room for what is added.
Time from_epoch_seconds(std::int64_t seconds) {
  constexpr std::int64_t kMost = INT64_MAX / 4 / 1'000'000;
  return Time(std::chrono::seconds(std::clamp(seconds, -kMost, kMost)));
}

Time from_epoch_millis(std::int64_t millis) {
  constexpr std::int64_t kMost = INT64_MAX / 4 / 1'000;
  return Time(std::chrono::milliseconds(std::clamp(millis, -kMost, kMost)));
}

std::string iso8601(Time time) {
  time = std::clamp(time, kFirstWritten, kLastWritten);
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const auto millis =
      static_cast<unsigned>(std::chrono::floor<std::chrono::milliseconds>(time - day).count());

  std::string text = "0000-00-00T00:00:00.000Z";
  write_digits(&text[0], static_cast<unsigned>(year), 4);
  write_digits(&text[5], static_cast<unsigned>(date.month()), 2);
  write_digits(&text[8], static_cast<unsigned>(date.day()), 2);
  write_digits(&text[11], millis / 3'600'000, 2);
  write_digits(&text[14], millis / 60'000 % 60, 2);
  write_digits(&text[17], millis / 1'000 % 60, 2);
  write_digits(&text[20], millis % 1'000, 3);
  return text;
}

}  // namespace emu
