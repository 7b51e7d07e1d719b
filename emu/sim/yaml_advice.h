// What people most often write that is no YAML, said better than by the parser.
#pragma once

#include <emu/sim/scenario.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::sim {

struct YamlAdvice {
  Place place = {};
  std::string text = {};
};

// For a text that the parser has refused: an indentation with a tab, or a ${…} without quotes where
// braces mean a mapping. Nothing when neither is there.
std::optional<YamlAdvice> yaml_advice(std::string_view yaml);

}  // namespace emu::sim
