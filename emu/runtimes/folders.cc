#include "runtimes/folders.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "runtimes/limits.h"
#include "runtimes/package.h"

namespace emu::runtimes {

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FolderPtr PackageFolders::find(std::string_view zip_file, const std::string& sha256,
                               std::optional<std::string>& refusal) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(known_, [](const auto& one) { return one.second.expired(); });
  if (const auto found = known_.find(sha256); found != known_.end()) {
    if (FolderPtr folder = found->second.lock()) return folder;
  }
  auto folder = std::make_shared<const Folder>(root_ / fmt::format("package-{}", ++count_));
  refusal = unpack_zip(zip_file, folder->path());
  if (refusal) return nullptr;
  known_[sha256] = folder;
  recent_.push_back(folder);
  if (recent_.size() > kFoldersKept) recent_.pop_front();
  return folder;
}

}  // namespace emu::runtimes
