#include <algorithm>
#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

AttributeMap all_attributes(const Queue& queue) {
  AttributeMap all;
  add_attribute_texts(queue.attributes, all);
  all["ApproximateNumberOfMessages"] = std::to_string(queue.messages.visible());
  all["ApproximateNumberOfMessagesDelayed"] = std::to_string(queue.messages.delayed());
  all["ApproximateNumberOfMessagesNotVisible"] = std::to_string(queue.messages.in_flight());
  all["CreatedTimestamp"] = std::to_string(epoch_seconds(queue.created));
  all["LastModifiedTimestamp"] = std::to_string(epoch_seconds(queue.modified));
  all["QueueArn"] = queue.arn;
  return all;
}

}  // namespace

// Checks: Amazon SQS API Reference, "GetQueueAttributes".
Result<GetQueueAttributesResult> Sqs::get_queue_attributes(Call& call,
                                                           const GetQueueAttributes& in) {
  EMU_TRY(const Queue* queue, find(call, in.queue_url));
  const std::vector<std::string>& names = in.attribute_names;
  for (const std::string& name : names) {
    if (name != "All" && !is_attribute(name)) return unknown_attribute(name);
  }

  GetQueueAttributesResult out{.attributes = all_attributes(*queue)};
  if (std::find(names.begin(), names.end(), "All") == names.end()) {
    std::erase_if(out.attributes, [&](const auto& attribute) {
      return std::find(names.begin(), names.end(), attribute.first) == names.end();
    });
  }
  return out;
}

}  // namespace emu::sqs
