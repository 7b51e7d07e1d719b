#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "SetQueueAttributes".
Result<Nothing> Sqs::set_queue_attributes(Call& call, const SetQueueAttributes& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(QueueAttributes changed, with_changes(queue->attributes, in.attributes));
  EMU_CHECK(check_redrive(queue->arn, changed, in.attributes));

  const bool delays_anew = changed.is_fifo && changed.delay != queue->attributes.delay;
  queue->attributes = std::move(changed);
  queue->modified = world_.now();
  // A FIFO queue's delay holds for what is in it too. Source: Amazon SQS Developer Guide, "Amazon
  // SQS delay queues".
  if (delays_anew) {
    queue->messages.delay_by(queue->attributes.delay, queue->modified);
    watch(*queue);
  }
  return Nothing{};
}

}  // namespace emu::sqs
