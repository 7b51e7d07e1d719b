#include <utility>

#include "sqs/service.h"
#include "sqs/tags.h"

namespace emu::sqs {

Result<Nothing> Sqs::tag_queue(Call& call, const TagQueue& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  std::size_t total = queue->tags.size();
  for (const auto& [key, value] : in.tags) total += queue->tags.contains(key) ? 0 : 1;
  EMU_CHECK(check_tags(queue->name, in.tags, total));

  for (const auto& [key, value] : in.tags) queue->tags.insert_or_assign(key, value);
  return Nothing{};
}

Result<Nothing> Sqs::untag_queue(Call& call, const UntagQueue& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  for (const std::string& key : in.tag_keys) queue->tags.erase(key);
  return Nothing{};
}

Result<ListQueueTagsResult> Sqs::list_queue_tags(Call& call, const ListQueueTags& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  return ListQueueTagsResult{.tags = queue->tags};
}

}  // namespace emu::sqs
