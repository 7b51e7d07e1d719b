// Where a child finds its files: the function's package at /var/task and its layers at /opt, in a
// mount namespace of the child's own, where the machine allows one (to root, or in a user
// namespace). Nobody else sees these mounts, and they end with the child.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace emu::runtimes {

// One folder seen in the place of another.
struct Mount {
  std::string source;
  std::string target;
};

// Between fork and exec: enters a namespace and mounts there, in order. The error of errno, or 0.
int enter_mounts(const std::vector<Mount>& mounts);

class Mounts {
 public:
  // Below the folder lies what the mounts need.
  explicit Mounts(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // What shows `code` at /var/task; empty when the machine does not allow it. It is tried once.
  std::vector<Mount> of_code(const std::filesystem::path& code);
  // Whether /opt can be something else for a child that needs these files.
  static bool may_cover_opt(const std::vector<std::string>& needed);

 private:
  std::vector<Mount> plan(const std::filesystem::path& code) const;
  void prepare();

  const std::filesystem::path folder_;
  std::mutex mutex_;
  std::optional<bool> is_allowed_ = {};
  std::vector<std::string> names_ = {};  // of folders in /var; empty when /var/task is there
};

}  // namespace emu::runtimes
