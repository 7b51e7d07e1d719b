#include "cli/scenario_file.h"

#include <emu/sim.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace emu::cli {

namespace {

// In the order of their names; none when there is no such folder.
std::vector<std::string> scenario_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string find_scenario(const std::string& name) {
  namespace fs = std::filesystem;
  if (fs::exists(name) || name.ends_with(".yaml")) return name;
  const std::string file = name + ".yaml";
  const std::string in_folder = (fs::path("scenarios") / file).string();
  return fs::exists(in_folder) ? in_folder : file;
}

std::string scenarios_here() {
  const std::vector<std::string> files = scenario_files("scenarios");
  if (files.empty()) return "; none lies in ./scenarios";
  std::size_t width = 0;
  for (const std::string& file : files) width = std::max(width, file.size());
  std::string text = "; there is";
  for (const std::string& file : files) {
    const auto scenario = sim::load_scenario(file);
    text += fmt::format("\n  {:{}}  {}", file, width,
                        scenario ? scenario->name : "cannot be read as a scenario");
  }
  return text;
}

}  // namespace emu::cli
