// Fn::ForEach of the transform AWS::LanguageExtensions.
#pragma once

#include <emu/result.h>

#include <string_view>

#include "cloudformation/template.h"

namespace emu::cloudformation {

// Writes out each loop. A collection is a list of texts, or a Ref to a list parameter.
Status expand_loops(Node& root, const Template& from, const ParameterValues& parameters);

}  // namespace emu::cloudformation
