// Looking into a queue without receiving.

#include "sqs/message_record.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

QueuedMessage seen(const StoredMessage& message) {
  QueuedMessage out{.message_id = std::string(message.id()),
                    .body = message.body,
                    .state = state_name(message.state),
                    .receive_count = static_cast<std::int32_t>(message.receive_count),
                    .sent_at = message.sent,
                    .sender_id = *message.sender};
  if (message.state != StoredMessage::State::kVisible) out.visible_at = message.due;
  return out;
}

}  // namespace

// The URLs that a server gives out name no region, and whoever looks calls from none.
Queue* Sqs::find_in_any_region(const QueueAddress& address) {
  if (Queue* found = find_in({address.account, world_.options().region, address.name})) {
    return found;
  }
  Queue* found = nullptr;
  regions_.each_of(address.account, [&](RegionState& state) {
    if (found == nullptr) found = state.find(address.name);
  });
  return found;
}

Queue* Sqs::find_to_peek(std::string_view queue) {
  const std::optional<QueueAddress> address =
      queue.starts_with("arn:") ? address_of_arn(queue) : address_of_url(queue, {});
  if (!address) return nullptr;
  Queue* found = address->region.empty() ? find_in_any_region(*address) : find_in(*address);
  if (found == nullptr) return nullptr;
  // A look is no call that makes the queue an active one.
  if (found->metrics.minute_end != Time()) end_minutes(*found);
  advance(*found, world_.now());
  return found;
}

PeekQueueResult Sqs::peek_queue(const PeekQueue& in) {
  const Queue* found = find_to_peek(in.queue);
  if (found == nullptr) return {};
  PeekQueueResult out{.exists = true,
                      .depth = {.visible = found->messages.visible(),
                                .in_flight = found->messages.in_flight(),
                                .delayed = found->messages.delayed()}};
  if (in.limit <= 0) return out;
  const auto oldest = found->messages.oldest(static_cast<std::size_t>(in.limit));
  out.messages.reserve(oldest.size());
  for (const StoredMessage* message : oldest) out.messages.push_back(seen(*message));
  return out;
}

}  // namespace emu::sqs
