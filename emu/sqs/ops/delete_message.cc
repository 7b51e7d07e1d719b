#include <utility>

#include "sqs/batch.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

// As clients report it, an entry with an expired handle has another code and text than the single
// operation.
Error in_batch(const Error& failure) {
  if (failure.code != errors::kInvalidParameterValue) return failure;
  return error(errors::kReceiptHandleIsInvalid, "The receipt handle has expired");
}

}  // namespace

Result<Nothing> Sqs::delete_message(Call& call, const DeleteMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(std::string id, effect_on(call, *queue) == effects::kDuplicate
                              ? leave_received(*queue, in.receipt_handle)
                              : delete_received(*queue, in.receipt_handle));
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

  const bool leaves_one = effect_on(call, *queue) == effects::kDuplicate;
  const std::size_t left = call.effect.draw % in.entries.size();

  DeleteMessageBatchResult out;
  std::vector<std::string> deleted;
  for (const DeleteMessageBatchRequestEntry& entry : in.entries) {
    const bool is_left = leaves_one && &entry == &in.entries[left];
    Result<std::string> id = is_left ? leave_received(*queue, entry.receipt_handle)
                                     : delete_received(*queue, entry.receipt_handle);
    if (id) {
      add_subject(call.subject, *id);
      if (!id->empty()) deleted.push_back(std::move(*id));
      out.successful.push_back({.id = *entry.id});
    } else {
      out.failed.push_back(failed_entry(*entry.id, in_batch(id.error())));
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
