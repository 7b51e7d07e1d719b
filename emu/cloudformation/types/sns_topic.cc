#include <emu/sns/subscriptions.h>
#include <emu/sns/topics.h>

#include "cloudformation/resource_type.h"
#include "cloudformation/types/existing.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kTopicNameMax = 256;

Status subscribe_all(Making& making, const std::string& topic) {
  const Json* subscriptions = find_property(making.properties, "Subscription");
  if (subscriptions == nullptr) return {};
  if (!subscriptions->is_array()) {
    return property_error("Value of property Subscription must be of type List");
  }
  for (const Json& each : *subscriptions) {
    EMU_TRY(auto subscribe, read_as<sns::Subscribe>(each, {.hidden = {"TopicArn", "Attributes"}}));
    subscribe.topic_arn = topic;
    EMU_CHECK(making.aws.send(subscribe));
  }
  return {};
}

Status create_topic(Making& making) {
  EMU_CHECK(check_properties(
      making.properties,
      {"TopicName", "DisplayName", "FifoTopic", "ContentBasedDeduplication", "KmsMasterKeyId",
       "SignatureVersion", "TracingConfig", "DeliveryStatusLogging", "ArchivePolicy",
       "FifoThroughputScope", "DataProtectionPolicy", "Subscription", "Tags"}));
  sns::CreateTopic create;
  for (const char* name : {"DisplayName", "ContentBasedDeduplication", "KmsMasterKeyId",
                           "SignatureVersion", "TracingConfig", "FifoThroughputScope"}) {
    EMU_TRY(std::string text, text_property(making.properties, name));
    if (!text.empty()) create.attributes.emplace(name, std::move(text));
  }
  EMU_TRY(const bool is_fifo, flag_property(making.properties, "FifoTopic"));
  if (is_fifo) create.attributes.emplace("FifoTopic", "true");
  EMU_TRY(std::string name, text_property(making.properties, "TopicName"));
  if (name.empty()) {
    name = making.new_name(is_fifo ? kTopicNameMax - 5 : kTopicNameMax) + (is_fifo ? ".fifo" : "");
  } else if (making.aws.send(sns::GetTopicAttributes{.topic_arn = making.arn("sns", name)}).ok()) {
    return already_exists(making, name);
  }
  create.name = name;
  EMU_TRY(const auto tags, tags_property(making.properties, "Tags"));
  for (const auto& [key, value] : tags) create.tags.push_back({.key = key, .value = value});
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.topic_arn;
  making.attributes = {{"TopicArn", made.topic_arn}, {"TopicName", name}};
  return subscribe_all(making, made.topic_arn);
}

Status remove_topic(Making& making) {
  EMU_CHECK(making.aws.send(sns::DeleteTopic{.topic_arn = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kSnsTopic;
const ResourceType kSnsTopic = {.name = "AWS::SNS::Topic",
                                .attributes = {"TopicArn", "TopicName"},
                                .create = &create_topic,
                                .remove = &remove_topic};

}  // namespace emu::cloudformation
