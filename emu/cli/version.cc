#include <emu/version.h>
#include <fmt/core.h>

#include "cli/verbs.h"

namespace emu::cli {

int print_version(std::span<char* const> arguments) {
  if (arguments.size() == 1 && std::string_view(arguments[0]) == "--help") {
    fmt::print("usage: emu version\n\nPrints the version; so does `emu --version`.\n");
    return kExitDone;
  }
  if (!arguments.empty()) return refuse_use("'emu version' takes no arguments", "emu --help");
  fmt::print("emu {}\n", version());
  return kExitDone;
}

}  // namespace emu::cli
