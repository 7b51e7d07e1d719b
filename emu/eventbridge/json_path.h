// The part of JSONPath that EventBridge knows: "$.detail.items[0].id", "$.detail['a b']" and
// "$.list[*]".
// Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"

namespace emu::eventbridge {

class JsonPath {
 public:
  static std::optional<JsonPath> parse(std::string_view text);

  // What the path leads to, as JSON; nothing where it leads nowhere. Of a path with wildcards it is
  // a list.
  std::optional<std::string> find(const JsonView& root) const;

 private:
  struct Step {
    enum class Kind { kName, kIndex, kAll };
    Kind kind;
    std::string name = {};
    std::size_t index = 0;
  };

  static void follow(const Step& step, const JsonView& from, std::vector<JsonView>& to);

  std::vector<Step> steps_ = {};
  bool has_wildcard_ = false;
};

}  // namespace emu::eventbridge
