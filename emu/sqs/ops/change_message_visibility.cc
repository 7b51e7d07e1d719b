#include <utility>

#include "sqs/batch.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::change_message_visibility(Call& call, const ChangeMessageVisibility& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(std::string id, change_visibility(*queue, in.receipt_handle, *in.visibility_timeout,
                                            call.caller.arn));
  call.subject = std::move(id);
  watch(*queue);
  return Nothing{};
}

Result<ChangeMessageVisibilityBatchResult> Sqs::change_message_visibility_batch(
    Call& call, const ChangeMessageVisibilityBatch& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_CHECK(check_batch(in.entries));

  ChangeMessageVisibilityBatchResult out;
  for (const ChangeMessageVisibilityBatchRequestEntry& entry : in.entries) {
    const auto timeout = entry.visibility_timeout.value_or(std::chrono::seconds(0));
    if (Result<std::string> id =
            change_visibility(*queue, entry.receipt_handle, timeout, call.caller.arn)) {
      add_subject(call.subject, *id);
      out.successful.push_back({.id = *entry.id});
    } else {
      out.failed.push_back(failed_entry(*entry.id, id.error()));
    }
  }
  watch(*queue);
  return out;
}

}  // namespace emu::sqs
