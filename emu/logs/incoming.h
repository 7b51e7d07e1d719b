// IncomingEvents: events that a call has just added to a stream, as filters see them.
#pragma once

#include <emu/logs/events.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "logs/position.h"

namespace emu::logs {

struct IncomingEvents {
  std::string_view account;
  std::string_view region;
  std::string_view group;
  std::string_view stream;
  std::uint64_t stream_serial = 0;
  std::uint64_t first_arrival = 0;
  std::span<const InputLogEvent> events;

  // As FilterLogEvents gives it.
  std::string id_of(std::size_t index) const {
    return to_digits({.timestamp = events[index].timestamp,
                      .stream = stream_serial,
                      .arrival = first_arrival + index});
  }
};

}  // namespace emu::logs
