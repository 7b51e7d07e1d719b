#include "runtimes/child.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "core/text/ascii.h"
#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

constexpr int kErrorDescriptor = 3;
constexpr int kTreeDepthMax = 64;

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

void limit(int resource, std::uint64_t value) {
  const rlimit limits{.rlim_cur = value, .rlim_max = value};
  setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

// Runs between fork and exec, when no other thread is there: it calls nothing that takes a lock or
// memory.
[[noreturn]] void become(const ChildPlan& plan, char* const* command, char* const* environment,
                         int errors, pid_t parent) {
  setpgid(0, 0);
  if (plan.dies_with_thread) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
  }
  const int nothing = ::open("/dev/null", O_RDWR);
  dup2(plan.input >= 0 ? plan.input : nothing, STDIN_FILENO);
  dup2(plan.output >= 0 ? plan.output : nothing, STDOUT_FILENO);
  dup2(STDOUT_FILENO, STDERR_FILENO);
  dup2(errors, kErrorDescriptor);
  fcntl(kErrorDescriptor, F_SETFD, FD_CLOEXEC);
  if (syscall(SYS_close_range, kErrorDescriptor + 1, ~0U, 0) != 0) {
    for (int fd = kErrorDescriptor + 1; fd < 65536; ++fd) ::close(fd);
  }
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, kOpenFilesMax);
  if (plan.file_bytes_max > 0) limit(RLIMIT_FSIZE, plan.file_bytes_max);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  signal(SIGPIPE, SIG_DFL);
  if (plan.has_fixed_addresses) personality(ADDR_NO_RANDOMIZE);
  int error = enter_mounts(plan.mounts);
  if (error == 0) {
    if (chdir(plan.folder.c_str()) == 0) execve(command[0], command, environment);
    error = errno;
  }
  [[maybe_unused]] const ssize_t told = ::write(kErrorDescriptor, &error, sizeof error);
  _exit(127);
}

std::vector<pid_t> children_of(pid_t process) {
  std::ifstream in(fmt::format("/proc/{}/task/{}/children", process, process));
  std::vector<pid_t> found;
  for (pid_t child = 0; in >> child;) found.push_back(child);
  return found;
}

void add_memory(pid_t process, int depth, MemoryUse& use) {
  std::ifstream in(fmt::format("/proc/{}/statm", process));
  std::uint64_t pages = 0;
  std::uint64_t resident = 0;
  if (!(in >> pages >> resident)) return;
  use.bytes += resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  ++use.processes;
  if (depth == 0 || use.processes > kProcessesMax) return;
  for (const pid_t child : children_of(process)) add_memory(child, depth - 1, use);
}

}  // namespace

Child start_child(const ChildPlan& plan) {
  const std::vector<char*> command = pointers_to(plan.command);
  const std::vector<char*> environment = pointers_to(plan.environment);
  std::array<int, 2> errors{};
  if (pipe2(errors.data(), O_CLOEXEC) != 0) return {.error = errno};
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) become(plan, command.data(), environment.data(), errors[1], parent);
  Child child{.pid = pid, .error = pid < 0 ? errno : 0};
  ::close(errors[1]);
  if (pid > 0) {
    setpgid(pid, pid);
    int error = 0;
    ssize_t count = 0;
    do {
      count = ::read(errors[0], &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    if (count == sizeof error) {
      while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
      }
      child = {.pid = -1, .error = error};
    }
  }
  ::close(errors[0]);
  return child;
}

std::string end_text(int status) {
  if (!WIFSIGNALED(status)) return fmt::format("exit status {}", WEXITSTATUS(status));
  std::string name = strsignal(WTERMSIG(status));
  for (char& letter : name) letter = to_lower(letter);
  return "signal: " + name;
}

void kill_group(pid_t group) { ::kill(-group, SIGKILL); }
void pause_group(pid_t group) { ::kill(-group, SIGSTOP); }
void resume_group(pid_t group) { ::kill(-group, SIGCONT); }

MemoryUse memory_of(pid_t process) {
  MemoryUse use;
  add_memory(process, kTreeDepthMax, use);
  return use;
}

std::uint64_t peak_memory_of(pid_t process) {
  std::ifstream in(fmt::format("/proc/{}/status", process));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
  }
  return 0;
}

std::string output_of(ChildPlan plan) {
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) return {};
  plan.output = pipe[1];
  const Child child = start_child(plan);
  ::close(pipe[1]);
  std::string text;
  const auto deadline = std::chrono::steady_clock::now() + kInterpreterAnswerMax;
  while (child.pid > 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd readable{.fd = pipe[0], .events = POLLIN, .revents = 0};
    std::array<char, 4096> bytes{};
    if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) <= 0) break;
    const ssize_t count = ::read(pipe[0], bytes.data(), bytes.size());
    if (count <= 0) break;
    text.append(bytes.data(), static_cast<std::size_t>(count));
  }
  ::close(pipe[0]);
  if (child.pid <= 0) return {};
  kill_group(child.pid);
  while (waitpid(child.pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  return text;
}

}  // namespace emu::runtimes
