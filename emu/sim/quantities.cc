#include "sim/quantities.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <system_error>

#include "core/text/decimal_text.h"
#include "core/time/duration_text.h"

namespace emu::sim {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) { return parse_duration_text(text); }

std::optional<std::int64_t> parse_percent(std::string_view text) {
  const auto number = take_decimal(text, 3);
  if (!number || text != "%") return std::nullopt;
  const auto thousandths = scaled(*number, 1000);
  if (!thousandths || *thousandths > 100'000) return std::nullopt;
  return thousandths;
}

std::string percent_advice(std::string_view text) {
  if (!text.ends_with('%') || parse_percent(text)) return {};
  const auto number = parse_rate(text.substr(0, text.size() - 1));
  if (number && *number > 100) return fmt::format("; '{}' is more than 100%", text);
  return fmt::format("; '{}' is written without a space and with at most three decimals", text);
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  const auto number = take_decimal(text, 18);
  if (!number || number->digits != 0 || !text.empty()) return std::nullopt;
  return number->whole;
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<double> parse_rate(std::string_view text) {
  const auto number = take_decimal(text, 12);
  if (!number || !text.empty()) return std::nullopt;
  return static_cast<double>(number->whole) +
         static_cast<double>(number->fraction) / static_cast<double>(power_of_ten(number->digits));
}

namespace {

// Three significant digits, and whole numbers as such: "1.25", "12.5", "125", "15".
std::string three_digits(double value) {
  if (value == std::floor(value)) return fmt::format("{:.0f}", value);
  const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return fmt::format("{:.{}f}", value, decimals);
}

// "4 min 10 s", without the second part when it is 0.
std::string two_units(std::int64_t amount, std::int64_t per, std::string_view large,
                      std::string_view small) {
  std::string text = fmt::format("{} {}", amount / per, large);
  if (amount % per != 0) text += fmt::format(" {} {}", amount % per, small);
  return text;
}

}  // namespace

std::string format_duration(Duration duration) {
  const std::int64_t micros = duration.count();
  if (micros < 0) return "-" + format_duration(-duration);
  if (micros == 0) return "0";
  if (micros < 1000) return fmt::format("{} us", micros);
  if (micros < kSecond - 500) return three_digits(static_cast<double>(micros) / 1e3) + " ms";
  if (micros < kMinute - 50'000) return three_digits(static_cast<double>(micros) / 1e6) + " s";
  const std::int64_t seconds = (micros + kSecond / 2) / kSecond;
  if (seconds < 3600) return two_units(seconds, 60, "min", "s");
  const std::int64_t minutes = (seconds + 30) / 60;
  if (minutes < kDay / kMinute) return two_units(minutes, 60, "h", "min");
  return two_units((minutes + 30) / 60, 24, "d", "h");
}

std::string format_count(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return text;
}

std::string format_count(std::int64_t count) {
  const auto magnitude = static_cast<std::uint64_t>(count);
  return count < 0 ? "-" + format_count(0 - magnitude) : format_count(magnitude);
}

std::string format_percent(std::int64_t thousandths) {
  std::string text = fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text + "%";
}

}  // namespace emu::sim
