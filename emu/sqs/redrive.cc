// Moving messages to the dead-letter queue.
//
// A message that has been received as often as the policy allows leaves when the next receive comes
// upon it. In a FIFO dead-letter queue its age begins anew, and its id is its deduplication id.
// Sources: Amazon SQS Developer Guide, "Using dead-letter queues in Amazon SQS", "Setting-up
// dead-letter queue retention in Amazon SQS", "Learn how to configure a dead-letter queue redrive".

#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS Developer Guide, "Using dead-letter queues in Amazon SQS".
Status Sqs::check_redrive(std::string_view queue_arn, const QueueAttributes& attributes,
                          const AttributeMap& changes) {
  const auto change = changes.find("RedrivePolicy");
  if (change == changes.end() || !attributes.redrive) return {};
  const std::optional<QueueAddress> source = address_of_arn(queue_arn);
  const std::optional<QueueAddress> target = address_of_arn(attributes.redrive->target_arn);
  if (target->account != source->account || target->region != source->region) {
    return invalid_redrive(change->second,
                           "Dead-letter target owner should be same as the source.");
  }
  const Queue* queue = find_by_arn(attributes.redrive->target_arn);
  if (queue == nullptr) {
    return invalid_redrive(change->second, "Dead letter target does not exist.");
  }
  if (queue->attributes.is_fifo != attributes.is_fifo) {
    return invalid_redrive(change->second,
                           "Dead-letter queue must be same type of queue as the source.");
  }
  const std::optional<RedriveAllowPolicy>& allow = queue->attributes.redrive_allow;
  if (allow && !allow->allows(queue_arn)) {
    return invalid_redrive(change->second,
                           "The RedriveAllowPolicy of the dead letter target does not allow it.");
  }
  return {};
}

Queue* Sqs::dead_letter_queue(const Queue& queue) {
  return queue.attributes.redrive ? find_by_arn(queue.attributes.redrive->target_arn) : nullptr;
}

void Sqs::redrive(Queue& source, Queue& target, MessageKey key) {
  // A queue that is its own dead-letter queue is settled, and a receive is looking through it.
  if (&target != &source) settle(target);
  StoredMessage message = source.messages.take(key);
  if (message.extras == nullptr) message.extras = std::make_unique<MessageExtras>();
  const Time now = world_.now();
  Time due = now;
  if (target.attributes.is_fifo) {
    message.sent = now;
    message.extras->deduplication_id =
        std::make_unique<const std::string>(std::string(message.id()));
    due += target.attributes.delay;
  }
  message.extras->dead_letter_source = source.arn;
  world_.record<events::MessageRedriven>([&](auto& event) {
    event.queue_arn = source.arn;
    event.message_id = message.id();
    event.dead_letter_queue_arn = target.arn;
    event.receive_count = message.receive_count;
  });
  target.messages.add(std::move(message), now, due);
  if (due <= now) {
    wake(target, 1);
  } else if (&target != &source) {
    watch(target);
  }
}

}  // namespace emu::sqs
