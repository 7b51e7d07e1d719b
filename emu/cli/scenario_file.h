// Scenario files as they are named on the command line.
#pragma once

#include <string>

namespace emu::cli {

// The file that a name stands for: a file, or a name without .yaml that is looked for in
// ./scenarios too.
std::string find_scenario(const std::string& name);

}  // namespace emu::cli
