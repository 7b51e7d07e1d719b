#include <emu/sqs/queues.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_queue_policy(Making& making) {
  EMU_CHECK(check_properties(making.properties, {"PolicyDocument", "Queues"}));
  EMU_TRY(const std::string policy, document_property(making.properties, "PolicyDocument"));
  EMU_TRY(const auto queues, list_property(making.properties, "Queues"));
  if (queues.empty()) return property_error("Property Queues cannot be empty.");
  making.physical_id = making.new_name(80);
  for (const std::string& queue : queues) {
    EMU_CHECK(making.aws.send(
        sqs::SetQueueAttributes{.queue_url = queue, .attributes = {{"Policy", policy}}}));
  }
  making.attributes = {{"Id", making.physical_id}};
  return {};
}

Status remove_queue_policy(Making& making) {
  EMU_TRY(const auto queues, list_property(making.properties, "Queues"));
  for (const std::string& queue : queues) {
    // A queue that is gone has taken its policy along.
    (void)making.aws.send(
        sqs::SetQueueAttributes{.queue_url = queue, .attributes = {{"Policy", ""}}});
  }
  return {};
}

}  // namespace

extern const ResourceType kSqsQueuePolicy;
const ResourceType kSqsQueuePolicy = {.name = "AWS::SQS::QueuePolicy",
                                      .attributes = {"Id"},
                                      .create = &create_queue_policy,
                                      .remove = &remove_queue_policy};

}  // namespace emu::cloudformation
