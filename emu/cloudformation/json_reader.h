// Reading a template that is JSON. Strict; a key that comes twice is refused.
#pragma once

#include <emu/result.h>

#include <string_view>

#include "cloudformation/node.h"

namespace emu::cloudformation {

Result<Node> read_json_text(std::string_view text, std::string_view file);

// That an object has a key twice, which AWS leaves undefined.
Error twice(std::string_view file, const Node::Key& key, Place first);

}  // namespace emu::cloudformation
