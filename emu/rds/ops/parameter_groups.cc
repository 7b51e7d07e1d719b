// CreateDBParameterGroup, DescribeDBParameterGroups, ModifyDBParameterGroup,
// ResetDBParameterGroup, DeleteDBParameterGroup and DescribeDBParameters.
#include <fmt/format.h>

#include <algorithm>

#include "rds/errors.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/parameter_group.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

std::string parameter_group_arn_prefix(const Call& call) {
  return arn_of(call.account(), call.region(), "pg", "");
}

DbParameterGroup parameter_group_seen(const StoredParameterGroup& group) {
  return {.db_parameter_group_name = group.name,
          .db_parameter_group_family = group.family,
          .description = group.description,
          .db_parameter_group_arn = group.arn};
}

}  // namespace

Status Rds::check_parameter_group(const Call& call, const std::optional<std::string>& name) {
  if (!name || name->empty()) return {};
  const auto found = find_parameter_group(state_of(call).parameter_groups, *name,
                                          parameter_group_arn_prefix(call));
  if (found) return {};
  return found.error();
}

Result<CreateDBParameterGroupResult> Rds::create_db_parameter_group(
    Call& call, const CreateDBParameterGroup& in) {
  EMU_TRY(const StoredParameterGroup* group,
          add_parameter_group(state_of(call).parameter_groups,
                              {.name_parameter = "DBParameterGroupName",
                               .name = in.db_parameter_group_name,
                               .family = in.db_parameter_group_family,
                               .description = in.description,
                               .tags = in.tags,
                               .arn_prefix = parameter_group_arn_prefix(call)}));
  return CreateDBParameterGroupResult{.db_parameter_group = parameter_group_seen(*group)};
}

Result<DescribeDBParameterGroupsResult> Rds::describe_db_parameter_groups(
    Call& call, const DescribeDBParameterGroups& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  const ParameterGroups& groups = state_of(call).parameter_groups;
  DescribeDBParameterGroupsResult out;
  if (in.db_parameter_group_name && !in.db_parameter_group_name->empty()) {
    EMU_TRY(const StoredParameterGroup group,
            find_parameter_group(groups,
                                 *in.db_parameter_group_name, parameter_group_arn_prefix(call)));
    out.db_parameter_groups.push_back(parameter_group_seen(group));
    return out;
  }
  EMU_CHECK(list_page(
      groups, in, out, [](const StoredParameterGroup&) { return true; },
      [&](const StoredParameterGroup& group) {
        out.db_parameter_groups.push_back(parameter_group_seen(group));
      }));
  return out;
}

Result<ModifyDBParameterGroupResult> Rds::modify_db_parameter_group(
    Call& call, const ModifyDBParameterGroup& in) {
  EMU_TRY(StoredParameterGroup* group,
          changeable_parameter_group(state_of(call).parameter_groups, in.db_parameter_group_name));
  EMU_CHECK(set_parameters(*group, in.parameters));
  return ModifyDBParameterGroupResult{.db_parameter_group_name = group->name};
}

Result<ResetDBParameterGroupResult> Rds::reset_db_parameter_group(Call& call,
                                                                  const ResetDBParameterGroup& in) {
  EMU_TRY(StoredParameterGroup* group,
          changeable_parameter_group(state_of(call).parameter_groups, in.db_parameter_group_name));
  EMU_CHECK(reset_parameters(*group, in.reset_all_parameters, in.parameters));
  return ResetDBParameterGroupResult{.db_parameter_group_name = group->name};
}

Result<Nothing> Rds::delete_db_parameter_group(Call& call, const DeleteDBParameterGroup& in) {
  State& state = state_of(call);
  EMU_TRY(const StoredParameterGroup* group,
          changeable_parameter_group(state.parameter_groups, in.db_parameter_group_name));
  const bool is_used =
      std::any_of(state.instances.begin(), state.instances.end(), [&](const auto& entry) {
        return entry.second.instance.db_parameter_groups.front().db_parameter_group_name ==
               group->name;
      });
  if (is_used) {
    return error(errors::kInvalidDBParameterGroupState,
                 fmt::format("One or more database instances are still members of this parameter "
                             "group {}, so the group cannot be deleted",
                             group->name));
  }
  state.parameter_groups.erase(std::string(group->name));
  return Nothing{};
}

// Of those that nobody has set, nothing is known here.
Result<DescribeDBParametersResult> Rds::describe_db_parameters(Call& call,
                                                               const DescribeDBParameters& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  EMU_TRY(const StoredParameterGroup group,
          find_parameter_group(state_of(call).parameter_groups,
                               in.db_parameter_group_name, parameter_group_arn_prefix(call)));
  EMU_TRY(const bool lists, lists_set_parameters(in.source));
  DescribeDBParametersResult out;
  EMU_CHECK(list_page(
      group.parameters, in, out, [&](const Parameter&) { return lists; },
      [&](const Parameter& parameter) { out.parameters.push_back(parameter); }));
  return out;
}

}  // namespace emu::rds
