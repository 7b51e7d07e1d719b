#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"
#include "sqs/tags.h"

namespace emu::sqs {

namespace {

// The URL of a queue that is there already, when nothing that is asked for differs from it.
Result<CreateQueueResult> existing(const Call& call, const Queue& queue, const CreateQueue& in) {
  Result<QueueAttributes> wanted = with_changes(queue.attributes, in.attributes);
  if (!wanted) return std::move(wanted.error());
  for (const auto& [name, text] : in.attributes) {
    if (attribute_text(*wanted, name) != attribute_text(queue.attributes, name)) {
      return queue_name_exists(name);
    }
  }
  return CreateQueueResult{.queue_url = url_at(call.caller.endpoint, queue.url)};
}

}  // namespace

Result<CreateQueueResult> Sqs::create_queue(Call& call, const CreateQueue& in) {
  // A FIFO queue is refused for what it is, not for the period in its name.
  const auto fifo = in.attributes.find("FifoQueue");
  if (fifo != in.attributes.end() && fifo->second == "true") return fifo_not_offered();
  if (!is_plain_name(in.queue_name)) return invalid_queue_name();
  RegionState& state = regions_.at(call.account(), call.region());
  if (const Queue* queue = state.find(in.queue_name)) return existing(call, *queue, in);

  const Time now = world_.now();
  const auto deleted = state.deleted.find(in.queue_name);
  if (deleted != state.deleted.end() && now < deleted->second + kQueueNameReusedAfter) {
    return queue_deleted_recently();
  }
  Result<QueueAttributes> attributes = with_changes({}, in.attributes);
  if (!attributes) return std::move(attributes.error());
  const QueuePlace place{.account = state.account, .region = state.region, .name = in.queue_name};
  std::string arn = arn_of(place);
  if (Status status = check_redrive(arn, *attributes, in.attributes); !status) {
    return std::move(status.error());
  }
  if (Status status = check_tags(in.queue_name, in.tags, in.tags.size()); !status) {
    return std::move(status.error());
  }

  if (deleted != state.deleted.end()) state.deleted.erase(deleted);
  Queue& queue =
      state.queues
          .try_emplace(in.queue_name, world_.scheduler(),
                       [this, &state, name = in.queue_name] { settle(*state.find(name)); })
          .first->second;
  queue.name = in.queue_name;
  queue.url = url_of(place);
  queue.arn = std::move(arn);
  queue.serial = next_serial_++;
  queue.attributes = std::move(*attributes);
  queue.tags = in.tags;
  queue.created = queue.modified = now;
  return CreateQueueResult{.queue_url = url_at(call.caller.endpoint, queue.url)};
}

}  // namespace emu::sqs
