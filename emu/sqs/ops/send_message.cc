#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<SendMessageResult> Sqs::send_message(Call& call, const SendMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  const OutgoingMessage message = OutgoingMessage::of(in, call.caller.trace_header);
  EMU_CHECK(check_fifo_needs(message, queue->attributes));
  EMU_CHECK(check_outgoing(message, queue->attributes));

  Sent sent = send(*queue, message, call.caller.principal_id);
  const SendMessageResult& out = sent.result;
  call.subject = out.message_id;
  if (sent.is_duplicate) return std::move(sent.result);
  world_.record<events::MessagesSent>([&](auto& event) {
    event.queue_arn = queue->arn;
    event.message_ids.push_back(out.message_id);
    event.bytes = static_cast<std::int64_t>(message.size());
    event.caller_arn = call.caller.arn;
    event.called_at = call.started;
  });
  return std::move(sent.result);
}

}  // namespace emu::sqs
