// A selector of filter patterns: the way to values of a JSON event.
//
//   $.user.id    $.users[0].email    $['a.b']    $.users[*].id    $
//
// Source: CloudWatch Logs User Guide, "Using filter patterns to match terms in JSON log events".
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"

namespace emu::logs {

class JsonSelector {
 public:
  // Reads one, which must stand at the beginning, and takes it away.
  static std::optional<JsonSelector> take(std::string_view& text);

  // As it was written.
  const std::string& text() const { return text_; }

  // Whether any of the values that it leads to fulfils something.
  using Test = std::function<bool(const JsonView&)>;
  bool any(const JsonView& root, const Test& test) const { return any_from(0, root, test); }

 private:
  // One step from a value to one inside of it.
  struct Step {
    enum class Kind : std::uint8_t { kMember, kElement, kAnyElement };
    Kind kind = Kind::kMember;
    std::string name = {};
    std::size_t index = 0;
  };

  bool read(std::string_view& rest);
  bool read_bracket(std::string_view& rest);
  bool any_from(std::size_t step, const JsonView& value, const Test& test) const;

  std::string text_;
  std::vector<Step> path_;
};

}  // namespace emu::logs
