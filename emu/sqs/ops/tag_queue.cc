#include <utility>

#include "sqs/service.h"
#include "sqs/tags.h"

namespace emu::sqs {

Result<Nothing> Sqs::tag_queue(Call& call, const TagQueue& in) {
  Result<Queue*> found = find(call, in.queue_url);
  if (!found) return std::move(found.error());
  Queue& queue = **found;
  std::size_t total = queue.tags.size();
  for (const auto& [key, value] : in.tags) total += queue.tags.contains(key) ? 0 : 1;
  if (Status status = check_tags(queue.name, in.tags, total); !status) {
    return std::move(status.error());
  }

  for (const auto& [key, value] : in.tags) queue.tags.insert_or_assign(key, value);
  return Nothing{};
}

Result<Nothing> Sqs::untag_queue(Call& call, const UntagQueue& in) {
  Result<Queue*> queue = find(call, in.queue_url);
  if (!queue) return std::move(queue.error());
  for (const std::string& key : in.tag_keys) (*queue)->tags.erase(key);
  return Nothing{};
}

Result<ListQueueTagsResult> Sqs::list_queue_tags(Call& call, const ListQueueTags& in) {
  Result<Queue*> queue = find(call, in.queue_url);
  if (!queue) return std::move(queue.error());
  return ListQueueTagsResult{.tags = (*queue)->tags};
}

}  // namespace emu::sqs
