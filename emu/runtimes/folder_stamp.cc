#include "runtimes/folder_stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

class Digest {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) add_byte(static_cast<unsigned char>(number >> (8 * i)));
  }
  std::uint64_t value() const { return value_; }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 1099511628211U; }
  std::uint64_t value_ = 14695981039346656037U;
};

// Sorted, since the machine's own order may change.
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, CloseFolder> folder(opendir(path.c_str()));
  while (folder != nullptr && names.size() < kStampedFilesMax) {
    const dirent* entry = readdir(folder.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != ".." && name != "__pycache__") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::uint64_t stamp_of(const std::filesystem::path& folder) {
  Digest digest;
  std::size_t count = 0;
  for (std::deque<std::string> folders = {folder}; !folders.empty() && count < kStampedFilesMax;) {
    const std::string path = std::move(folders.front());
    folders.pop_front();
    for (const std::string& name : names_in(path)) {
      if (++count > kStampedFilesMax) break;
      const std::string file = path + "/" + name;
      struct stat found {};
      if (fstatat(AT_FDCWD, file.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) continue;
      digest.add(file);
      if (S_ISDIR(found.st_mode)) {
        folders.push_back(file);
        continue;
      }
      digest.add(static_cast<std::uint64_t>(found.st_ino));
      digest.add(static_cast<std::uint64_t>(found.st_size));
      digest.add(static_cast<std::uint64_t>(found.st_mtim.tv_sec));
      digest.add(static_cast<std::uint64_t>(found.st_mtim.tv_nsec));
    }
  }
  return digest.value();
}

}  // namespace emu::runtimes
