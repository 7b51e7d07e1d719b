// `emu serve` in a process of its own, on a port that is free.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace emu::cli {

class Served {
 public:
  // Returns when it is ready, or has ended before. What it says on stderr goes into a file, or
  // where the test's goes.
  explicit Served(std::vector<std::string> arguments, const std::string& error_file = {});
  // Ends it by force if it still runs.
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  const std::string& output() const { return output_; }  // stdout until it was ready
  std::string url() const;
  pid_t process() const { return process_; }
  // What stands behind a name in the output, such as "http_api".
  std::string value_of(const std::string& name) const;

  // Sends the signal and waits for the end. The exit code, or -1 when the signal has killed it.
  int stop(int signal);

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string output_;
};

}  // namespace emu::cli
