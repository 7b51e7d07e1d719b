#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::delete_queue(Call& call, const DeleteQueue& in) {
  const std::optional<QueuePlace> place = place_of_url(in.queue_url, call.region());
  RegionState* state = place ? regions_.find(place->account, place->region) : nullptr;
  Queue* queue = state == nullptr ? nullptr : state->find(place->name);
  if (queue == nullptr) return queue_does_not_exist();

  last_found_ = {};
  queue->waiting.close();
  state->deleted[queue->name] = world_.now();
  state->queues.erase(state->queues.find(place->name));
  return Nothing{};
}

}  // namespace emu::sqs
