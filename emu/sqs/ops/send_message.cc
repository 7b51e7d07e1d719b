#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<SendMessageResult> Sqs::send_message(Call& call, const SendMessage& in) {
  Result<Queue*> queue = find(call, in.queue_url);
  if (!queue) return std::move(queue.error());
  const OutgoingMessage message = OutgoingMessage::of(in);
  if (Status status = check_outgoing(message, (*queue)->attributes); !status) {
    return std::move(status.error());
  }

  SendMessageResult out = store(**queue, message, call.caller.principal_id);
  call.subject = out.message_id;
  return out;
}

}  // namespace emu::sqs
