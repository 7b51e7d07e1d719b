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

}  // namespace

void register_operations(Logs& logs, OperationTable& table) {
  table.add_service({.name = "logs", .access_denied = &access_denied, .invalid = &invalid});
  table.add<CreateLogGroup>(logs, &Logs::create_log_group,
                            {"logs:CreateLogGroup", &group_arn<CreateLogGroup>});
  table.add<DeleteLogGroup>(logs, &Logs::delete_log_group,
                            {"logs:DeleteLogGroup", &group_arn<DeleteLogGroup>});
  table.add<DescribeLogGroups>(logs, &Logs::describe_log_groups,
                               {"logs:DescribeLogGroups", &any_group_arn});
  table.add<PutRetentionPolicy>(logs, &Logs::put_retention_policy,
                                {"logs:PutRetentionPolicy", &group_arn<PutRetentionPolicy>});
  table.add<DeleteRetentionPolicy>(
      logs, &Logs::delete_retention_policy,
      {"logs:DeleteRetentionPolicy", &group_arn<DeleteRetentionPolicy>});
  table.add<CreateLogStream>(logs, &Logs::create_log_stream,
                             {"logs:CreateLogStream", &stream_arn<CreateLogStream>});
  table.add<DeleteLogStream>(logs, &Logs::delete_log_stream,
                             {"logs:DeleteLogStream", &stream_arn<DeleteLogStream>});
  table.add<DescribeLogStreams>(logs, &Logs::describe_log_streams,
                                {"logs:DescribeLogStreams", &identified_arn<DescribeLogStreams>});
  table.add<PutLogEvents>(logs, &Logs::put_log_events,
                          {"logs:PutLogEvents", &stream_arn<PutLogEvents>});
  table.add<GetLogEvents>(logs, &Logs::get_log_events, {"logs:GetLogEvents", &read_stream_arn});
  table.add<FilterLogEvents>(logs, &Logs::filter_log_events,
                             {"logs:FilterLogEvents", &identified_arn<FilterLogEvents>});
  table.add<TagResource>(logs, &Logs::tag_resource, {"logs:TagResource", &tagged_arn<TagResource>});
  table.add<UntagResource>(logs, &Logs::untag_resource,
                           {"logs:UntagResource", &tagged_arn<UntagResource>});
  table.add<ListTagsForResource>(logs, &Logs::list_tags_for_resource,
                                 {"logs:ListTagsForResource", &tagged_arn<ListTagsForResource>});
}

}  // namespace emu::logs
