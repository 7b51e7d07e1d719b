#include <utility>

#include "sqs/batch.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::delete_message(Call& call, const DeleteMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(std::string id, delete_received(*queue, in.receipt_handle));
  call.subject = std::move(id);
  watch(*queue);
  return Nothing{};
}

Result<DeleteMessageBatchResult> Sqs::delete_message_batch(Call& call,
                                                           const DeleteMessageBatch& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_CHECK(check_batch(in.entries));

  DeleteMessageBatchResult out;
  for (const DeleteMessageBatchRequestEntry& entry : in.entries) {
    if (Result<std::string> id = delete_received(*queue, entry.receipt_handle)) {
      add_subject(call.subject, *id);
      out.successful.push_back({.id = entry.id});
    } else {
      out.failed.push_back(failed_entry(entry.id, id.error()));
    }
  }
  watch(*queue);
  return out;
}

}  // namespace emu::sqs
