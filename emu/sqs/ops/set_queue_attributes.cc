#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "SetQueueAttributes".
Result<Nothing> Sqs::set_queue_attributes(Call& call, const SetQueueAttributes& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(QueueAttributes changed, with_changes(queue->attributes, in.attributes));
  EMU_CHECK(check_redrive(queue->arn, changed, in.attributes));

  queue->attributes = std::move(changed);
  queue->modified = world_.now();
  return Nothing{};
}

}  // namespace emu::sqs
