// What a member is called in XML documents and in forms of the Query protocol.
#pragma once

#include <emu/description.h>

#include <string_view>

#include "core/gate/service_profile.h"

namespace emu::wire {

struct XmlField {
  std::string_view name;
  std::string_view entry;  // of a list's entries, when it is not flattened
  bool is_flattened = false;
  std::string_view key;  // of a map
  std::string_view value;
};

inline XmlField xml_field(const ProtocolProfile& protocol, const Member& member) {
  const bool has_own_name = protocol.kind == ProtocolKind::kQuery && !member.query_name.empty();
  return {.name = has_own_name ? member.query_name : member.wire_name,
          .entry = member.element_name.empty() ? member.shape().element_name : member.element_name,
          .is_flattened = member.is_flattened || protocol.is_flattened,
          .key = member.map_key,
          .value = member.map_value};
}

}  // namespace emu::wire
