// The applications that the program holds.
#pragma once

#include <emu/sim.h>

#include <vector>

namespace emu::cli {

std::vector<sim::Application> applications();

}  // namespace emu::cli
