#include "runtimes/folders.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "runtimes/limits.h"
#include "runtimes/package.h"

namespace emu::runtimes {

Folder::~Folder() {
  if (!is_ours_) return;
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FolderPtr PackageFolders::find(const std::vector<ZipFile>& zip_files,
                               std::optional<std::string>& refusal) {
  std::string key;
  for (const ZipFile& file : zip_files) key += file.sha256 + " ";
  const std::scoped_lock lock(mutex_);
  std::erase_if(known_, [](const auto& one) { return one.second.expired(); });
  if (const auto found = known_.find(key); found != known_.end()) {
    if (FolderPtr folder = found->second.lock()) return folder;
  }
  auto folder = std::make_shared<const Folder>(root_ / fmt::format("package-{}", ++count_));
  for (const ZipFile& file : zip_files) {
    refusal = unpack_zip(file.content, folder->path());
    if (refusal) return nullptr;
  }
  known_[key] = folder;
  recent_.push_back(folder);
  if (recent_.size() > kFoldersKept) recent_.pop_front();
  return folder;
}

std::optional<std::string> refusal_of_folder(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::path(path).is_absolute()) {
    return fmt::format("The folder of a function's code is named from the root: '{}' is not.",
                       path);
  }
  if (std::filesystem::is_directory(path, failed)) return std::nullopt;
  return fmt::format("There is no folder '{}' on the machine of this server.", path);
}

}  // namespace emu::runtimes
