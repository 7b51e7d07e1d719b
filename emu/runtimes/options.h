// How functions run as processes.
#pragma once

#include <cstddef>
#include <string>

namespace emu::runtimes {

struct RuntimesOptions {
  std::string path = "/usr/local/bin:/usr/bin:/bin";  // where programs are looked for
  std::string home = {};                              // for programs that find others by it
  std::string folder = "/tmp";                        // where a folder for all of this is made
  std::string python = "python3";
  std::string node = "node";
  std::size_t sandboxes_max = 32;
  std::size_t starting_max = 2;
};

}  // namespace emu::runtimes
