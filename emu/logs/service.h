// A fake CloudWatch Logs: the log groups of every account and region.
//
// Every operation is atomic. What a retention policy lets expire is not answered from that moment
// on, and its storage is given back as the stream grows.
#pragma once

#include <emu/logs.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/delivery/courier.h"
#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "logs/incoming.h"
#include "logs/state.h"

namespace emu::logs {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Logs final : public Service, private ResourceHost {
 public:
  // Hands out the resource policies to IAM. The world must outlive it.
  explicit Logs(World& world);

  Result<Nothing> create_log_group(Call& call, const CreateLogGroup& in);
  Result<Nothing> delete_log_group(Call& call, const DeleteLogGroup& in);
  Result<DescribeLogGroupsResult> describe_log_groups(Call& call, const DescribeLogGroups& in);
  Result<Nothing> put_retention_policy(Call& call, const PutRetentionPolicy& in);
  Result<Nothing> delete_retention_policy(Call& call, const DeleteRetentionPolicy& in);

  Result<Nothing> put_log_group_deletion_protection(Call& call,
                                                    const PutLogGroupDeletionProtection& in);
  Result<Nothing> associate_kms_key(Call& call, const AssociateKmsKey& in);
  Result<Nothing> disassociate_kms_key(Call& call, const DisassociateKmsKey& in);

  Result<Nothing> create_log_stream(Call& call, const CreateLogStream& in);
  Result<Nothing> delete_log_stream(Call& call, const DeleteLogStream& in);
  Result<DescribeLogStreamsResult> describe_log_streams(Call& call, const DescribeLogStreams& in);

  Result<PutLogEventsResult> put_log_events(Call& call, const PutLogEvents& in);
  Result<GetLogEventsResult> get_log_events(Call& call, const GetLogEvents& in);
  Result<FilterLogEventsResult> filter_log_events(Call& call, const FilterLogEvents& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  Result<Nothing> tag_log_group(Call& call, const TagLogGroup& in);
  Result<Nothing> untag_log_group(Call& call, const UntagLogGroup& in);
  Result<ListTagsLogGroupResult> list_tags_log_group(Call& call, const ListTagsLogGroup& in);

  Result<Nothing> put_subscription_filter(Call& call, const PutSubscriptionFilter& in);
  Result<DescribeSubscriptionFiltersResult> describe_subscription_filters(
      Call& call, const DescribeSubscriptionFilters& in);
  Result<Nothing> delete_subscription_filter(Call& call, const DeleteSubscriptionFilter& in);

  Result<Nothing> put_metric_filter(Call& call, const PutMetricFilter& in);
  Result<DescribeMetricFiltersResult> describe_metric_filters(Call& call,
                                                              const DescribeMetricFilters& in);
  Result<Nothing> delete_metric_filter(Call& call, const DeleteMetricFilter& in);
  Result<TestMetricFilterResult> test_metric_filter(Call& call, const TestMetricFilter& in);

  Result<PutResourcePolicyResult> put_resource_policy(Call& call, const PutResourcePolicy& in);
  Result<DescribeResourcePoliciesResult> describe_resource_policies(
      Call& call, const DescribeResourcePolicies& in);
  Result<Nothing> delete_resource_policy(Call& call, const DeleteResourcePolicy& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

 private:
  State& state(const Call& call) { return states_.at(call.account(), call.region()); }
  std::int64_t now_millis() const { return epoch_millis(world_.now()); }

  ResourceTerms terms(const AccessRequest& request) const override;
  void add_keys(const AccessRequest&, std::vector<ConditionValue>&) const override {}

  // Hands events that have come in to the filters of their group.
  void filter(const Group& group, const IncomingEvents& incoming);
  void post(const StoredSubscription& subscription, std::string payload);
  // Asks the function of a subscription whether it may be invoked, and where it logs. This may
  // wait.
  Status check_function(const Call& call, const CallerPtr& sender, const PutSubscriptionFilter& in);

  World& world_;
  mutable Regional<State> states_;
  Courier courier_;  // to the functions of subscriptions
};

}  // namespace emu::logs
