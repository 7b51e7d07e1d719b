#include "logs/position.h"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

namespace emu::logs {

namespace {

constexpr std::size_t kTimestampDigits = 18;
constexpr std::size_t kStreamDigits = 19;
constexpr std::size_t kArrivalDigits = 19;

template <class T>
bool read_digits(std::string_view text, T& number) {
  if (text.find_first_not_of("0123456789") != text.npos) return false;
  return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

}  // namespace

std::string to_digits(const Position& position) {
  return fmt::format("{:0{}}{:0{}}{:0{}}", position.timestamp, kTimestampDigits, position.stream,
                     kStreamDigits, position.arrival, kArrivalDigits);
}

std::optional<Position> position_from_digits(std::string_view digits) {
  if (digits.size() != kTimestampDigits + kStreamDigits + kArrivalDigits) return std::nullopt;
  Position position;
  if (!read_digits(digits.substr(0, kTimestampDigits), position.timestamp) ||
      !read_digits(digits.substr(kTimestampDigits, kStreamDigits), position.stream) ||
      !read_digits(digits.substr(kTimestampDigits + kStreamDigits), position.arrival)) {
    return std::nullopt;
  }
  return position;
}

}  // namespace emu::logs
