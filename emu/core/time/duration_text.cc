#include "core/time/duration_text.h"

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
