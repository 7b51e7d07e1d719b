#include <fmt/format.h>

#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

Error purge_in_progress(std::string_view queue_name) {
  return error(errors::kPurgeQueueInProgress,
               fmt::format("Only one PurgeQueue operation on {} is allowed every {} seconds.",
                           queue_name, kPurgeInterval.count()),
               kForbidden);
}

}  // namespace

// Checks: Amazon SQS API Reference, "PurgeQueue".
Result<Nothing> Sqs::purge_queue(Call& call, const PurgeQueue& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  const Time now = world_.now();
  if (queue->purged && now < *queue->purged + kPurgeInterval) return purge_in_progress(queue->name);

  queue->messages.clear();
  if (world_.memory() != nullptr) world_.memory()->give_back();
  queue->purged = now;
  watch(*queue);
  return Nothing{};
}

}  // namespace emu::sqs
