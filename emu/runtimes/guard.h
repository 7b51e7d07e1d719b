// A small process that outlives this one, to tidy up after it: when this one has ended, however it
// did, it kills the groups that are left and removes the folder.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <string>

namespace emu::runtimes {

class Guard {
 public:
  explicit Guard(const std::string& folder);
  ~Guard();
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  void add(pid_t group) { tell('+', group); }
  void remove(pid_t group) { tell('-', group); }

 private:
  void tell(char what, pid_t group);

  std::mutex mutex_;
  int pipe_ = -1;
  pid_t pid_ = -1;
};

}  // namespace emu::runtimes
