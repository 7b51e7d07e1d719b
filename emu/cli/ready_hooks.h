// Programs that run once the server answers, such as one that makes the queues of a project: the
// files of a folder that may be executed, in the order of their names, one after the other. They
// find the server by AWS_ENDPOINT_URL and the like in their environment.
//
//   ReadyHooks hooks;
//   EMU_CHECK(hooks.find("ready.d"));
//   hooks.run({{"AWS_ENDPOINT_URL", url}});   // when one fails, the others run nevertheless
//   hooks.scripts()              // {{"10-queues.sh", "SUCCESSFUL"}, …}
#pragma once

#include <emu/result.h>
#include <emu/server.h>
#include <sys/types.h>

#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace emu::cli {

class ReadyHooks {
 public:
  using Variables = std::vector<std::pair<std::string, std::string>>;

  // The names of what is to run; an Error when the folder cannot be read. No folder: nothing.
  Status find(const std::string& folder);
  // Returns when all have ended, or after stop().
  void run(const Variables& variables);
  // From any thread: ends what runs, and runs no more.
  void stop();

  std::vector<ReadyScript> scripts() const;

 private:
  bool run_one(const std::string& path, const Variables& variables);
  void set_state(std::size_t index, const char* state);

  std::string folder_;
  mutable std::mutex mutex_;
  std::vector<ReadyScript> scripts_;
  pid_t running_ = 0;
  bool stopped_ = false;
};

}  // namespace emu::cli
