#include <emu/describe.h>
#include <emu/sqs/message_moves.h>

namespace emu::sqs {

void StartMessageMoveTaskResult::describe(StructureShape<StartMessageMoveTaskResult>& s) {
  s.member("TaskHandle", &StartMessageMoveTaskResult::task_handle);
}

void StartMessageMoveTask::describe(StructureShape<StartMessageMoveTask>& s) {
  s.member("SourceArn", &StartMessageMoveTask::source_arn).required();
  s.member("DestinationArn", &StartMessageMoveTask::destination_arn);
  s.member("MaxNumberOfMessagesPerSecond",
           &StartMessageMoveTask::max_number_of_messages_per_second);
}

void CancelMessageMoveTaskResult::describe(StructureShape<CancelMessageMoveTaskResult>& s) {
  s.member("ApproximateNumberOfMessagesMoved",
           &CancelMessageMoveTaskResult::approximate_number_of_messages_moved);
}

void CancelMessageMoveTask::describe(StructureShape<CancelMessageMoveTask>& s) {
  s.member("TaskHandle", &CancelMessageMoveTask::task_handle).required();
}

void ListMessageMoveTasksResultEntry::describe(StructureShape<ListMessageMoveTasksResultEntry>& s) {
  using Entry = ListMessageMoveTasksResultEntry;
  s.member("TaskHandle", &Entry::task_handle);
  s.member("Status", &Entry::status);
  s.member("SourceArn", &Entry::source_arn);
  s.member("DestinationArn", &Entry::destination_arn);
  s.member("MaxNumberOfMessagesPerSecond", &Entry::max_number_of_messages_per_second);
  s.member("ApproximateNumberOfMessagesMoved", &Entry::approximate_number_of_messages_moved);
  s.member("ApproximateNumberOfMessagesToMove", &Entry::approximate_number_of_messages_to_move);
  s.member("FailureReason", &Entry::failure_reason);
  s.member("StartedTimestamp", &Entry::started_timestamp);
}

void ListMessageMoveTasksResult::describe(StructureShape<ListMessageMoveTasksResult>& s) {
  s.member("Results", &ListMessageMoveTasksResult::results)
      .query_name("ListMessageMoveTasksResultEntry");
}

void ListMessageMoveTasks::describe(StructureShape<ListMessageMoveTasks>& s) {
  s.member("SourceArn", &ListMessageMoveTasks::source_arn).required();
  s.member("MaxResults", &ListMessageMoveTasks::max_results);
}

}  // namespace emu::sqs

namespace emu {
EMU_DESCRIBED(sqs::StartMessageMoveTaskResult);
EMU_DESCRIBED_OPERATION(sqs::StartMessageMoveTask);
EMU_DESCRIBED(sqs::CancelMessageMoveTaskResult);
EMU_DESCRIBED_OPERATION(sqs::CancelMessageMoveTask);
EMU_DESCRIBED(sqs::ListMessageMoveTasksResultEntry);
EMU_DESCRIBED(sqs::ListMessageMoveTasksResult);
EMU_DESCRIBED_OPERATION(sqs::ListMessageMoveTasks);
}  // namespace emu
