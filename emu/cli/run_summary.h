// What became of several scenarios, one line for each.
#pragma once

#include <emu/sim.h>

#include <string>
#include <vector>

namespace emu::cli {

// The reports are of the first scenarios; the others were not run.
std::string run_summary(const std::vector<sim::Scenario>& scenarios,
                        const std::vector<sim::Report>& reports);

}  // namespace emu::cli
