#include <algorithm>
#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

AttributeMap all_attributes(const Queue& queue, const QueueDepth& depth) {
  AttributeMap all;
  add_attribute_texts(queue.attributes, all);
  all["ApproximateNumberOfMessages"] = std::to_string(depth.visible);
  all["ApproximateNumberOfMessagesDelayed"] = std::to_string(depth.delayed);
  all["ApproximateNumberOfMessagesNotVisible"] = std::to_string(depth.in_flight);
  all["CreatedTimestamp"] = std::to_string(epoch_seconds(queue.created));
  all["LastModifiedTimestamp"] = std::to_string(epoch_seconds(queue.modified));
  all["QueueArn"] = queue.arn;
  return all;
}

}  // namespace

// The counts, or those of another moment.
QueueDepth Sqs::counted(const Call& call, Queue& queue) {
  const QueueDepth depth{.visible = queue.messages.visible(),
                         .in_flight = queue.messages.in_flight(),
                         .delayed = queue.messages.delayed()};
  if (effect_on(call, queue) != effects::kLag) return depth;
  auto& seen = life_of(queue).seen;
  if (!seen || seen->first + kCountsLagMax <= world_.now()) seen = {world_.now(), depth};
  return seen->second;
}

// Checks: Amazon SQS API Reference, "GetQueueAttributes".
Result<GetQueueAttributesResult> Sqs::get_queue_attributes(Call& call,
                                                           const GetQueueAttributes& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  const std::vector<std::string>& names = in.attribute_names;
  for (const std::string& name : names) {
    if (name != "All" && !is_attribute(queue->attributes, name)) return unknown_attribute(name);
  }

  GetQueueAttributesResult out{.attributes = all_attributes(*queue, counted(call, *queue))};
  if (std::find(names.begin(), names.end(), "All") == names.end()) {
    std::erase_if(out.attributes, [&](const auto& attribute) {
      return std::find(names.begin(), names.end(), attribute.first) == names.end();
    });
  }
  return out;
}

}  // namespace emu::sqs
