#include "runtimes/mounts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "runtimes/child.h"

namespace emu::runtimes {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTask = "/var/task";
constexpr std::size_t kFoldersMax = 256;

bool write_text(const char* path, const char* text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const std::size_t size = std::strlen(text);
  const bool is_written = ::write(fd, text, size) == static_cast<ssize_t>(size);
  ::close(fd);
  return is_written;
}

// "1000 1000 1": who it was, it stays.
void describe_id(char (&text)[64], unsigned id) {
  char digits[16];
  std::size_t count = 0;
  do {
    digits[count++] = static_cast<char>('0' + id % 10);
    id /= 10;
  } while (id > 0);
  std::size_t at = 0;
  for (int i = 0; i < 2; ++i) {
    for (std::size_t digit = count; digit-- > 0;) text[at++] = digits[digit];
    text[at++] = ' ';
  }
  text[at++] = '1';
  text[at] = '\0';
}

int enter_namespace() {
  if (unshare(CLONE_NEWNS) == 0) return 0;
  char user[64];
  char group[64];
  describe_id(user, geteuid());
  describe_id(group, getegid());
  if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return errno;
  const bool is_mapped = write_text("/proc/self/setgroups", "deny") &&
                         write_text("/proc/self/uid_map", user) &&
                         write_text("/proc/self/gid_map", group);
  return is_mapped ? 0 : EPERM;
}

}  // namespace

// It calls nothing that takes a lock or memory.
int enter_mounts(const std::vector<Mount>& mounts) {
  if (mounts.empty()) return 0;
  if (const int error = enter_namespace()) return error;
  if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return errno;
  for (const Mount& one : mounts) {
    if (mount(one.source.c_str(), one.target.c_str(), nullptr, MS_BIND | MS_REC, nullptr) != 0) {
      return errno;
    }
  }
  return 0;
}

std::vector<Mount> Mounts::of_code(const fs::path& code) {
  const std::scoped_lock lock(mutex_);
  if (!is_allowed_) {
    prepare();
    const std::string test = folder_ / "mounts";
    is_allowed_ = !output_of({.command = {"/bin/sh", "-c", "test -e /var/task/there && echo yes"},
                              .mounts = plan(test)})
                       .empty();
  }
  return *is_allowed_ ? plan(code) : std::vector<Mount>();
}

// A machine has no /var/task. So the child gets another /var, with the folders of the real one and
// that one more.
void Mounts::prepare() {
  std::error_code ignored;
  const fs::path test = folder_ / "mounts";
  fs::create_directories(test / "there", ignored);
  if (fs::is_directory(kTask, ignored)) return;
  const fs::path var = test / "var";
  fs::create_directories(var / "task", ignored);
  for (const fs::directory_entry& entry : fs::directory_iterator("/var", ignored)) {
    const fs::path copy = var / entry.path().filename();
    if (entry.is_symlink(ignored)) {
      fs::copy_symlink(entry.path(), copy, ignored);
    } else if (entry.is_directory(ignored) && names_.size() < kFoldersMax) {
      fs::create_directory(copy, ignored);
      names_.push_back(entry.path().filename());
    }
  }
}

std::vector<Mount> Mounts::plan(const fs::path& code) const {
  std::error_code ignored;
  if (fs::is_directory(kTask, ignored)) return {{.source = code, .target = kTask}};
  const fs::path var = folder_ / "mounts" / "var";
  std::vector<Mount> mounts;
  for (const std::string& name : names_) {
    mounts.push_back({.source = "/var/" + name, .target = var / name});
  }
  mounts.push_back({.source = code, .target = var / "task"});
  mounts.push_back({.source = var, .target = "/var"});
  return mounts;
}

bool Mounts::may_cover_opt(const std::vector<std::string>& needed) {
  std::error_code failed;
  return fs::is_directory("/opt", failed) &&
         std::none_of(needed.begin(), needed.end(), [](const std::string& file) {
           std::error_code unknown;
           return fs::weakly_canonical(file, unknown).string().starts_with("/opt/");
         });
}

}  // namespace emu::runtimes
