#include "core/time/rate.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>

#include "core/text/ascii.h"

namespace emu {

namespace {

struct RateUnit {
  std::string_view name;
  Duration length;
};
constexpr std::array kRateUnits = {
    RateUnit{"minute", std::chrono::minutes(1)},
    RateUnit{"hour", std::chrono::hours(1)},
    RateUnit{"day", std::chrono::days(1)},
};

// A hundred thousand years of minutes are far from what a Duration holds.
constexpr std::int64_t kValueMax = 99'999'999;

}  // namespace

std::optional<Duration> parse_rate(std::string_view text) {
  std::string_view unit_text = text;
  const std::string_view number = take_until(unit_text, ' ');
  std::int64_t value = 0;
  const char* end = number.data() + number.size();
  const auto [stop, failure] = std::from_chars(number.data(), end, value);
  if (failure != std::errc() || stop != end || value < 1 || value > kValueMax) return std::nullopt;
  const bool is_plural = unit_text.ends_with('s');
  if (is_plural == (value == 1)) return std::nullopt;
  if (is_plural) unit_text.remove_suffix(1);
  for (const RateUnit& unit : kRateUnits) {
    if (unit_text == unit.name) return value * unit.length;
  }
  return std::nullopt;
}

std::optional<std::string_view> inside_of(std::string_view expression, std::string_view name) {
  if (!expression.starts_with(name) || !expression.ends_with(')')) return std::nullopt;
  expression.remove_prefix(name.size());
  if (!expression.starts_with('(')) return std::nullopt;
  return expression.substr(1, expression.size() - 2);
}

Time next_of_rate(Time base, Duration period, Time after) {
  if (after < base) return base + period;
  return base + ((after - base) / period + 1) * period;
}

}  // namespace emu
