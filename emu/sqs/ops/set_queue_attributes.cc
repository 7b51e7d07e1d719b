#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

Result<Nothing> Sqs::set_queue_attributes(Call& call, const SetQueueAttributes& in) {
  Result<Queue*> found = find(call, in.queue_url);
  if (!found) return std::move(found.error());
  Queue& queue = **found;
  Result<QueueAttributes> changed = with_changes(queue.attributes, in.attributes);
  if (!changed) return std::move(changed.error());
  if (Status status = check_redrive(queue.arn, *changed, in.attributes); !status) {
    return std::move(status.error());
  }

  queue.attributes = std::move(*changed);
  queue.modified = world_.now();
  return Nothing{};
}

}  // namespace emu::sqs
