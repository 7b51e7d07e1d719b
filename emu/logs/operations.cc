// What CloudWatch Logs answers, with which permission.
#include <string>
#include <string_view>

#include "logs/errors.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// IAM sees a group as "log-group:<name>:log-stream:" and a stream with its name behind that, as the
// texts of AWS's own refusals show.
std::string arn(const Call& call, std::string_view group, std::string_view stream) {
  std::string out;
  out.reserve(64 + group.size() + stream.size());
  out.append("arn:aws:logs:").append(call.region()).append(":").append(call.account());
  out.append(":log-group:").append(group).append(":log-stream:").append(stream);
  return out;
}

template <class Op>
std::string group_arn(const Call& call, const Op& in) {
  return arn(call, in.log_group_name, {});
}

template <class Op>
std::string stream_arn(const Call& call, const Op& in) {
  return arn(call, in.log_group_name, in.log_stream_name);
}

// Of operations that take a name or an identifier, which may be an ARN already.
template <class Op>
std::string identified_arn(const Call& call, const Op& in) {
  std::string_view identifier = in.log_group_identifier;
  if (!identifier.starts_with("arn:")) {
    return arn(call, identifier.empty() ? std::string_view(in.log_group_name) : identifier, {});
  }
  if (identifier.ends_with(":*")) identifier.remove_suffix(2);
  return std::string(identifier).append(":log-stream:");
}

std::string read_stream_arn(const Call& call, const GetLogEvents& in) {
  return identified_arn(call, in).append(in.log_stream_name);
}

std::string any_group_arn(const Call& call, const DescribeLogGroups&) { return arn(call, {}, {}); }

template <class Op>
std::string tagged_arn(const Call&, const Op& in) {
  return in.resource_arn;
}

std::string protected_arn(const Call& call, const PutLogGroupDeletionProtection& in) {
  struct Identified {
    const std::string& log_group_identifier;
    std::string log_group_name = {};
  };
  return identified_arn(call, Identified{in.log_group_identifier});
}

template <class Op>
std::string key_arn(const Call& call, const Op& in) {
  return in.resource_identifier.empty() ? group_arn(call, in) : in.resource_identifier;
}

}  // namespace

void Logs::add_to(OperationTable& table) {
  table.add<CreateLogGroup>(*this, &Logs::create_log_group, {&group_arn});
  table.add<DeleteLogGroup>(*this, &Logs::delete_log_group, {&group_arn});
  table.add<DescribeLogGroups>(*this, &Logs::describe_log_groups, {&any_group_arn});
  table.add<PutRetentionPolicy>(*this, &Logs::put_retention_policy, {&group_arn});
  table.add<DeleteRetentionPolicy>(*this, &Logs::delete_retention_policy, {&group_arn});
  table.add<CreateLogStream>(*this, &Logs::create_log_stream, {&stream_arn});
  table.add<DeleteLogStream>(*this, &Logs::delete_log_stream, {&stream_arn});
  table.add<DescribeLogStreams>(*this, &Logs::describe_log_streams, {&identified_arn});
  table.add<PutLogEvents>(*this, &Logs::put_log_events, {&stream_arn});
  table.add<GetLogEvents>(*this, &Logs::get_log_events, {&read_stream_arn});
  table.add<FilterLogEvents>(*this, &Logs::filter_log_events, {&identified_arn});
  table.add<TagResource>(*this, &Logs::tag_resource, {&tagged_arn});
  table.add<UntagResource>(*this, &Logs::untag_resource, {&tagged_arn});
  table.add<ListTagsForResource>(*this, &Logs::list_tags_for_resource, {&tagged_arn});
  table.add<TagLogGroup>(*this, &Logs::tag_log_group, {&group_arn});
  table.add<UntagLogGroup>(*this, &Logs::untag_log_group, {&group_arn});
  table.add<ListTagsLogGroup>(*this, &Logs::list_tags_log_group, {&group_arn});

  table.add<PutLogGroupDeletionProtection>(*this, &Logs::put_log_group_deletion_protection,
                                           {&protected_arn});
  table.add<AssociateKmsKey>(*this, &Logs::associate_kms_key, {&key_arn});
  table.add<DisassociateKmsKey>(*this, &Logs::disassociate_kms_key, {&key_arn});

  table.add<PutSubscriptionFilter>(*this, &Logs::put_subscription_filter, {&group_arn});
  table.add<DescribeSubscriptionFilters>(*this, &Logs::describe_subscription_filters, {&group_arn});
  table.add<DeleteSubscriptionFilter>(*this, &Logs::delete_subscription_filter, {&group_arn});
  table.add<PutMetricFilter>(*this, &Logs::put_metric_filter, {&group_arn});
  table.add<DescribeMetricFilters>(*this, &Logs::describe_metric_filters, {&group_arn});
  table.add<DeleteMetricFilter>(*this, &Logs::delete_metric_filter, {&group_arn});
  table.add<TestMetricFilter>(*this, &Logs::test_metric_filter);

  table.add<PutResourcePolicy>(*this, &Logs::put_resource_policy);
  table.add<DescribeResourcePolicies>(*this, &Logs::describe_resource_policies);
  table.add<DeleteResourcePolicy>(*this, &Logs::delete_resource_policy);
}

}  // namespace emu::logs
