// SNS: the topics of every account and region.
//
// Every operation is atomic. Publishing decides at once who gets a message; bringing it there is
// the Notifier's, on its own tasks. Subscriptions that nobody has confirmed end when somebody looks
// at their topic after two days.
#pragma once

#include <emu/result.h>
#include <emu/sns.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/http_origin.h"
#include "core/gate/minute_metrics.h"
#include "core/gate/operation_table.h"
#include "core/gate/outbox.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "sns/notifier.h"
#include "sns/publishing.h"
#include "sns/signer.h"
#include "sns/state.h"

namespace emu::sns {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Sns final : public Service, public HttpOrigin, private ResourceHost {
 public:
  // Hands out the topics' policies to IAM, and the certificate to who asks for it. The world must
  // outlive it.
  explicit Sns(World& world);

  Result<CreateTopicResult> create_topic(Call& call, const CreateTopic& in);
  Result<Nothing> delete_topic(Call& call, const DeleteTopic& in);
  Result<GetTopicAttributesResult> get_topic_attributes(Call& call, const GetTopicAttributes& in);
  Result<Nothing> set_topic_attributes(Call& call, const SetTopicAttributes& in);
  Result<ListTopicsResult> list_topics(Call& call, const ListTopics& in);
  Result<TagResourceResult> tag_resource(Call& call, const TagResource& in);
  Result<UntagResourceResult> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  Result<Nothing> add_permission(Call& call, const AddPermission& in);
  Result<Nothing> remove_permission(Call& call, const RemovePermission& in);
  Result<Nothing> put_data_protection_policy(Call& call, const PutDataProtectionPolicy& in);
  Result<GetDataProtectionPolicyResult> get_data_protection_policy(
      Call& call, const GetDataProtectionPolicy& in);

  Result<SubscribeResult> subscribe(Call& call, const Subscribe& in);
  Result<ConfirmSubscriptionResult> confirm_subscription(Call& call, const ConfirmSubscription& in);
  Result<Nothing> unsubscribe(Call& call, const Unsubscribe& in);
  Result<GetSubscriptionAttributesResult> get_subscription_attributes(
      Call& call, const GetSubscriptionAttributes& in);
  Result<Nothing> set_subscription_attributes(Call& call, const SetSubscriptionAttributes& in);
  Result<ListSubscriptionsResult> list_subscriptions(Call& call, const ListSubscriptions& in);
  Result<ListSubscriptionsByTopicResult> list_subscriptions_by_topic(
      Call& call, const ListSubscriptionsByTopic& in);

  Result<PublishResult> publish(Call& call, const Publish& in);
  Result<PublishBatchResult> publish_batch(Call& call, const PublishBatch& in);

  Result<CreatePlatformApplicationResult> create_platform_application(
      Call& call, const CreatePlatformApplication& in);
  Result<Nothing> delete_platform_application(Call& call, const DeletePlatformApplication& in);
  Result<GetPlatformApplicationAttributesResult> get_platform_application_attributes(
      Call& call, const GetPlatformApplicationAttributes& in);
  Result<Nothing> set_platform_application_attributes(Call& call,
                                                      const SetPlatformApplicationAttributes& in);
  Result<ListPlatformApplicationsResult> list_platform_applications(
      Call& call, const ListPlatformApplications& in);
  Result<CreatePlatformEndpointResult> create_platform_endpoint(Call& call,
                                                                const CreatePlatformEndpoint& in);
  Result<Nothing> delete_endpoint(Call& call, const DeleteEndpoint& in);
  Result<GetEndpointAttributesResult> get_endpoint_attributes(Call& call,
                                                              const GetEndpointAttributes& in);
  Result<Nothing> set_endpoint_attributes(Call& call, const SetEndpointAttributes& in);
  Result<ListEndpointsByPlatformApplicationResult> list_endpoints_by_platform_application(
      Call& call, const ListEndpointsByPlatformApplication& in);

