// What the program's output goes to.
#pragma once

#include <emu/sim/report.h>

#include <cstdio>

namespace emu::cli {

bool is_terminal(std::FILE* stream);

// How a report is printed to a stream: as wide as its terminal, in colour on terminals only and
// never when NO_COLOR is set, in UTF-8 when the locale is.
sim::TextOptions text_options(std::FILE* stream);

}  // namespace emu::cli
