// The types of events, and the properties that each passes on as they are.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace emu::cloudformation::sam {

struct EventType {
  std::string_view name;
  std::string_view source;  // the property that it cannot do without
  std::array<std::string_view, 18> passed;
  std::array<std::string_view, 8> read;
};

const EventType* find_event_type(std::string_view name);
std::span<const std::string_view> event_type_names();

}  // namespace emu::cloudformation::sam
