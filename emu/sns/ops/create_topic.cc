#include <utility>

#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/names.h"
#include "sns/service.h"
#include "sns/tags.h"

namespace emu::sns {

namespace {

Error too_many_topics() {
  return error(errors::kTopicLimitExceeded, "Topic limit exceeded for the account", kForbidden);
}

// The topic that is there already, when nothing that is asked for differs from it.
Result<CreateTopicResult> existing(const StoredTopic& topic, const CreateTopic& in) {
  if (!agrees(topic.attributes, in.attributes)) {
    return invalid_parameter("Attributes", "Topic already exists with different attributes");
  }
  for (const Tag& tag : in.tags) {
    const auto kept = topic.tags.find(tag.key);
    if (kept == topic.tags.end() || kept->second != tag.value) {
      return invalid_parameter("Tags", "Topic already exists with different tags");
    }
  }
  return CreateTopicResult{.topic_arn = topic.arn};
}

}  // namespace

// Checks: Amazon SNS API Reference, "CreateTopic".
Result<CreateTopicResult> Sns::create_topic(Call& call, const CreateTopic& in) {
  EMU_TRY(TopicAttributes attributes, attributes_of(in.attributes));
  EMU_CHECK(check_topic_name(*in.name, attributes.is_fifo));
  RegionState& state = regions_.at(call.account(), call.region());
  if (const StoredTopic* topic = state.find(*in.name)) return existing(*topic, in);
  EMU_TRY(auto tags, with_tags({}, in.tags));
  const std::string protection = in.data_protection_policy.value_or(std::string());
  EMU_CHECK(check_data_protection(protection));
  if (state.topics.size() - state.fifo_topics >= kTopicsMax ||
      (attributes.is_fifo && state.fifo_topics >= kFifoTopicsMax)) {
    return too_many_topics();
  }

  StoredTopic& topic = state.topics[*in.name];
  topic.name = *in.name;
  topic.arn = topic_arn(state.account, state.region, *in.name);
  topic.account = state.account;
  topic.region = state.region;
  topic.attributes = std::move(attributes);
  topic.tags = std::move(tags);
  topic.data_protection_policy = protection;
  if (topic.attributes.is_fifo) ++state.fifo_topics;
  topic.metrics = std::make_shared<ResourceMetrics>(
      topic.arn, MetricKinds{.metric_namespace = "AWS/SNS", .kinds = topic_metrics::kKinds});
  topic.metrics->dimensions = {{"TopicName", topic.name}};
  update_policy(topic);
  return CreateTopicResult{.topic_arn = topic.arn};
}

}  // namespace emu::sns
