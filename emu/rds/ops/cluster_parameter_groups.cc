// CreateDBClusterParameterGroup, DescribeDBClusterParameterGroups, ModifyDBClusterParameterGroup,
// ResetDBClusterParameterGroup, DeleteDBClusterParameterGroup and DescribeDBClusterParameters.
#include <fmt/format.h>

#include <algorithm>

#include "rds/errors.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/parameter_group.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

std::string cluster_parameter_group_arn_prefix(const Call& call) {
  return arn_of(call.account(), call.region(), "cluster-pg", "");
}

DbClusterParameterGroup cluster_parameter_group_seen(const StoredParameterGroup& group) {
  return {.db_cluster_parameter_group_name = group.name,
          .db_parameter_group_family = group.family,
          .description = group.description,
          .db_cluster_parameter_group_arn = group.arn};
}

}  // namespace

Status Rds::check_cluster_parameter_group(const Call& call,
                                          const std::optional<std::string>& name) {
  if (!name || name->empty()) return {};
  const auto found = find_parameter_group(state_of(call).cluster_parameter_groups, *name,
                                          cluster_parameter_group_arn_prefix(call));
  if (found) return {};
  return error(errors::kDBClusterParameterGroupNotFound,
               fmt::format("DBClusterParameterGroup not found: {}", *name), kNotFound);
}

Result<CreateDBClusterParameterGroupResult> Rds::create_db_cluster_parameter_group(
    Call& call, const CreateDBClusterParameterGroup& in) {
  EMU_TRY(const StoredParameterGroup* group,
          add_parameter_group(state_of(call).cluster_parameter_groups,
                              {.name_parameter = "DBClusterParameterGroupName",
                               .name = in.db_cluster_parameter_group_name,
                               .family = in.db_parameter_group_family,
                               .description = in.description,
                               .tags = in.tags,
                               .arn_prefix = cluster_parameter_group_arn_prefix(call)}));
  return CreateDBClusterParameterGroupResult{.db_cluster_parameter_group =
                                                 cluster_parameter_group_seen(*group)};
}

Result<DescribeDBClusterParameterGroupsResult> Rds::describe_db_cluster_parameter_groups(
    Call& call, const DescribeDBClusterParameterGroups& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  const ParameterGroups& groups = state_of(call).cluster_parameter_groups;
  DescribeDBClusterParameterGroupsResult out;
  if (in.db_cluster_parameter_group_name && !in.db_cluster_parameter_group_name->empty()) {
    EMU_TRY(const StoredParameterGroup group,
            find_parameter_group(groups,
                                 *in.db_cluster_parameter_group_name,
                                 cluster_parameter_group_arn_prefix(call)));
    out.db_cluster_parameter_groups.push_back(cluster_parameter_group_seen(group));
    return out;
  }
  EMU_CHECK(list_page(
      groups, in, out, [](const StoredParameterGroup&) { return true; },
      [&](const StoredParameterGroup& group) {
        out.db_cluster_parameter_groups.push_back(cluster_parameter_group_seen(group));
      }));
  return out;
}

Result<ModifyDBClusterParameterGroupResult> Rds::modify_db_cluster_parameter_group(
    Call& call, const ModifyDBClusterParameterGroup& in) {
  EMU_TRY(StoredParameterGroup* group,
          changeable_parameter_group(state_of(call).cluster_parameter_groups,
                                     in.db_cluster_parameter_group_name));
  EMU_CHECK(set_parameters(*group, in.parameters));
  return ModifyDBClusterParameterGroupResult{.db_cluster_parameter_group_name = group->name};
}

Result<ResetDBClusterParameterGroupResult> Rds::reset_db_cluster_parameter_group(
    Call& call, const ResetDBClusterParameterGroup& in) {
  EMU_TRY(StoredParameterGroup* group,
          changeable_parameter_group(state_of(call).cluster_parameter_groups,
                                     in.db_cluster_parameter_group_name));
  EMU_CHECK(reset_parameters(*group, in.reset_all_parameters, in.parameters));
  return ResetDBClusterParameterGroupResult{.db_cluster_parameter_group_name = group->name};
}

Result<Nothing> Rds::delete_db_cluster_parameter_group(Call& call,
                                                       const DeleteDBClusterParameterGroup& in) {
  State& state = state_of(call);
  EMU_TRY(const StoredParameterGroup* group,
          changeable_parameter_group(state.cluster_parameter_groups,
                                     in.db_cluster_parameter_group_name));
  const bool is_used =
      std::any_of(state.clusters.begin(), state.clusters.end(), [&](const auto& entry) {
        return entry.second.cluster.db_cluster_parameter_group == group->name;
      });
  if (is_used) {
    return error(errors::kInvalidDBParameterGroupState,
                 fmt::format("One or more database instances are still members of this parameter "
                             "group {}, so the group cannot be deleted",
                             group->name));
  }
  state.cluster_parameter_groups.erase(std::string(group->name));
  return Nothing{};
}

// Of those that nobody has set, nothing is known here.
Result<DescribeDBClusterParametersResult> Rds::describe_db_cluster_parameters(
    Call& call, const DescribeDBClusterParameters& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  EMU_TRY(const StoredParameterGroup group,
          find_parameter_group(state_of(call).cluster_parameter_groups,
                               in.db_cluster_parameter_group_name,
                               cluster_parameter_group_arn_prefix(call)));
  EMU_TRY(const bool lists, lists_set_parameters(in.source));
  DescribeDBClusterParametersResult out;
  EMU_CHECK(list_page(
      group.parameters, in, out, [&](const Parameter&) { return lists; },
      [&](const Parameter& parameter) { out.parameters.push_back(parameter); }));
  return out;
}

}  // namespace emu::rds
