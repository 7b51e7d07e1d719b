// What is stored of SQS.
#include "sqs/state.h"

#include <emu/describe.h>

#include "sqs/message_record.h"

namespace emu::sqs {

void RedrivePolicy::describe(StructureShape<RedrivePolicy>& s) {
  s.member("TargetArn", &RedrivePolicy::target_arn);
  s.member("MaxReceiveCount", &RedrivePolicy::max_receive_count);
}

void RedriveAllowPolicy::describe(StructureShape<RedriveAllowPolicy>& s) {
  s.member("Permission", &RedriveAllowPolicy::permission);
  s.member("SourceArns", &RedriveAllowPolicy::source_arns);
}

void QueueAttributes::describe(StructureShape<QueueAttributes>& s) {
  s.member("Delay", &QueueAttributes::delay);
  s.member("MessageBytesMax", &QueueAttributes::message_bytes_max);
  s.member("Retention", &QueueAttributes::retention);
  s.member("Wait", &QueueAttributes::wait);
  s.member("Visibility", &QueueAttributes::visibility);
  s.member("Policy", &QueueAttributes::policy);
  s.member("Redrive", &QueueAttributes::redrive);
  s.member("RedriveAllow", &QueueAttributes::redrive_allow);
  s.member("KmsKey", &QueueAttributes::kms_key);
  s.member("KmsReuse", &QueueAttributes::kms_reuse);
  s.member("SqsManagedSse", &QueueAttributes::sqs_managed_sse);
  s.member("IsFifo", &QueueAttributes::is_fifo);
  s.member("DeduplicatesByContent", &QueueAttributes::deduplicates_by_content);
  s.member("DeduplicationScope", &QueueAttributes::deduplication_scope);
  s.member("FifoThroughputLimit", &QueueAttributes::fifo_throughput_limit);
}

void Queue::describe(StructureShape<Queue>& s) {
  s.member("Name", &Queue::name);
  s.member("Url", &Queue::url);
  s.member("Arn", &Queue::arn);
  s.member("Serial", &Queue::serial);
  s.member("Attributes", &Queue::attributes);
  s.member("Tags", &Queue::tags);
  s.member("Created", &Queue::created);
  s.member("Modified", &Queue::modified);
  s.member("Purged", &Queue::purged);
}

void MessageRecord::describe(StructureShape<MessageRecord>& s) {
  s.member("Key", &MessageRecord::key);
  s.member("MessageId", &MessageRecord::message_id);
  s.member("Body", &MessageRecord::body);
  s.member("Attributes", &MessageRecord::attributes);
  s.member("TraceHeader", &MessageRecord::trace_header);
  s.member("GroupId", &MessageRecord::group_id);
  s.member("DeadLetterSource", &MessageRecord::dead_letter_source);
  s.member("DeduplicationId", &MessageRecord::deduplication_id);
  s.member("Sender", &MessageRecord::sender);
  s.member("Sent", &MessageRecord::sent);
  s.member("FirstReceived", &MessageRecord::first_received);
  s.member("Received", &MessageRecord::received);
  s.member("Due", &MessageRecord::due);
  s.member("Sequence", &MessageRecord::sequence);
  s.member("ReceiveCount", &MessageRecord::receive_count);
  s.member("Receipts", &MessageRecord::receipts);
  s.member("State", &MessageRecord::state);
}

void MoveTask::describe(StructureShape<MoveTask>& s) {
  s.member("Handle", &MoveTask::handle);
  s.member("SourceArn", &MoveTask::source_arn);
  s.member("DestinationArn", &MoveTask::destination_arn);
  s.member("Rate", &MoveTask::rate);
  s.member("Interval", &MoveTask::interval);
  s.member("Moved", &MoveTask::moved);
  s.member("ToMove", &MoveTask::to_move);
  s.member("EndSequence", &MoveTask::end_sequence);
  s.member("FailureReason", &MoveTask::failure_reason);
  s.member("Started", &MoveTask::started);
  s.member("Next", &MoveTask::next);
  s.member("Status", &MoveTask::status);
  s.member("Sender", &MoveTask::sender);
}

}  // namespace emu::sqs

namespace emu {

EMU_DESCRIBED(sqs::Queue);
EMU_DESCRIBED(sqs::MessageRecord);
EMU_DESCRIBED(sqs::MoveTask);

}  // namespace emu
