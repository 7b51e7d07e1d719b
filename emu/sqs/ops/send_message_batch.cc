#include <fmt/format.h>

#include <utility>

#include "sqs/batch.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

Error batch_too_long(std::size_t bytes) {
  return error(errors::kBatchRequestTooLong,
               fmt::format("Batch requests cannot be longer than {} bytes. You have sent {} bytes.",
                           kBatchBytesMax, bytes));
}

}  // namespace

// Checks: Amazon SQS API Reference, "SendMessageBatch".
Result<SendMessageBatchResult> Sqs::send_message_batch(Call& call, const SendMessageBatch& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_CHECK(check_batch(in.entries));
  std::size_t bytes = 0;
  for (const auto& entry : in.entries) {
    const OutgoingMessage message = OutgoingMessage::of(entry, {});
    if (Status status = check_fifo_needs(message, queue->attributes); !status) {
      return invalid_value(status.error().message);
    }
    bytes += message.size();
  }
  if (bytes > kBatchBytesMax) return batch_too_long(bytes);

  SendMessageBatchResult out;
  std::size_t sent_bytes = 0;
  std::vector<std::string> sent_ids;
  for (const auto& entry : in.entries) {
    const OutgoingMessage message = OutgoingMessage::of(entry, call.caller.trace_header);
    if (Status status = check_outgoing(message, queue->attributes); !status) {
      out.failed.push_back(failed_entry(*entry.id, status.error()));
      continue;
    }
    auto [sent, is_duplicate] = send(*queue, message, call.caller.principal_id);
    if (!is_duplicate) {
      sent_bytes += message.size();
      sent_ids.push_back(sent.message_id);
    }
    add_subject(call.subject, sent.message_id);
    out.successful.push_back(
        {.id = *entry.id,
         .message_id = std::move(sent.message_id),
         .md5_of_message_body = std::move(sent.md5_of_message_body),
         .md5_of_message_attributes = std::move(sent.md5_of_message_attributes),
         .md5_of_message_system_attributes = std::move(sent.md5_of_message_system_attributes),
         .sequence_number = std::move(sent.sequence_number)});
  }
  if (sent_ids.empty()) return out;
  world_.record<events::MessagesSent>([&](auto& event) {
    event.queue_arn = queue->arn;
    event.message_ids = std::move(sent_ids);
    event.bytes = static_cast<std::int64_t>(sent_bytes);
    event.caller_arn = call.caller.arn;
    event.called_at = call.started;
  });
  return out;
}

}  // namespace emu::sqs
