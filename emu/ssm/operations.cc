// What Parameter Store answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Systems
// Manager".
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/tag_keys.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"
#include "ssm/name.h"
#include "ssm/service.h"

namespace emu::ssm {

namespace {

// A selector is no part of the ARN that IAM sees.
std::string named_arn(const Call& call, std::string_view named) {
  std::string_view name = trim(named);
  if (!name.starts_with("arn:")) {
    return arn_of(call.account(), call.region(), take_until(name, ':'));
  }
  const std::size_t selector = name.find(':', name.find("parameter/"));
  return std::string(name.substr(0, selector));
}

template <class Op>
std::string parameter_arn(const Call& call, const Op& in) {
  return named_arn(call, in.name);
}

// The trace asks for it before anybody has looked at the request.
template <class Op>
std::string first_arn(const Call& call, const Op& in) {
  return in.names.empty() ? std::string() : named_arn(call, in.names.front());
}

// Each parameter of several needs the permission.
template <class Op>
void other_arns(const Call& call, const Op& in, std::vector<AccessNeed>& out,
                std::string_view action) {
  for (std::size_t i = 1; i < in.names.size(); ++i) {
    out.push_back({.action = action, .resource = named_arn(call, in.names[i])});
  }
}

std::string path_arn(const Call& call, const GetParametersByPath& in) {
  return arn_of(call.account(), call.region(), trim(in.path));
}

std::string any_arn(const Call& call, const DescribeParameters&) {
  return fmt::format("arn:{}:ssm:{}:{}:*", partition_of(call.region()), call.region(),
                     call.account());
}

template <class Op>
std::string tagged_parameter_arn(const Call& call, const Op& in) {
  return named_arn(call, in.resource_id);
}

void add_flag(std::string_view key, const std::optional<bool>& flag,
              std::vector<ConditionValue>& out) {
  if (flag) out.push_back({.key = std::string(key), .values = {*flag ? "true" : "false"}});
}

void put_keys(const Call&, const PutParameter& in, std::vector<ConditionValue>& out) {
  add_flag("ssm:Overwrite", in.overwrite, out);
  if (in.policies) out.push_back({.key = "ssm:Policies", .values = {*in.policies}});
  add_request_tags(in.tags, out);
}

// Source: AWS Systems Manager User Guide, "Tagging Parameter Store parameters".
void put_needs(const Call& call, const PutParameter& in, std::vector<AccessNeed>& out) {
  if (in.tags.empty()) return;
  out.push_back({.action = "ssm:AddTagsToResource", .resource = parameter_arn(call, in)});
}

void path_keys(const Call&, const GetParametersByPath& in, std::vector<ConditionValue>& out) {
  add_flag("ssm:Recursive", in.recursive, out);
}

void register_parameter_operations(Ssm& ssm, OperationTable& table) {
  table.add<PutParameter>(
      ssm, &Ssm::put_parameter,
      {.resource = &parameter_arn, .conditions = &put_keys, .also = &put_needs});
  table.add<GetParameter>(ssm, &Ssm::get_parameter, {&parameter_arn});
  table.add<GetParameters>(
      ssm, &Ssm::get_parameters,
      {.resource = &first_arn, .also = [](const Call& call, const auto& in, auto& out) {
         other_arns(call, in, out, "ssm:GetParameters");
       }});
  table.add<GetParametersByPath>(ssm, &Ssm::get_parameters_by_path,
                                 {.resource = &path_arn, .conditions = &path_keys});
  table.add<DeleteParameter>(ssm, &Ssm::delete_parameter, {&parameter_arn});
  table.add<DeleteParameters>(
      ssm, &Ssm::delete_parameters,
      {.resource = &first_arn, .also = [](const Call& call, const auto& in, auto& out) {
         other_arns(call, in, out, "ssm:DeleteParameters");
       }});
}

}  // namespace

void Ssm::add_to(OperationTable& table) {
  register_parameter_operations(*this, table);
  table.add<DescribeParameters>(*this, &Ssm::describe_parameters, {&any_arn});
  table.add<GetParameterHistory>(*this, &Ssm::get_parameter_history, {&parameter_arn});
  table.add<LabelParameterVersion>(*this, &Ssm::label_parameter_version, {&parameter_arn});
  table.add<UnlabelParameterVersion>(*this, &Ssm::unlabel_parameter_version, {&parameter_arn});
  table.add<AddTagsToResource>(
      *this, &Ssm::add_tags_to_resource,
      {.resource = &tagged_parameter_arn, .conditions = [](const Call&, const auto& in, auto& out) {
         add_request_tags(in.tags, out);
       }});
  table.add<RemoveTagsFromResource>(
      *this, &Ssm::remove_tags_from_resource,
      {.resource = &tagged_parameter_arn, .conditions = [](const Call&, const auto& in, auto& out) {
         add_tag_keys(in.tag_keys, out);
       }});
  table.add<ListTagsForResource>(*this, &Ssm::list_tags_for_resource, {&tagged_parameter_arn});
}

}  // namespace emu::ssm
