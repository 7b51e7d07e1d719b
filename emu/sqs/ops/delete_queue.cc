#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "DeleteQueue".
Result<Nothing> Sqs::delete_queue(Call& call, const DeleteQueue& in) {
  const std::optional<QueueAddress> address = address_of_url(in.queue_url, place_of(call));
  if (!address) return invalid_address(in.queue_url);
  RegionState* state = regions_.find(address->account, address->region);
  Queue* queue = state == nullptr ? nullptr : state->find(address->name);
  if (queue == nullptr) return queue_does_not_exist();

  last_found_ = {};
  lives_.end(*queue);
  state->deleted[queue->name] = world_.now();
  state->queues.erase(state->queues.find(address->name));
  return Nothing{};
}

}  // namespace emu::sqs
