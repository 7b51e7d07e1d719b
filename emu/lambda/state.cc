#include "lambda/state.h"

#include <algorithm>

namespace emu::lambda {

Function* State::find(std::string_view name) {
  const auto found = functions.find(std::string(name));
  return found == functions.end() ? nullptr : &found->second;
}

const StoredLayerVersion* StoredLayer::find(std::int64_t version) const {
  const auto found = std::lower_bound(
      versions.begin(), versions.end(), version,
      [](const StoredLayerVersion& one, std::int64_t number) { return one.version < number; });
  return found == versions.end() || found->version != version ? nullptr : &*found;
}

Mapping* State::find_mapping(std::string_view uuid) {
  const auto found = std::find_if(mappings.begin(), mappings.end(), [&](const Mapping& mapping) {
    return mapping.configuration.uuid == uuid;
  });
  return found == mappings.end() ? nullptr : &*found;
}

}  // namespace emu::lambda
