#include "core/time/duration_text.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "core/text/decimal_text.h"

namespace emu {

namespace {

struct Unit {
  std::string_view name;
  std::int64_t micros;
};
constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDay = std::int64_t{24} * 3600 * kSecond;
constexpr std::array<Unit, 6> kUnits = {{{"d", kDay},
                                         {"h", 3600 * kSecond},
                                         {"min", 60 * kSecond},
                                         {"s", kSecond},
                                         {"ms", 1000},
                                         {"us", 1}}};
constexpr std::int64_t kDaysMax = 10'000;

// How people write units, too.
struct LongUnit {
  std::string_view name;
  std::string_view unit;
};
constexpr LongUnit kLongUnits[] = {
    {"day", "d"},    {"days", "d"},     {"hr", "h"},        {"hour", "h"},    {"hours", "h"},
    {"mins", "min"}, {"minute", "min"}, {"minutes", "min"}, {"sec", "s"},     {"secs", "s"},
    {"second", "s"}, {"seconds", "s"},  {"msec", "ms"},     {"millis", "ms"}, {"µs", "us"},
    {"d", "d"},      {"h", "h"},        {"min", "min"},     {"s", "s"},       {"ms", "ms"},
    {"us", "us"}};

}  // namespace

std::optional<Duration> parse_duration_text(std::string_view text) {
  if (text == "0") return Duration(0);
  // Seven digits of the largest unit are far from overflow.
  const auto number = take_decimal(text, 7);
  if (!number) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (unit.name != text) continue;
    // The fraction's six digits times a day in microseconds still fit.
    const auto micros = scaled(*number, unit.micros);
    if (!micros || *micros > kDaysMax * kDay) return std::nullopt;
    return Duration(*micros);
  }
  return std::nullopt;
}

std::string duration_advice(std::string_view text) {
  std::string_view unit = text;
  const auto number = take_decimal(unit, 7);
  if (!number) return {};
  const std::string_view amount = text.substr(0, text.size() - unit.size());
  if (unit.empty()) return fmt::format("'{}' has no unit: {}s for seconds", text, amount);
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  if (unit == "m" || unit == "M") {
    return fmt::format("'{0}' could be minutes or milliseconds: {1}min or {1}ms", text, amount);
  }
  for (const LongUnit& name : kLongUnits) {
    if (unit == name.name) return fmt::format("'{}' is written {}{}", text, amount, name.unit);
  }
  return {};
}

std::string duration_text(Duration duration) {
  const std::int64_t micros = duration.count();
  if (micros == 0) return "0";
  for (const Unit& unit : kUnits) {
    if (micros % unit.micros != 0) continue;
    return std::to_string(micros / unit.micros).append(unit.name);
  }
  return {};
}

}  // namespace emu
