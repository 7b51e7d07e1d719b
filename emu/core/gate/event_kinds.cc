#include "core/gate/event_kinds.h"

#include <array>

namespace emu {

namespace {

template <class T>
constexpr EventKind kind_of() {
  return {.name = &T::kEvent,
          .shape = &shape_of<T>,
          .create = []() -> void* { return new T; },
          .destroy = [](void* what) { delete static_cast<T*>(what); }};
}

template <class... T>
constexpr std::array<EventKind, sizeof...(T)> kinds_of(events::List<T...>) {
  return {kind_of<T>()...};
}

constexpr auto kKinds = kinds_of(events::All{});

}  // namespace

std::span<const EventKind> event_kinds() { return kKinds; }

}  // namespace emu
