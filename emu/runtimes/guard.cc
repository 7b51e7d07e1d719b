#include "runtimes/guard.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "runtimes/child.h"

namespace emu::runtimes {

namespace {

// It reads "+ GROUP" and "- GROUP" until nobody can write any more.
constexpr const char* kScript = R"sh(
trap '' INT TERM HUP
all=' '
while read -r what group; do
  case $what in
    +) all="$all$group " ;;
    -) all="${all%% $group *} ${all#* $group }" ;;
  esac
done
for group in $all; do kill -9 -"$group"; done
rm -rf -- "$1"
)sh";

}  // namespace

Guard::Guard(const std::string& folder) {
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) return;
  pid_ = start_child({.command = {"/bin/sh", "-c", kScript, "emu-guard", folder},
                      .environment = {"PATH=/usr/bin:/bin"},
                      .input = pipe[0],
                      .dies_with_thread = false})
             .pid;
  ::close(pipe[0]);
  pipe_ = pipe[1];
}

Guard::~Guard() {
  if (pipe_ >= 0) ::close(pipe_);
  if (pid_ <= 0) return;
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void Guard::tell(char what, pid_t group) {
  if (pid_ <= 0) return;
  const std::string line = fmt::format("{} {}\n", what, group);
  const std::scoped_lock lock(mutex_);
  // A short line goes into a pipe whole, or not at all when its reader is gone.
  [[maybe_unused]] const ssize_t told = ::write(pipe_, line.data(), line.size());
}

}  // namespace emu::runtimes
