// What SNS answers, and what each operation asks of IAM.

#include <string>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/gate/tag_keys.h"
#include "sns/names.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

template <class Op>
std::string named_topic(const Call&, const Op& in) {
  return in.topic_arn;
}

template <class Op>
std::string named_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

// The request is not validated yet.
std::string created_topic(const Call& call, const CreateTopic& in) {
  return topic_arn(call.account(), call.region(), in.name.value_or(std::string()));
}

std::string published_to(const Call&, const Publish& in) {
  if (in.topic_arn) return *in.topic_arn;
  return in.target_arn.value_or(std::string());
}

// CloudWatch is the service that a topic's first policy lets in by this key. Others have to be let
// in by a policy that names them.
// Source: Amazon SNS Developer Guide, "Example cases for Amazon SNS access control".
void source_owner(const Call& call, const Publish&, std::vector<ConditionValue>& out) {
  if (call.caller.arn != "cloudwatch.amazonaws.com") return;
  out.push_back({.key = "AWS:SourceOwner", .values = {call.caller.source_account}});
}

void subscribed(const Call&, const Subscribe& in, std::vector<ConditionValue>& out) {
  out.push_back({.key = "sns:Protocol", .values = {in.protocol}});
  if (in.endpoint) out.push_back({.key = "sns:Endpoint", .values = {*in.endpoint}});
}

template <class Op>
void tags_in_request(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
}

void keys_in_request(const Call&, const UntagResource& in, std::vector<ConditionValue>& out) {
  add_tag_keys(in.tag_keys, out);
}

void tags_of_topic(const Call& call, const CreateTopic& in, std::vector<AccessNeed>& out) {
  if (in.tags.empty()) return;
  out.push_back({.action = "sns:TagResource", .resource = created_topic(call, in)});
}

void register_topic_operations(Sns& sns, OperationTable& table) {
  table.add<AddPermission>(sns, &Sns::add_permission, {&named_topic});
  table.add<CreateTopic>(sns, &Sns::create_topic,
                         {.resource = &created_topic,
                          .conditions = &tags_in_request<CreateTopic>,
                          .also = &tags_of_topic});
  table.add<DeleteTopic>(sns, &Sns::delete_topic, {&named_topic});
  table.add<GetDataProtectionPolicy>(sns, &Sns::get_data_protection_policy, {&named_resource});
  table.add<GetTopicAttributes>(sns, &Sns::get_topic_attributes, {&named_topic});
  table.add<ListTagsForResource>(sns, &Sns::list_tags_for_resource, {&named_resource});
  table.add<ListTopics>(sns, &Sns::list_topics);
  table.add<PutDataProtectionPolicy>(sns, &Sns::put_data_protection_policy, {&named_resource});
  table.add<RemovePermission>(sns, &Sns::remove_permission, {&named_topic});
  table.add<SetTopicAttributes>(sns, &Sns::set_topic_attributes, {&named_topic});
  table.add<TagResource>(
      sns, &Sns::tag_resource,
      {.resource = &named_resource, .conditions = &tags_in_request<TagResource>});
  table.add<UntagResource>(sns, &Sns::untag_resource,
                           {.resource = &named_resource, .conditions = &keys_in_request});
}

// Who has a token may confirm, and who knows an ARN may unsubscribe; the operation asks more of
// those whom it asks at all. IAM knows no subscriptions, so that their operations are allowed for
// every resource or not at all.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon SNS".
void register_subscription_operations(Sns& sns, OperationTable& table) {
  table.add<ConfirmSubscription>(sns, &Sns::confirm_subscription,
                                 {.resource = &named_topic, .action = kNoPermission});
  table.add<GetSubscriptionAttributes>(sns, &Sns::get_subscription_attributes);
  table.add<ListSubscriptions>(sns, &Sns::list_subscriptions);
  table.add<ListSubscriptionsByTopic>(sns, &Sns::list_subscriptions_by_topic, {&named_topic});
  table.add<SetSubscriptionAttributes>(sns, &Sns::set_subscription_attributes);
  table.add<Subscribe>(sns, &Sns::subscribe, {.resource = &named_topic, .conditions = &subscribed});
  table.add<Unsubscribe>(sns, &Sns::unsubscribe, {.action = kNoPermission});
}

void register_message_operations(Sns& sns, OperationTable& table) {
  table.add<Publish>(sns, &Sns::publish, {.resource = &published_to, .conditions = &source_owner});
  table.add<PublishBatch>(sns, &Sns::publish_batch,
                          {.resource = &named_topic, .action = "sns:Publish"});
}

template <class Op>
std::string named_application(const Call&, const Op& in) {
  return in.platform_application_arn;
}

template <class Op>
std::string named_endpoint(const Call&, const Op& in) {
  return in.endpoint_arn;
}

void register_push_operations(Sns& sns, OperationTable& table) {
  table.add<CreatePlatformApplication>(sns, &Sns::create_platform_application);
  table.add<CreatePlatformEndpoint>(sns, &Sns::create_platform_endpoint, {&named_application});
  table.add<DeleteEndpoint>(sns, &Sns::delete_endpoint, {&named_endpoint});
  table.add<DeletePlatformApplication>(sns, &Sns::delete_platform_application,
                                       {&named_application});
  table.add<GetEndpointAttributes>(sns, &Sns::get_endpoint_attributes, {&named_endpoint});
  table.add<GetPlatformApplicationAttributes>(sns, &Sns::get_platform_application_attributes,
                                              {&named_application});
  table.add<ListEndpointsByPlatformApplication>(sns, &Sns::list_endpoints_by_platform_application,
                                                {&named_application});
  table.add<ListPlatformApplications>(sns, &Sns::list_platform_applications);
  table.add<SetEndpointAttributes>(sns, &Sns::set_endpoint_attributes, {&named_endpoint});
  table.add<SetPlatformApplicationAttributes>(sns, &Sns::set_platform_application_attributes,
                                              {&named_application});
}

void register_sms_operations(Sns& sns, OperationTable& table) {
  table.add<CheckIfPhoneNumberIsOptedOut>(sns, &Sns::check_if_phone_number_is_opted_out);
  table.add<CreateSMSSandboxPhoneNumber>(sns, &Sns::create_sms_sandbox_phone_number);
  table.add<DeleteSMSSandboxPhoneNumber>(sns, &Sns::delete_sms_sandbox_phone_number);
  table.add<GetSMSAttributes>(sns, &Sns::get_sms_attributes);
  table.add<GetSMSSandboxAccountStatus>(sns, &Sns::get_sms_sandbox_account_status);
  table.add<ListOriginationNumbers>(sns, &Sns::list_origination_numbers);
  table.add<ListPhoneNumbersOptedOut>(sns, &Sns::list_phone_numbers_opted_out);
  table.add<ListSMSSandboxPhoneNumbers>(sns, &Sns::list_sms_sandbox_phone_numbers);
  table.add<OptInPhoneNumber>(sns, &Sns::opt_in_phone_number);
  table.add<SetSMSAttributes>(sns, &Sns::set_sms_attributes);
  table.add<VerifySMSSandboxPhoneNumber>(sns, &Sns::verify_sms_sandbox_phone_number);
}

}  // namespace

void Sns::add_to(OperationTable& table) {
  register_topic_operations(*this, table);
  register_subscription_operations(*this, table);
  register_message_operations(*this, table);
  register_push_operations(*this, table);
  register_sms_operations(*this, table);
}

}  // namespace emu::sns
