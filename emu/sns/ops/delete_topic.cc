#include "sns/errors.h"
#include "sns/names.h"
#include "sns/service.h"

namespace emu::sns {

// Source: Amazon SNS API Reference, "DeleteTopic": it is idempotent.
Result<Nothing> Sns::delete_topic(Call& call, const DeleteTopic& in) {
  Result<StoredTopic*> found = find_topic(call, in.topic_arn);
  if (!found) {
    if (found.error().code != errors::kNotFound) return std::move(found).failure();
    return Nothing{};
  }
  StoredTopic& topic = **found;
  while (!topic.subscriptions.empty()) {
    end_subscription(topic, topic.subscriptions.begin()->second);
  }
  RegionState& state = regions_.at(topic.account, topic.region);
  if (topic.attributes.is_fifo) --state.fifo_topics;
  state.topics.erase(state.topics.find(topic.name));
  return Nothing{};
}

}  // namespace emu::sns
