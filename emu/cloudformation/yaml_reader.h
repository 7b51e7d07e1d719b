// Reading a template that is YAML 1.1, with the short tags of functions. Aliases and hash merges
// (`<<`) are taken as `sam build` takes them; aliases are bounded by what they come to.
#pragma once

#include <emu/result.h>

#include <string_view>

#include "cloudformation/node.h"

namespace emu::cloudformation {

Result<Node> read_yaml_text(std::string_view text, std::string_view file);

}  // namespace emu::cloudformation
