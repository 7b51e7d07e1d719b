// How functions run as processes.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace emu::runtimes {

struct RuntimesOptions {
  std::string path = "/usr/local/bin:/usr/bin:/bin";  // where programs are looked for
  std::string home = {};                              // for programs that find others by it
  std::string folder = "/tmp";                        // where a folder for all of this is made
  std::string python = "python3";
  std::string node = "node";
  // Folders of modules that functions may use, behind their package and layers.
  std::vector<std::string> python_path = {};
  std::vector<std::string> node_modules = {};
  std::size_t sandboxes_max = 32;
  std::size_t starting_max = 2;
  // In simulated time: how much processor time a function may use without a wait or a call.
  std::chrono::seconds work_max{60};
};

}  // namespace emu::runtimes
