// Options from the variables and files that AWS's tools read.
#pragma once

#include <emu/remote.h>
#include <emu/result.h>

#include <functional>
#include <optional>
#include <string>

namespace emu::remote {

struct Surroundings {
  // A variable; nothing when it is not set.
  std::function<std::optional<std::string>(const std::string& name)> variable;
  // The text of a file; nothing when it cannot be read.
  std::function<std::optional<std::string>(const std::string& path)> file;
};

Result<RemoteOptions> read_options(const Surroundings& surroundings);

}  // namespace emu::remote
