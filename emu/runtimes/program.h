// What is run for a function's Runtime, and with which variables.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "runtimes/machine.h"

namespace emu::runtimes {

struct Program {
  std::vector<std::string> command = {};
  std::string note = {};        // for the log: what differs from AWS's own
  std::string error_type = {};  // of AWS's, when there is nothing to run
  std::string error_message = {};
};

// Where a sandbox lies, as it sees it itself unless said.
struct Place {
  std::filesystem::path code;    // its package
  std::filesystem::path layers;  // empty when there are none
  std::filesystem::path code_on_disk;
  std::filesystem::path layers_on_disk;
  std::filesystem::path temporary;
  std::string runtime_api;  // "127.0.0.1:40123"
};

Program program_of(const SandboxPlan& plan, Machine& machine, const Place& place);

std::vector<std::string> variables_of(const SandboxPlan& plan, Machine& machine,
                                      const Place& place);

}  // namespace emu::runtimes