  Result<SetSMSAttributesResult> set_sms_attributes(Call& call, const SetSMSAttributes& in);
  Result<GetSMSAttributesResult> get_sms_attributes(Call& call, const GetSMSAttributes& in);
  Result<CheckIfPhoneNumberIsOptedOutResult> check_if_phone_number_is_opted_out(
      Call& call, const CheckIfPhoneNumberIsOptedOut& in);
  Result<ListPhoneNumbersOptedOutResult> list_phone_numbers_opted_out(
      Call& call, const ListPhoneNumbersOptedOut& in);
  Result<OptInPhoneNumberResult> opt_in_phone_number(Call& call, const OptInPhoneNumber& in);
  Result<ListOriginationNumbersResult> list_origination_numbers(Call& call,
                                                                const ListOriginationNumbers& in);
  Result<CreateSMSSandboxPhoneNumberResult> create_sms_sandbox_phone_number(
      Call& call, const CreateSMSSandboxPhoneNumber& in);
  Result<VerifySMSSandboxPhoneNumberResult> verify_sms_sandbox_phone_number(
      Call& call, const VerifySMSSandboxPhoneNumber& in);
  Result<DeleteSMSSandboxPhoneNumberResult> delete_sms_sandbox_phone_number(
      Call& call, const DeleteSMSSandboxPhoneNumber& in);
  Result<ListSMSSandboxPhoneNumbersResult> list_sms_sandbox_phone_numbers(
      Call& call, const ListSMSSandboxPhoneNumbers& in);
  Result<GetSMSSandboxAccountStatusResult> get_sms_sandbox_account_status(
      Call& call, const GetSMSSandboxAccountStatus& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;
  bool leaves_to_account(const Caller& caller, std::string_view action,
                         std::string_view resource) const override;

  // The certificate, at the host of SNS and by the path of its URL.
  std::optional<InternetAddress> by_host(const RequestParts& parts,
                                         std::string_view region) const override;
  std::optional<InternetAddress> by_path(const RequestParts& parts,
                                         std::string_view region) const override;
  std::optional<HttpResponse> answer_internet(const RequestParts& parts) override;

 private:
  // For IAM: the topics' policies and tags.
  ResourceTerms terms(const AccessRequest& request) const override;
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  // The topic of the region that is called, without subscriptions that were not confirmed in time.
  Result<StoredTopic*> find_topic(const Call& call, std::string_view arn,
                                  std::string_view parameter = "TopicArn");
  // For tags, whose errors are others.
  Result<StoredTopic*> find_tagged(const Call& call, std::string_view arn);
  // Null when there is none.
  StoredTopic* find_by_arn(std::string_view arn) const;
  struct FoundSubscription {
    StoredTopic* topic;
    StoredSubscription* subscription;
  };
  Result<FoundSubscription> find_subscription(const Call& call, std::string_view arn);

  // By the ARN of an application or of one of its endpoints.
  Result<StoredApplication*> find_application(const Call& call, std::string_view arn,
                                              std::string_view parameter);
  Result<StoredDevice*> find_device(const Call& call, std::string_view arn);

  // What follows from a change of a topic or a subscription.
  void update_policy(StoredTopic& topic);
  void update_target(const StoredTopic& topic, StoredSubscription& subscription);
  void update_targets(StoredTopic& topic);

  void end_unconfirmed(StoredTopic& topic);
  void end_subscription(StoredTopic& topic, StoredSubscription& subscription);
  Result<StoredSubscription*> new_subscription(const Call& call, StoredTopic& topic,
                                               const Subscribe& in,
                                               SubscriptionAttributes attributes);
  // Counts a subscription in, and makes it findable.
  void enter(StoredTopic& topic, const StoredSubscription& subscription);
  // Ends a subscription, and tells its web endpoint how to take it up again.
  void unsubscribe_web(const Call& call, StoredTopic& topic, StoredSubscription& subscription);
  // The one that ended with that token, taken up again. Null when there is none.
  Result<StoredSubscription*> restore(StoredTopic& topic, std::string_view token);
  void ask_for_confirmation(const Call& call, StoredTopic& topic, StoredSubscription& subscription);
  // What SNS has to say to an endpoint itself.
  struct Notice {
    const char* type;
    std::string text;
    const std::string& token;
  };
  void send_notice(const Call& call, const StoredTopic& topic, const Target& to, Notice notice);
  // Whether the topic may have the filter policy of `after` in the place of that of `before`.
  Status check_filter(const StoredTopic& topic, const SubscriptionAttributes& before,
                      const SubscriptionAttributes& after);
  void count_filter(StoredTopic& topic, const SubscriptionAttributes& before,
                    const SubscriptionAttributes& after);

  PublishedMessage message_of(const Call& call, const StoredTopic& topic,
                              const OutgoingMessage& outgoing);
  // Publishes what has been checked.
  PublishResult publish_to(const Call& call, StoredTopic& topic, const OutgoingMessage& outgoing,
                           std::map<std::string, std::string, std::less<>> texts);
  // What a FIFO topic has taken already; otherwise gives the message its number and keeps it.
  const RecentMessage* number(StoredTopic& topic, PublishedMessage& message);
  void count_filtered_out(const StoredTopic& topic, const FilterPolicy& filter,
                          FilteredMessage& message);
  Result<PublishResult> publish_to_device(const Call& call, const Publish& in);
  Result<PublishResult> publish_to_phone(const Call& call, const Publish& in);

  World& world_;
  // Stored.
  mutable Regional<RegionState> regions_;
  std::uint64_t last_serial_ = 0;
  Outbox& outbox_;
  // Alive beside it.
  MinuteMetrics minutes_;
  Signer signer_;
  Notifier notifier_;
};

}  // namespace emu::sns
