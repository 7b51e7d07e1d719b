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
  const std::optional<QueuePlace> place = place_of_url(in.queue_url, call.region());
  return place ? arn_of(*place) : std::string();
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

void register_queue_operations(Sqs& sqs, OperationTable& table) {
  table.add<AddPermission>(sqs, &Sqs::add_permission, {"sqs:AddPermission", &queue_arn});
  table.add<CreateQueue>(sqs, &Sqs::create_queue, {"sqs:CreateQueue", &new_queue_arn});
  table.add<DeleteQueue>(sqs, &Sqs::delete_queue, {"sqs:DeleteQueue", &queue_arn});
  table.add<GetQueueAttributes>(sqs, &Sqs::get_queue_attributes,
                                {"sqs:GetQueueAttributes", &queue_arn});
  table.add<GetQueueUrl>(sqs, &Sqs::get_queue_url, {"sqs:GetQueueUrl", &named_queue_arn});
  table.add<ListDeadLetterSourceQueues>(sqs, &Sqs::list_dead_letter_source_queues,
                                        {"sqs:ListDeadLetterSourceQueues", &queue_arn});
  table.add<ListQueueTags>(sqs, &Sqs::list_queue_tags, {"sqs:ListQueueTags", &queue_arn});
  table.add<ListQueues>(sqs, &Sqs::list_queues, {"sqs:ListQueues"});
  table.add<PurgeQueue>(sqs, &Sqs::purge_queue, {"sqs:PurgeQueue", &queue_arn});
  table.add<RemovePermission>(sqs, &Sqs::remove_permission, {"sqs:RemovePermission", &queue_arn});
  table.add<SetQueueAttributes>(sqs, &Sqs::set_queue_attributes,
                                {"sqs:SetQueueAttributes", &queue_arn});
  table.add<TagQueue>(sqs, &Sqs::tag_queue, {"sqs:TagQueue", &queue_arn});
  table.add<UntagQueue>(sqs, &Sqs::untag_queue, {"sqs:UntagQueue", &queue_arn});
}

// A batch needs the permission of the single operation.
void register_message_operations(Sqs& sqs, OperationTable& table) {
  table.add<ChangeMessageVisibility>(sqs, &Sqs::change_message_visibility,
                                     {"sqs:ChangeMessageVisibility", &queue_arn});
  table.add<ChangeMessageVisibilityBatch>(sqs, &Sqs::change_message_visibility_batch,
                                          {"sqs:ChangeMessageVisibility", &queue_arn});
  table.add<DeleteMessage>(sqs, &Sqs::delete_message, {"sqs:DeleteMessage", &queue_arn});
  table.add<DeleteMessageBatch>(sqs, &Sqs::delete_message_batch, {"sqs:DeleteMessage", &queue_arn});
  table.add<ReceiveMessage>(sqs, &Sqs::receive_message, {"sqs:ReceiveMessage", &queue_arn});
  table.add<SendMessage>(sqs, &Sqs::send_message, {"sqs:SendMessage", &queue_arn});
  table.add<SendMessageBatch>(sqs, &Sqs::send_message_batch, {"sqs:SendMessage", &queue_arn});
}

void register_move_operations(Sqs& sqs, OperationTable& table) {
  table.add<CancelMessageMoveTask>(sqs, &Sqs::cancel_message_move_task,
                                   {"sqs:CancelMessageMoveTask", &handled_arn});
  table.add<ListMessageMoveTasks>(sqs, &Sqs::list_message_move_tasks,
                                  {"sqs:ListMessageMoveTasks", &source_arn});
  table.add<StartMessageMoveTask>(
      sqs, &Sqs::start_message_move_task,
      {.action = "sqs:StartMessageMoveTask", .resource = &source_arn, .also = &move_needs});
}

}  // namespace

void register_operations(Sqs& sqs, OperationTable& table) {
  table.add_service({.name = kProfile.name,
                     .access_denied = kProfile.access_denied,
                     .invalid = kProfile.invalid});
  register_queue_operations(sqs, table);
  register_message_operations(sqs, table);
  register_move_operations(sqs, table);
}

}  // namespace emu::sqs
