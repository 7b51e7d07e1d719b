#include "runtimes/clock/threads.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace emu::runtimes {

namespace {

constexpr std::size_t kThreadsMax = 8192;

// A small file of /proc, in a buffer of the caller; empty when it is gone.
using Buffer = std::array<char, 4096>;

std::string_view read_proc(Buffer& buffer, const char* form, pid_t process, pid_t thread) {
  std::array<char, 64> path;
  std::snprintf(path.data(), path.size(), form, process, thread);
  const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  const ssize_t count = ::read(file, buffer.data(), buffer.size());
  ::close(file);
  return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

std::uint64_t next_number(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  std::uint64_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

void add_children(pid_t process, pid_t thread, std::vector<pid_t>& out) {
  Buffer buffer;
  std::string_view rest = read_proc(buffer, "/proc/%d/task/%d/children", process, thread);
  while (!rest.empty()) {
    const auto child = static_cast<pid_t>(next_number(rest));
    if (child == 0) break;
    out.push_back(child);
  }
}

// Behind the name, which may hold anything.
std::string_view fields_of_stat(std::string_view stat) {
  const std::size_t name_end = stat.rfind(')');
  return name_end == std::string_view::npos ? std::string_view() : stat.substr(name_end + 2);
}

enum class Doing { kWaits, kRuns, kHasEnded };

Doing look_at(pid_t process, pid_t thread, std::uint64_t& runs) {
  Buffer buffer;
  const std::string_view stat =
      fields_of_stat(read_proc(buffer, "/proc/%d/task/%d/stat", process, thread));
  if (stat.empty()) return Doing::kRuns;  // it ends: somebody may notice that
  if (stat.front() == 'Z' || stat.front() == 'X') return Doing::kHasEnded;
  if (stat.front() != 'S') return Doing::kRuns;
  // A thread that is about to sleep says so while it still runs, and longest one that takes its
  // child's end in. This file is written when it has left the processor.
  if (read_proc(buffer, "/proc/%d/task/%d/syscall", process, thread).starts_with("running")) {
    return Doing::kRuns;
  }
  std::string_view times = read_proc(buffer, "/proc/%d/task/%d/schedstat", process, thread);
  if (times.empty()) return Doing::kRuns;
  next_number(times);
  next_number(times);
  runs = next_number(times);
  return Doing::kWaits;
}

struct CloseTaskList {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

template <class Body>
void each_thread(pid_t process, const Body& body) {
  std::array<char, 32> path;
  std::snprintf(path.data(), path.size(), "/proc/%d/task", process);
  const std::unique_ptr<DIR, CloseTaskList> folder(::opendir(path.data()));
  if (folder == nullptr) return;
  while (const dirent* entry = ::readdir(folder.get())) {
    const int thread = std::atoi(entry->d_name);
    if (thread > 0 && !body(static_cast<pid_t>(thread))) return;
  }
}

}  // namespace

std::optional<Threads> waiting_threads_of(pid_t process) {
  Threads found;
  bool is_waiting = true;
  std::vector<pid_t> processes = {process};
  while (!processes.empty() && is_waiting) {
    const pid_t each = processes.back();
    processes.pop_back();
    each_thread(each, [&](pid_t thread) {
      std::uint64_t runs = 0;
      const Doing doing = look_at(each, thread, runs);
      is_waiting = doing != Doing::kRuns && found.size() < kThreadsMax;
      if (!is_waiting) return false;
      found.emplace_back(thread, runs);
      add_children(each, thread, processes);
      return true;
    });
  }
  if (!is_waiting) return std::nullopt;
  return found;
}

double processor_seconds_of(pid_t process) {
  std::uint64_t ticks = 0;
  std::vector<pid_t> processes = {process};
  for (std::size_t looked = 0; !processes.empty() && looked < kThreadsMax; ++looked) {
    const pid_t each = processes.back();
    processes.pop_back();
    Buffer buffer;
    std::string_view stat = fields_of_stat(read_proc(buffer, "/proc/%d/task/%d/stat", each, each));
    // The state, and the 11th and 12th number behind it.
    if (stat.size() < 2) continue;
    stat.remove_prefix(1);
    for (int i = 0; i < 10; ++i) {
      if (stat.starts_with(" -")) stat.remove_prefix(2);
      next_number(stat);
    }
    ticks += next_number(stat);
    ticks += next_number(stat);
    each_thread(each, [&](pid_t thread) {
      add_children(each, thread, processes);
      return true;
    });
  }
  return static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace emu::runtimes
