// The option --unknown-resources, which `emu serve` and `emu deploy` have.
#pragma once

#include <emu/result.h>
#include <fmt/format.h>

#include <string>

#include "cli/flags.h"

namespace emu::cli {

// Whether they are to be left out.
inline Result<bool> read_unknown_resources(const std::string& text) {
  if (text.empty() || text == "refuse") return false;
  if (text == "skip") return true;
  return usage_error(fmt::format("'--unknown-resources' needs refuse or skip, not '{}'", text));
}

}  // namespace emu::cli
