#include "sim/template_file.h"

#include <emu/sim.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/stored_zip.h"

namespace emu::sim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCodeFilesMax = 65'000;
constexpr std::size_t kStackNameMax = 100;

std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return std::nullopt;
  return bytes;
}

Error unreadable(const std::string& path, std::string_view why) {
  return {.code = kInvalidScenario, .message = fmt::format("{}: {}", path, why)};
}

bool is_executable(const fs::path& path) {
  std::error_code error;
  return (fs::status(path, error).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

Status add_file(StoredZip& zip, const fs::path& path, const std::string& name) {
  const auto content = bytes_of(path);
  if (!content) return unreadable(path.string(), "the file cannot be read");
  if (zip.size() + content->size() > kCodeBytesMax || zip.entries() >= kCodeFilesMax) {
    return unreadable(path.string(),
                      "Unzipped size must be smaller than 262144000 bytes: the code of a function "
                      "may have that many, in 65,000 files");
  }
  zip.add(name, *content, is_executable(path));
  return {};
}

// In the order of their names, so that equal folders give equal packages.
Result<Blob> package_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_regular_file(error)) files.push_back(entry->path());
    if (files.size() > kCodeFilesMax) break;
  }
  if (error) return unreadable(folder.string(), error.message());
  std::sort(files.begin(), files.end());
  StoredZip zip;
  for (const fs::path& file : files) {
    EMU_CHECK(add_file(zip, file, file.lexically_relative(folder).generic_string()));
  }
  if (zip.entries() == 0) return unreadable(folder.string(), "there is no file in this folder");
  return Blob(zip.finish());
}

}  // namespace

bool is_template_file(const std::string& path) {
  const std::string end = fs::path(path).extension().string();
  if (end == ".template") return true;
  if (end != ".yaml" && end != ".yml" && end != ".json") return false;
  const auto text = bytes_of(path);
  if (!text) return false;
  if (text->find("\"Resources\"") != text->npos) return true;
  return text->starts_with("Resources:") || text->find("\nResources:") != text->npos;
}

Result<cloudformation::DeployTemplate> read_template_file(const std::string& path) {
  auto text = bytes_of(path);
  if (!text) return unreadable(path, "the template cannot be read");
  const std::string folder = fs::path(path).parent_path().string();
  cloudformation::DeployTemplate out{.template_body = *std::move(text)};
  out.file = path;
  out.stack_name = stack_name_of(path);
  out.package = [folder](const std::string& code) { return package_code(folder, code); };
  return out;
}

std::string stack_name_of(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  std::string from = whole.stem().string();
  if (from == "template") from = whole.parent_path().filename().string();
  std::string name;
  for (const char c : from) {
    const char taken = is_alphanumeric(c) ? c : '-';
    if (name.empty() && !is_letter(taken)) continue;
    if (name.size() < kStackNameMax) name += taken;
  }
  return name.empty() ? "emu" : name;
}

Result<Blob> package_code(const std::string& folder, const std::string& path) {
  const fs::path whole = fs::path(folder) / path;
  std::error_code error;
  if (fs::is_directory(whole, error)) return package_folder(whole);
  if (!fs::is_regular_file(whole, error)) {
    return unreadable(whole.string(),
                      "there is no such file or folder, which a function's code is "
                      "to be");
  }
  const std::string end = whole.extension().string();
  if (end == ".zip" || end == ".jar") {
    auto bytes = bytes_of(whole);
    if (!bytes) return unreadable(whole.string(), "the file cannot be read");
    return Blob(*std::move(bytes));
  }
  StoredZip zip;
  EMU_CHECK(add_file(zip, whole, whole.filename().string()));
  return Blob(zip.finish());
}

}  // namespace emu::sim
