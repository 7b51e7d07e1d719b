#include "cli/applications.h"

#include "bus/application.h"

namespace emu::cli {

std::vector<sim::Application> applications() { return {bus::application()}; }

}  // namespace emu::cli
