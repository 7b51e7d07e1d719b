// A task that moves the messages of a dead-letter queue, one after the other at a steady rate.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/caller.h"
#include "core/task/scheduler.h"

namespace emu::sqs {

struct MoveTask {
  enum class Status { kRunning, kCompleted, kCancelled, kFailed };

  std::string handle;
  std::string source_arn;
  std::string destination_arn;  // empty: each message goes to where it came from
  std::optional<std::int32_t> rate;
  Duration interval;  // between two messages
  std::int64_t moved = 0;
  std::int64_t to_move = 0;
  std::string failure_reason;
  Time started;
  Status status = Status::kRunning;
  std::string sender;  // who started it
  TimerId timer;       // of the next message
};

// A handle tells whose task it is.
std::string make_task_handle(std::string_view id, std::string_view source_arn);
// The source's ARN; empty when it is no handle.
std::string source_of_handle(std::string_view handle);

}  // namespace emu::sqs
