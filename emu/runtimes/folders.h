// The folders that packages are unpacked into: one for each package, which its sandboxes share.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/function_runtimes.h"

namespace emu::runtimes {

// Removed with the last who uses it, unless it is somebody else's.
class Folder {
 public:
  explicit Folder(std::filesystem::path path, bool is_ours = true)
      : path_(std::move(path)), is_ours_(is_ours) {}
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool is_ours_;
};
using FolderPtr = std::shared_ptr<const Folder>;

class PackageFolders {
 public:
  explicit PackageFolders(std::filesystem::path root) : root_(std::move(root)) {}

  // The files unpacked into one folder, later ones over earlier ones; or null and why not.
  FolderPtr find(const std::vector<ZipFile>& zip_files, std::optional<std::string>& refusal);

 private:
  const std::filesystem::path root_;
  std::mutex mutex_;
  std::map<std::string, std::weak_ptr<const Folder>> known_;
  std::deque<FolderPtr> recent_;  // stay although nobody uses them
  unsigned count_ = 0;
};

// Why a folder cannot be a function's code; nothing when it can.
std::optional<std::string> refusal_of_folder(const std::string& path);

}  // namespace emu::runtimes
