// What members are called in XML documents and in forms of the Query protocol.
//
// Most are called as their shapes say. SQS's shapes speak of JSON; its older protocol has other
// names, and all of its lists and maps are flattened. Source: Amazon SQS API model, 2012-11-05.
#pragma once

#include <emu/describe.h>

#include <string_view>

namespace emu::wire {

struct XmlField {
  std::string_view name;
  std::string_view entry;  // of a list's entries, when it is not flattened
  bool is_flattened = false;
  std::string_view key = "key";  // of a map
  std::string_view value = "value";
};

XmlField xml_field(const Operation& op, const Member& member);

}  // namespace emu::wire
