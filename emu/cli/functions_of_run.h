// What runs the packages of functions in a scenario: processes in simulated time.
#pragma once

#include <emu/cloud.h>

#include <memory>

namespace emu::cli {

// For sim::RunOptions::beside.
std::shared_ptr<void> run_functions_beside(Cloud& cloud);

}  // namespace emu::cli
