// Positions in the events of a stream or of a group, as the text of tokens and event ids: 56
// digits.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::logs {

// Of an event among all of its group, in the order in which FilterLogEvents answers them.
struct Position {
  std::int64_t timestamp = 0;
  std::uint64_t stream = 0;   // serial
  std::uint64_t arrival = 0;  // in the stream
  auto operator<=>(const Position&) const = default;
};

std::string to_digits(const Position& position);
std::optional<Position> position_from_digits(std::string_view digits);

}  // namespace emu::logs
