#include "cli/applications.h"

#include "bus/application.h"
#include "donuts/application.h"

namespace emu::cli {

std::vector<sim::Application> applications() { return {bus::application(), donuts::application()}; }

}  // namespace emu::cli
