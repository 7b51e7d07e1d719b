#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::purge_queue(Call& call, const PurgeQueue& in) {
  Result<Queue*> found = find(call, in.queue_url);
  if (!found) return std::move(found.error());
  Queue& queue = **found;
  const Time now = world_.now();
  if (queue.purged && now < *queue.purged + kPurgeInterval) return purge_in_progress(queue.name);

  queue.messages.clear();
  queue.purged = now;
  watch(queue);
  return Nothing{};
}

}  // namespace emu::sqs
