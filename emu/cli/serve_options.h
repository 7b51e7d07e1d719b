// What `emu serve` is told on its command line, or by its environment.
#pragma once

#include <emu/cloud.h>
#include <emu/result.h>
#include <emu/server.h>
#include <emu/sim.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "cli/call_log.h"
#include "runtimes/options.h"

namespace emu::cli {

struct ServeOptions {
  bool help = false;
  CloudOptions cloud = {};
  ServerOptions server = {};
  std::string clock = "real";  // as it was given
  std::vector<sim::Scenario> init = {};
  bool skip_unknown_resources = false;  // of templates
  LogFormat log = LogFormat::kNone;
  std::string ready_hook = {};       // the folder of scripts that run once the server answers
  std::size_t memory_bytes_max = 0;  // zero: no bound
  runtimes::RuntimesOptions runtimes = {};
};

// An Error says what is wrong with the use, or with a scenario.
Result<ServeOptions> read_serve_options(std::span<char* const> arguments);

// What `emu serve --help` prints.
std::string serve_help();

}  // namespace emu::cli
