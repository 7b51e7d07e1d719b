#include "lambda/state.h"

#include <algorithm>

namespace emu::lambda {

Function* State::find(std::string_view name) {
  const auto found = functions.find(std::string(name));
  return found == functions.end() ? nullptr : &found->second;
}

Mapping* State::find_mapping(std::string_view uuid) {
  const auto found = std::find_if(mappings.begin(), mappings.end(), [&](const Mapping& mapping) {
    return mapping.configuration.uuid == uuid;
  });
  return found == mappings.end() ? nullptr : &*found;
}

}  // namespace emu::lambda
