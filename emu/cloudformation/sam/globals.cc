// "Globals section of the AWS SAM template".
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/sam/building.h"

namespace emu::cloudformation::sam {

namespace {

// "Overridable globals": maps are merged, lists are added, and everything else is replaced.
Node merged(const Node& global, const Node& local) {
  if (global.is_list() && local.is_list()) {
    Node list = global;
    list.items.insert(list.items.end(), local.items.begin(), local.items.end());
    list.place = local.place;
    return list;
  }
  if (!global.is_map() || !local.is_map() || as_call(global) || as_call(local)) return local;
  Node map = global;
  map.place = local.place;
  for (std::size_t i = 0; i < local.keys.size(); ++i) {
    const Node* other = global.find(local.keys[i].name);
    map.set(local.keys[i].name, other ? merged(*other, local.items[i]) : local.items[i]);
    const auto at = static_cast<std::size_t>(map.find(local.keys[i].name) - map.items.data());
    map.keys[at].place = local.keys[i].place;
  }
  return map;
}

}  // namespace

Status merge_globals(const Building& building, const Node& globals, Source& source) {
  static constexpr std::array<std::string_view, 6> kTypes = {
      "Function", "HttpApi", "SimpleTable", "LayerVersion", "Api", "StateMachine"};
  EMU_CHECK([&]() -> Status {
    for (const Node::Key& key : globals.keys) {
      if (std::find(kTypes.begin(), kTypes.end(), key.name) != kTypes.end()) continue;
      return make_error(building.from.file, key.place,
                        fmt::format("Invalid Serverless Application Specification document. "
                                    "Number of errors found: 1. 'Globals' section is invalid. "
                                    "'{}' is not supported.",
                                    key.name),
                        advice_for(key.name, kTypes));
    }
    return {};
  }());
  constexpr std::string_view kPrefix = "AWS::Serverless::";
  const Node* global = globals.find(std::string_view(source.type).substr(kPrefix.size()));
  if (global != nullptr) source.properties = merged(*global, source.properties);
  return {};
}

}  // namespace emu::cloudformation::sam
