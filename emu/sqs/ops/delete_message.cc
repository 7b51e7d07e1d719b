#include <utility>

#include "sqs/batch.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::delete_message(Call& call, const DeleteMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(std::string id, delete_received(*queue, in.receipt_handle));
  if (!id.empty()) {
    world_.record<events::MessagesDeleted>([&](auto& event) {
      event.queue_arn = queue->arn;
      event.message_ids.push_back(id);
      event.caller_arn = call.caller.arn;
    });
  }
  call.subject = std::move(id);
  watch(*queue);
  return Nothing{};
}

Result<DeleteMessageBatchResult> Sqs::delete_message_batch(Call& call,
                                                           const DeleteMessageBatch& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_CHECK(check_batch(in.entries));

  DeleteMessageBatchResult out;
  std::vector<std::string> deleted;
  for (const DeleteMessageBatchRequestEntry& entry : in.entries) {
    if (Result<std::string> id = delete_received(*queue, entry.receipt_handle)) {
      add_subject(call.subject, *id);
      if (!id->empty()) deleted.push_back(std::move(*id));
      out.successful.push_back({.id = *entry.id});
    } else {
      out.failed.push_back(failed_entry(*entry.id, id.error()));
    }
  }
  watch(*queue);
  if (deleted.empty()) return out;
  world_.record<events::MessagesDeleted>([&](auto& event) {
    event.queue_arn = queue->arn;
    event.message_ids = std::move(deleted);
    event.caller_arn = call.caller.arn;
  });
  return out;
}

}  // namespace emu::sqs
