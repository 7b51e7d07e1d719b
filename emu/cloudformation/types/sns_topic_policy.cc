#include <emu/sns/topics.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_topic_policy(Making& making) {
  EMU_CHECK(check_properties(making.properties, {"PolicyDocument", "Topics"}));
  EMU_TRY(const std::string policy, document_property(making.properties, "PolicyDocument"));
  EMU_TRY(const auto topics, list_property(making.properties, "Topics"));
  if (topics.empty()) return property_error("Property Topics cannot be empty.");
  making.physical_id = making.new_name(80);
  for (const std::string& topic : topics) {
    EMU_CHECK(making.aws.send(sns::SetTopicAttributes{
        .topic_arn = topic, .attribute_name = "Policy", .attribute_value = policy}));
  }
  making.attributes = {{"Id", making.physical_id}};
  return {};
}

// CloudFormation gives a topic back the policy that only its owner may use it; a topic that is
// about to be deleted needs none.
Status remove_topic_policy(Making& making) {
  EMU_TRY(const auto topics, list_property(making.properties, "Topics"));
  for (const std::string& topic : topics) {
    const Json statement = {
        {"Sid", "__default_statement_ID"},
        {"Effect", "Allow"},
        {"Principal", {{"AWS", "*"}}},
        {"Action",
         {"SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission",
          "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe",
          "SNS:ListSubscriptionsByTopic", "SNS:Publish"}},
        {"Resource", topic},
        {"Condition", {{"StringEquals", {{"AWS:SourceOwner", making.caller.account}}}}}};
    const Json policy = {{"Version", "2008-10-17"},
                         {"Id", "__default_policy_ID"},
                         {"Statement", Json::array({statement})}};
    (void)making.aws.send(sns::SetTopicAttributes{
        .topic_arn = topic, .attribute_name = "Policy", .attribute_value = policy.dump()});
  }
  return {};
}

}  // namespace

extern const ResourceType kSnsTopicPolicy;
const ResourceType kSnsTopicPolicy = {.name = "AWS::SNS::TopicPolicy",
                                      .attributes = {"Id"},
                                      .create = &create_topic_policy,
                                      .remove = &remove_topic_policy};

}  // namespace emu::cloudformation
