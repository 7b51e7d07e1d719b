#include <emu/version.h>
#include <fmt/core.h>

#include "cli/verbs.h"

namespace emu::cli {

int print_version(std::span<char* const> arguments) {
  if (!arguments.empty()) return refuse_use("'emu version' takes no arguments", "emu --help");
  fmt::print("emu {}\n", version());
  return kExitDone;
}

}  // namespace emu::cli
