// Resources of types that there are none of here.
#pragma once

#include <emu/result.h>

#include "cloudformation/template.h"

namespace emu::cloudformation {

// Refuses a template with unknown types, naming them and the first one's line, unless they are to
// be left out.
Status check_types(const Template& of, bool skip_unknown);

}  // namespace emu::cloudformation
