// RuntimeApiHost: a sandbox, as the Runtime API sees it.
#pragma once

#include <emu/time.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/function_runtimes.h"

namespace emu::runtimes {

// What became of an event, or of the init phase.
struct Answer {
  bool has_failed = false;
  std::string error_type = {};
  std::string body = {};
};

// How the Runtime API takes an answer.
enum class Taken { kAccepted, kNoSuchRequest, kNotNow };

class RuntimeApiHost {
 public:
  virtual ~RuntimeApiHost() = default;

  // The next event; nothing when there will be none, or nobody waits for it.
  virtual std::optional<RuntimeEvent> next(const std::function<bool()>& is_awaited) = 0;
  virtual Taken answer(std::string_view request_id, Answer answer) = 0;
  virtual Taken fail_init(Answer answer) = 0;
  virtual void refuse_answer() = 0;  // it was too large

  // What the process takes for the time of day.
  virtual Time time_of_process() = 0;
};

// What an answer that tells of a failure says.
RuntimeFailure told_failure(Answer answer);
// What a process has failed by that has ended so, as waitpid() tells it.
RuntimeFailure exit_failure(int status);
// The answer in place of one that was too large.
Answer answer_too_large();

}  // namespace emu::runtimes
