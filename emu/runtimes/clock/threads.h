// What the threads of processes do, as the kernel tells it: whether all of them wait.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace emu::runtimes {

// Every thread of a process and of its descendants, with how often it has run so far.
using Threads = std::vector<std::pair<pid_t, std::uint64_t>>;

// Nothing when one of them runs, or could. Who is woken is at once one that could, so that two
// equal looks show that nobody has run between them.
std::optional<Threads> waiting_threads_of(pid_t process);

// The processor time of a process and of its descendants that live, in seconds.
double processor_seconds_of(pid_t process);

}  // namespace emu::runtimes
