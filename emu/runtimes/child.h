// A process of the machine, in a group of its own: the one place where a child is started, and so
// where its time, its limits and what it inherits are decided.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "runtimes/mounts.h"

namespace emu::runtimes {

struct ChildPlan {
  std::vector<std::string> command = {};      // the path of the program first
  std::vector<std::string> environment = {};  // NAME=value, all there is
  std::string folder = "/";
  std::vector<Mount> mounts = {};  // for it alone
  int input = -1;                  // a descriptor to read from; -1: nothing
  int output = -1;                 // where both of its outputs go; -1: nowhere
  // Whether the kernel kills it when the thread ends that has started it, however that ends.
  bool dies_with_thread = true;
  // Whether its memory lies at the same addresses in every run.
  bool has_fixed_addresses = false;
  std::uint64_t file_bytes_max = 0;  // of any file that it writes; 0: no limit
};

struct Child {
  pid_t pid = -1;
  int error = 0;  // of errno, when it could not be started
};

// Waits until the program runs.
Child start_child(const ChildPlan& plan);

// "exit status 3", "signal: killed": how a process ended that waitpid() tells of, in AWS's words.
std::string end_text(int status);

// A whole group of processes.
void kill_group(pid_t group);
void pause_group(pid_t group);
void resume_group(pid_t group);

// What a process and its descendants have in memory now, and how many they are.
struct MemoryUse {
  std::uint64_t bytes = 0;
  std::size_t processes = 0;
};
MemoryUse memory_of(pid_t process);
// The most that it had.
std::uint64_t peak_memory_of(pid_t process);

// What a program prints; empty when it fails or takes longer than a few seconds.
std::string output_of(ChildPlan plan);

}  // namespace emu::runtimes
