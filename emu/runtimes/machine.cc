#include "runtimes/machine.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <system_error>
#include <utility>

#include "embedded/bootstrap_mjs.h"
#include "embedded/bootstrap_py.h"
#include "runtimes/child.h"

namespace emu::runtimes {

namespace {

namespace fs = std::filesystem;

constexpr const char* kAskPython =
    "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])";
constexpr const char* kAskNode =
    "console.log(process.execPath); console.log(process.versions.node)";

fs::path make_folder(const std::string& parent) {
  std::string name = parent + "/emu-functions-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(),
                            fmt::format("no folder for functions can be made in {}", parent));
  }
  return name;
}

void write_file_to(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

// Where a shell would find it; empty when nowhere.
std::string find_program(const std::string& name, std::string_view path) {
  if (name.find('/') != std::string::npos) return name;
  while (true) {
    const std::size_t colon = path.find(':');
    const std::string candidate = fmt::format("{}/{}", path.substr(0, colon), name);
    if (candidate.front() == '/' && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    if (colon == std::string_view::npos) return {};
    path.remove_prefix(colon + 1);
  }
}

}  // namespace

Machine::Machine(RuntimesOptions given)
    : options(std::move(given)),
      folder(make_folder(options.folder)),
      slots(options.sandboxes_max, options.starting_max),
      packages(folder),
      mounts(folder),
      guard(folder),
      threads(options.sandboxes_max * 2, options.sandboxes_max) {
  write_file_to(folder / "bootstrap.py", embedded::bootstrap_py());
  write_file_to(folder / "bootstrap.mjs", embedded::bootstrap_mjs());
}

Machine::~Machine() {
  threads.join();
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

Interpreter Machine::python() { return ask(options.python, "-c", kAskPython); }
Interpreter Machine::node() { return ask(options.node, "-e", kAskNode); }

Interpreter Machine::ask(const std::string& name, const char* flag, const char* question) {
  const std::scoped_lock lock(mutex_);
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  const std::string program = find_program(name, options.path);
  if (program.empty()) return {};
  const std::string said =
      output_of({.command = {program, flag, question},
                 .environment = {"PATH=" + options.path, "HOME=" + options.home}});
  const std::size_t end = said.find('\n');
  if (end == std::string::npos) return {};
  const Interpreter found{.program = said.substr(0, end),
                          .version = said.substr(end + 1, said.find('\n', end + 1) - end - 1)};
  known_.emplace(name, found);
  return found;
}

void Machine::set_endpoint(std::string url) {
  const std::scoped_lock lock(mutex_);
  endpoint_ = std::move(url);
}

std::string Machine::endpoint() {
  const std::scoped_lock lock(mutex_);
  return endpoint_;
}

unsigned Machine::next_number() {
  const std::scoped_lock lock(mutex_);
  return ++last_number_;
}

}  // namespace emu::runtimes
