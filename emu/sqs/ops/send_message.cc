#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<SendMessageResult> Sqs::send_message(Call& call, const SendMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  const OutgoingMessage message = OutgoingMessage::of(in, call.caller.trace_header);
  EMU_CHECK(check_outgoing(message, queue->attributes));

  SendMessageResult out = store(*queue, message, call.caller.principal_id);
  call.subject = out.message_id;
  world_.record<events::MessagesSent>([&](auto& event) {
    event.queue_arn = queue->arn;
    event.message_ids.push_back(out.message_id);
    event.bytes = static_cast<std::int64_t>(message.size());
    event.caller_arn = call.caller.arn;
    event.called_at = call.started;
  });
  return out;
}

}  // namespace emu::sqs
