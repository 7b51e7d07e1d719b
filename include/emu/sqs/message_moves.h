// Bringing messages home from a dead-letter queue.
// Source: Amazon SQS API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs {

struct StartMessageMoveTaskResult {
  std::string task_handle;
  static void describe(StructureShape<StartMessageMoveTaskResult>& s);
};

// Moves the messages that are in a dead-letter queue to a destination, or each to the queue that it
// came from when none is given. ResourceNotFoundException for an unknown source or destination,
// InvalidParameterValue for a source that is no dead-letter queue or is the destination, and while
// a task of the source is running.
struct StartMessageMoveTask {
  static constexpr OperationName kOperation{"sqs", "StartMessageMoveTask"};
  using Result = StartMessageMoveTaskResult;
  std::string source_arn;
  std::string destination_arn = {};
  std::optional<std::int32_t> max_number_of_messages_per_second = {};  // 1 to 500
  static void describe(StructureShape<StartMessageMoveTask>& s);
};

struct CancelMessageMoveTaskResult {
  std::int64_t approximate_number_of_messages_moved = 0;
  static void describe(StructureShape<CancelMessageMoveTaskResult>& s);
};

// Stops a running task; what it has moved stays moved. ResourceNotFoundException for a task that is
// unknown or has ended, InvalidParameterValue for what is no handle.
struct CancelMessageMoveTask {
  static constexpr OperationName kOperation{"sqs", "CancelMessageMoveTask"};
  using Result = CancelMessageMoveTaskResult;
  std::string task_handle;
  static void describe(StructureShape<CancelMessageMoveTask>& s);
};

struct ListMessageMoveTasksResultEntry {
  std::string task_handle = {};  // of a running task only
  std::string status = {};       // RUNNING, COMPLETED, CANCELLING, CANCELLED or FAILED
  std::string source_arn = {};
  std::string destination_arn = {};
  std::optional<std::int32_t> max_number_of_messages_per_second = {};
  std::int64_t approximate_number_of_messages_moved = 0;
  std::optional<std::int64_t> approximate_number_of_messages_to_move = {};
  std::string failure_reason = {};
  std::int64_t started_timestamp = 0;  // milliseconds since the epoch
  static void describe(StructureShape<ListMessageMoveTasksResultEntry>& s);
};

struct ListMessageMoveTasksResult {
  std::vector<ListMessageMoveTasksResultEntry> results = {};
  static void describe(StructureShape<ListMessageMoveTasksResult>& s);
};

// The newest tasks of a source queue, newest first.
struct ListMessageMoveTasks {
  static constexpr OperationName kOperation{"sqs", "ListMessageMoveTasks"};
  using Result = ListMessageMoveTasksResult;
  std::string source_arn;
  std::optional<std::int32_t> max_results = {};  // 1 to 10; 1 when absent
  static void describe(StructureShape<ListMessageMoveTasks>& s);
};

}  // namespace emu::sqs
