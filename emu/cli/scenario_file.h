// Scenario files as they are named on the command line.
#pragma once

#include <string>

namespace emu::cli {

// The file that a name stands for: a file, or a name without .yaml that is looked for in
// ./scenarios too.
std::string find_scenario(const std::string& name);

// For an error's text: "; there is" and a line for each scenario in ./scenarios, or a sentence that
// says that none lies there.
std::string scenarios_here();

}  // namespace emu::cli
