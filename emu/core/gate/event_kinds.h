// The kinds of events as a table, made from events::All.
#pragma once

#include <emu/events.h>
#include <emu/trace.h>

#include <cstddef>
#include <span>
#include <type_traits>

namespace emu {

struct EventKind {
  const EventName* name;
  const Shape& (*shape)();
  void* (*create)();
  void (*destroy)(void* what);
};

// In the order of events::All.
std::span<const EventKind> event_kinds();

namespace event_detail {

template <class T, class... Kinds>
constexpr std::size_t place_in(events::List<Kinds...>) {
  static_assert((std::is_same_v<T, Kinds> || ...), "this event is not in events::All");
  std::size_t place = 0;
  bool found = false;
  ((found = found || std::is_same_v<T, Kinds>, place += found ? 0 : 1), ...);
  return place;
}

}  // namespace event_detail

template <class T>
inline constexpr std::size_t kEventKind = event_detail::place_in<T>(events::All{});

}  // namespace emu
