// What SQS answers.

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/operation_table.h"
#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

template <class Op>
std::string queue_arn(const Call& call, const Op& in) {
  const std::optional<QueueAddress> address = address_of_url(in.queue_url, place_of(call));
  return address ? arn_of(*address) : std::string();
}

std::string new_queue_arn(const Call& call, const CreateQueue& in) {
  return arn_of({.account = call.account(), .region = call.region(), .name = in.queue_name});
}

std::string named_queue_arn(const Call& call, const GetQueueUrl& in) {
  const std::string& owner = in.queue_owner_aws_account_id;
  return arn_of({.account = owner.empty() ? call.account() : owner,
                 .region = call.region(),
                 .name = in.queue_name});
}

template <class Op>
std::string source_arn(const Call&, const Op& in) {
  return in.source_arn;
}

std::string handled_arn(const Call&, const CancelMessageMoveTask& in) {
  return source_of_handle(in.task_handle);
}

// Moving receives and deletes at the source and sends to the destination.
// Source: Amazon SQS Developer Guide, "Configuring queue permissions for dead-letter queue
// redrive".
void move_needs(const Call&, const StartMessageMoveTask& in, std::vector<AccessNeed>& out) {
  for (const std::string_view action :
       {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}) {
    out.push_back({.action = action, .resource = in.source_arn});
  }
  if (!in.destination_arn.empty()) {
    out.push_back({.action = "sqs:SendMessage", .resource = in.destination_arn});
  }
}

// Source: Amazon SQS API Reference, "CreateQueue", on tags.
void tags_need(const Call& call, const CreateQueue& in, std::vector<AccessNeed>& out) {
  if (in.tags.empty()) return;
  out.push_back({.action = "sqs:TagQueue", .resource = new_queue_arn(call, in)});
}

void register_queue_operations(Sqs& sqs, OperationTable& table) {
  table.add<AddPermission>(sqs, &Sqs::add_permission, {&queue_arn});
  table.add<CreateQueue>(sqs, &Sqs::create_queue, {.resource = &new_queue_arn, .also = &tags_need});
  table.add<DeleteQueue>(sqs, &Sqs::delete_queue, {&queue_arn});
  table.add<GetQueueAttributes>(sqs, &Sqs::get_queue_attributes, {&queue_arn});
  table.add<GetQueueUrl>(sqs, &Sqs::get_queue_url, {&named_queue_arn});
  table.add<ListDeadLetterSourceQueues>(sqs, &Sqs::list_dead_letter_source_queues, {&queue_arn});
  table.add<ListQueueTags>(sqs, &Sqs::list_queue_tags, {&queue_arn});
  table.add<ListQueues>(sqs, &Sqs::list_queues);
  table.add<PurgeQueue>(sqs, &Sqs::purge_queue, {&queue_arn});
  table.add<RemovePermission>(sqs, &Sqs::remove_permission, {&queue_arn});
  table.add<SetQueueAttributes>(sqs, &Sqs::set_queue_attributes, {&queue_arn});
  table.add<TagQueue>(sqs, &Sqs::tag_queue, {&queue_arn});
  table.add<UntagQueue>(sqs, &Sqs::untag_queue, {&queue_arn});
}

// A batch needs the permission of the single operation.
void register_message_operations(Sqs& sqs, OperationTable& table) {
  table.add<ChangeMessageVisibility>(sqs, &Sqs::change_message_visibility, {&queue_arn});
  table.add<ChangeMessageVisibilityBatch>(
      sqs, &Sqs::change_message_visibility_batch,
      {.resource = &queue_arn, .action = "sqs:ChangeMessageVisibility"});
  table.add<DeleteMessage>(sqs, &Sqs::delete_message, {&queue_arn});
  table.add<DeleteMessageBatch>(sqs, &Sqs::delete_message_batch,
                                {.resource = &queue_arn, .action = "sqs:DeleteMessage"});
  table.add<ReceiveMessage>(sqs, &Sqs::receive_message, {&queue_arn});
  table.add<SendMessage>(sqs, &Sqs::send_message, {&queue_arn});
  table.add<SendMessageBatch>(sqs, &Sqs::send_message_batch,
                              {.resource = &queue_arn, .action = "sqs:SendMessage"});
}

void register_move_operations(Sqs& sqs, OperationTable& table) {
  table.add<CancelMessageMoveTask>(sqs, &Sqs::cancel_message_move_task, {&handled_arn});
  table.add<ListMessageMoveTasks>(sqs, &Sqs::list_message_move_tasks, {&source_arn});
  table.add<StartMessageMoveTask>(sqs, &Sqs::start_message_move_task,
                                  {.resource = &source_arn, .also = &move_needs});
}

}  // namespace

void Sqs::add_to(OperationTable& table) {
  register_queue_operations(*this, table);
  register_message_operations(*this, table);
  register_move_operations(*this, table);
  table.add_look<PeekQueue>(*this, &Sqs::peek_queue);
}

}  // namespace emu::sqs
