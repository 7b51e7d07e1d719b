#include "cli/scenario_file.h"

#include <filesystem>

namespace emu::cli {

std::string find_scenario(const std::string& name) {
  namespace fs = std::filesystem;
  if (fs::exists(name) || name.ends_with(".yaml")) return name;
  const std::string file = name + ".yaml";
  const std::string in_folder = (fs::path("scenarios") / file).string();
  return fs::exists(in_folder) ? in_folder : file;
}

}  // namespace emu::cli
