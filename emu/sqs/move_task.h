// A task that moves the messages of a dead-letter queue, one after the other at a steady rate.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::sqs {

namespace move_statuses {
inline constexpr std::string_view kRunning = "RUNNING";
inline constexpr std::string_view kCompleted = "COMPLETED";
inline constexpr std::string_view kCancelled = "CANCELLED";
inline constexpr std::string_view kFailed = "FAILED";
}  // namespace move_statuses

// As it is stored; the timer of a running task follows from `next`.
struct MoveTask {
  std::string handle = {};
  std::string source_arn = {};       // no two running tasks have the same
  std::string destination_arn = {};  // empty: each message goes to where it came from
  std::optional<std::int32_t> rate = {};
  Duration interval = {};  // between two messages
  std::int64_t moved = 0;
  std::int64_t to_move = 0;
  std::int64_t end_sequence = 0;  // messages from here on came in after the task had started
  std::string failure_reason = {};
  Time started = {};
  Time next = {};  // when the next message is moved, while the task is running
  std::string status = std::string(move_statuses::kRunning);
  std::string sender = {};  // who started it

  bool is_running() const { return status == move_statuses::kRunning; }

  static void describe(StructureShape<MoveTask>& s);
};

// A handle names the task and its source: Base64 of {"taskId":"…","sourceArn":"…"}.
std::string make_task_handle(std::string_view id, std::string_view source_arn);
// The source's ARN; empty when it is no handle.
std::string source_of_handle(std::string_view handle);

}  // namespace emu::sqs
