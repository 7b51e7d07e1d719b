// What a YAML scalar without quotes means.
#pragma once

#include <string>

#include "cloudformation/node.h"

namespace emu::cloudformation {

// By YAML 1.1, in which yes, no, on and off are booleans. Kept as texts, against its letter: dates,
// numbers with leading zeros such as account ids, hexadecimal and sexagesimal ones.
Node plain_scalar(const std::string& text, Place place);

}  // namespace emu::cloudformation
