#include <emu/sqs/errors.h>
#include <emu/sqs/queues.h>

#include <array>

#include "cloudformation/resource_type.h"
#include "cloudformation/types/existing.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kQueueNameMax = 80;

// Properties that are attributes of the same name; the last two are documents.
constexpr std::array<std::string_view, 13> kQueueAttributes = {"DelaySeconds",
                                                               "MaximumMessageSize",
                                                               "MessageRetentionPeriod",
                                                               "ReceiveMessageWaitTimeSeconds",
                                                               "VisibilityTimeout",
                                                               "KmsMasterKeyId",
                                                               "KmsDataKeyReusePeriodSeconds",
                                                               "SqsManagedSseEnabled",
                                                               "ContentBasedDeduplication",
                                                               "DeduplicationScope",
                                                               "FifoThroughputLimit",
                                                               "RedrivePolicy",
                                                               "RedriveAllowPolicy"};

Result<std::map<std::string, std::string>> queue_attributes(const Json& properties) {
  std::map<std::string, std::string> out;
  for (const std::string_view name : kQueueAttributes) {
    const Json* value = find_property(properties, name);
    if (value == nullptr) continue;
    const bool is_document = name.starts_with("Redrive");
    EMU_TRY(std::string text, is_document ? document_property(properties, name)
                                          : text_property(properties, name));
    out.emplace(name, std::move(text));
  }
  return out;
}

Status check_queue(const Json& properties) {
  return check_properties(
      properties, {"QueueName", "FifoQueue", "Tags", "DelaySeconds", "MaximumMessageSize",
                   "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds", "VisibilityTimeout",
                   "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled",
                   "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit",
                   "RedrivePolicy", "RedriveAllowPolicy"});
}

Status create_queue(Making& making) {
  EMU_CHECK(check_queue(making.properties));
  EMU_TRY(auto attributes, queue_attributes(making.properties));
  EMU_TRY(const bool is_fifo, flag_property(making.properties, "FifoQueue"));
  if (is_fifo) attributes.emplace("FifoQueue", "true");
  EMU_TRY(std::string name, text_property(making.properties, "QueueName"));
  if (name.empty()) {
    name = making.new_name(is_fifo ? kQueueNameMax - 5 : kQueueNameMax) + (is_fifo ? ".fifo" : "");
  } else if (making.aws.send(sqs::GetQueueUrl{.queue_name = name}).ok()) {
    return already_exists(making, name);
  }
  EMU_TRY(const auto tags, tags_property(making.properties, "Tags"));
  EMU_TRY(const auto made,
          making.aws.send(sqs::CreateQueue{.queue_name = name,
                                           .attributes = std::move(attributes),
                                           .tags = {tags.begin(), tags.end()}}));
  making.physical_id = made.queue_url;
  making.attributes = {
      {"Arn", making.arn("sqs", name)}, {"QueueName", name}, {"QueueUrl", made.queue_url}};
  return {};
}

Status remove_queue(Making& making) {
  EMU_CHECK(making.aws.send(sqs::DeleteQueue{.queue_url = making.physical_id}));
  return {};
}

Result<bool> update_queue(Making& making, const Json& before) {
  EMU_CHECK(check_queue(making.properties));
  if (making.properties.value("QueueName", Json()) != before.value("QueueName", Json()) ||
      making.properties.value("FifoQueue", Json()) != before.value("FifoQueue", Json())) {
    return false;
  }
  EMU_TRY(auto attributes, queue_attributes(making.properties));
  EMU_TRY(const auto earlier, queue_attributes(before));
  // What is not said any more is again as it is by default.
  for (const auto& [name, value] : earlier) {
    if (attributes.count(name) != 0) continue;
    if (name != "RedrivePolicy" && name != "RedriveAllowPolicy" && name != "KmsMasterKeyId") {
      return false;
    }
    attributes.emplace(name, "");
  }
  if (!attributes.empty()) {
    EMU_CHECK(making.aws.send(sqs::SetQueueAttributes{.queue_url = making.physical_id,
                                                      .attributes = std::move(attributes)}));
  }
  EMU_TRY(const auto tags, tags_property(making.properties, "Tags"));
  EMU_TRY(const auto old_tags, tags_property(before, "Tags"));
  std::vector<std::string> keys;
  for (const auto& [key, value] : old_tags) keys.push_back(key);
  if (!keys.empty()) {
    EMU_CHECK(making.aws.send(
        sqs::UntagQueue{.queue_url = making.physical_id, .tag_keys = std::move(keys)}));
  }
  if (!tags.empty()) {
    EMU_CHECK(making.aws.send(
        sqs::TagQueue{.queue_url = making.physical_id, .tags = {tags.begin(), tags.end()}}));
  }
  return true;
}

}  // namespace

extern const ResourceType kSqsQueue;
const ResourceType kSqsQueue = {.name = "AWS::SQS::Queue",
                                .attributes = {"Arn", "QueueName", "QueueUrl"},
                                .create = &create_queue,
                                .remove = &remove_queue,
                                .update = &update_queue};

}  // namespace emu::cloudformation
