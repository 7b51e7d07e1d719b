// The files of a sandbox: its code, its layers and a folder for temporary files, and where its
// process sees them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "runtimes/folders.h"
#include "runtimes/machine.h"
#include "runtimes/mounts.h"
#include "runtimes/program.h"

namespace emu::runtimes {

// The temporary files go with it.
struct SandboxFiles {
  SandboxFiles() = default;
  ~SandboxFiles();
  SandboxFiles(const SandboxFiles&) = delete;
  SandboxFiles& operator=(const SandboxFiles&) = delete;

  FolderPtr code = {};
  FolderPtr layers = {};
  std::vector<Mount> mounts = {};
  Place place = {};
  std::uint64_t stamp = 0;  // of the folder on disk that is the code, if it is one
};

// Fills in all but the place's Runtime API. Otherwise why the code cannot be used.
std::optional<RuntimeFailure> find_files(const SandboxPlan& plan, Machine& machine,
                                         SandboxFiles& out);

}  // namespace emu::runtimes
