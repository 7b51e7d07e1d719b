#include "cli/ready_hooks.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace emu::cli {

namespace {

namespace fs = std::filesystem;

// The environment of this program, with these variables in place of its own.
std::vector<std::string> environment_with(const ReadyHooks::Variables& variables) {
  std::vector<std::string> all;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view own = *each;
    const bool is_replaced = std::any_of(
        variables.begin(), variables.end(),
        [own](const auto& variable) { return own.substr(0, own.find('=')) == variable.first; });
    if (!is_replaced) all.emplace_back(own);
  }
  all.reserve(all.size() + variables.size());
  for (const auto& [name, value] : variables) all.push_back(fmt::format("{}={}", name, value));
  return all;
}

// Starts the program, with no signal blocked and a process group of its own. 0 when it cannot be.
pid_t start(const std::string& path, const ReadyHooks::Variables& variables) {
  std::vector<std::string> texts = environment_with(variables);
  std::vector<char*> environment;
  environment.reserve(texts.size() + 1);
  for (std::string& text : texts) environment.push_back(text.data());
  environment.push_back(nullptr);
  std::string program = path;
  std::array<char*, 2> arguments = {program.data(), nullptr};

  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, path.c_str(), nullptr, &attributes, arguments.data(),
                                  environment.data());
  posix_spawnattr_destroy(&attributes);
  if (error == 0) return child;
  fmt::print(stderr, "emu: cannot run {}: {}\n", path, std::generic_category().message(error));
  return 0;
}

}  // namespace

Status ReadyHooks::find(const std::string& folder) {
  if (folder.empty()) return {};
  std::error_code error;
  for (const fs::directory_entry& file : fs::directory_iterator(folder, error)) {
    const std::string name = file.path().filename().string();
    if (name.starts_with('.') || !file.is_regular_file()) continue;
    if (::access(file.path().c_str(), X_OK) == 0) {
      scripts_.push_back({.name = name});
    } else if (name.ends_with(".sh")) {
      fmt::print(stderr, "emu: {} is not run, since it may not be executed (chmod +x)\n", name);
    }
  }
  if (error) {
    return Error{.code = "Unreadable",
                 .message = fmt::format("cannot read the folder {}: {}", folder, error.message())};
  }
  folder_ = folder;
  std::sort(scripts_.begin(), scripts_.end(),
            [](const ReadyScript& a, const ReadyScript& b) { return a.name < b.name; });
  return {};
}

void ReadyHooks::run(const Variables& variables) {
  for (std::size_t i = 0; i < scripts_.size(); ++i) {
    {
      const std::lock_guard lock(mutex_);
      if (stopped_) return;
    }
    set_state(i, ready_states::kRunning);
    const std::string path = (fs::path(folder_) / scripts_[i].name).string();
    const bool succeeded = run_one(path, variables);
    set_state(i, succeeded ? ready_states::kSuccessful : ready_states::kError);
    if (!succeeded) fmt::print(stderr, "emu: {} has failed\n", path);
  }
}

bool ReadyHooks::run_one(const std::string& path, const Variables& variables) {
  pid_t child = 0;
  {
    const std::lock_guard lock(mutex_);
    if (stopped_) return false;
    child = running_ = start(path, variables);
  }
  if (child == 0) return false;
  int status = 0;
  siginfo_t ended{};
  // Its number stays its own until it is waited for below, so that stop() ends nobody else.
  ::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT);
  {
    const std::lock_guard lock(mutex_);
    running_ = 0;
  }
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void ReadyHooks::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (running_ != 0) ::kill(-running_, SIGTERM);
}

void ReadyHooks::set_state(std::size_t index, const char* state) {
  const std::lock_guard lock(mutex_);
  scripts_[index].state = state;
}

std::vector<ReadyScript> ReadyHooks::scripts() const {
  const std::lock_guard lock(mutex_);
  return scripts_;
}

}  // namespace emu::cli
