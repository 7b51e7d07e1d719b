// CreateDBSubnetGroup, DescribeDBSubnetGroups, ModifyDBSubnetGroup and DeleteDBSubnetGroup. There
// are no networks: subnets are names, in the region's zones in turn.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "rds/errors.h"
#include "rds/limits.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

Result<std::string> read_name(std::string_view name) {
  const bool is_valid = !name.empty() && name.size() <= kSubnetGroupNameMax && name != "default" &&
                        std::all_of(name.begin(), name.end(), [](char c) {
                          return is_alphanumeric(c) || c == '.' || c == '_' || c == ' ' || c == '-';
                        });
  if (is_valid) return lower_case(name);
  return invalid_value(
      fmt::format("The parameter DBSubnetGroupName is not a valid name: {}", name));
}

Status check_subnets(const std::vector<std::string>& ids) {
  if (ids.size() > kSubnetsMax) {
    return invalid_value(
        fmt::format("A DB subnet group can have at most {} subnets.", kSubnetsMax));
  }
  if (ids.size() >= 2) return {};
  return error(errors::kDBSubnetGroupDoesNotCoverEnoughAZs,
               "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. "
               "Current AZ coverage: 1. Add subnets to cover at least 2 AZs.");
}

std::vector<Subnet> subnets_of(const std::vector<std::string>& ids, const std::string& region) {
  constexpr std::string_view kZones = "abc";
  std::vector<Subnet> subnets;
  for (const std::string& id : ids) {
    const char zone = kZones[subnets.size() % kZones.size()];
    subnets.push_back({.subnet_identifier = id,
                       .subnet_availability_zone = AvailabilityZone{.name = region + zone},
                       .subnet_outpost = Outpost{},
                       .subnet_status = "Active"});
  }
  return subnets;
}

}  // namespace

Result<CreateDBSubnetGroupResult> Rds::create_db_subnet_group(Call& call,
                                                              const CreateDBSubnetGroup& in) {
  EMU_TRY(std::string name, read_name(in.db_subnet_group_name));
  EMU_CHECK(check_subnets(in.subnet_ids));
  if (in.tags.size() > kTagsMax) return too_many_tags();
  State& state = state_of(call);
  if (state.subnet_groups.contains(name)) {
    return error(errors::kDBSubnetGroupAlreadyExists,
                 fmt::format("The DB subnet group '{}' already exists.", name));
  }
  if (state.subnet_groups.size() >= kSubnetGroupsMax) {
    return error(errors::kDBSubnetGroupQuotaExceeded,
                 "The request would result in the user exceeding the allowed number of DB subnet "
                 "groups.");
  }
  StoredSubnetGroup stored{
      .group = {.db_subnet_group_name = name,
                .db_subnet_group_description = in.db_subnet_group_description,
                .vpc_id = "vpc-0123456789abcdef0",
                .subnet_group_status = "Complete",
                .subnets = subnets_of(in.subnet_ids, call.region()),
                .db_subnet_group_arn = arn_of(call.account(), call.region(), "subgrp", name),
                .supported_network_types = {"IPV4"}},
      .tags = in.tags};
  CreateDBSubnetGroupResult out{.db_subnet_group = stored.group};
  state.subnet_groups.emplace(std::move(name), std::move(stored));
  return out;
}

Result<DescribeDBSubnetGroupsResult> Rds::describe_db_subnet_groups(
    Call& call, const DescribeDBSubnetGroups& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  const State& state = state_of(call);
  DescribeDBSubnetGroupsResult out;
  if (in.db_subnet_group_name && !in.db_subnet_group_name->empty()) {
    const auto found = state.subnet_groups.find(lower_case(*in.db_subnet_group_name));
    if (found == state.subnet_groups.end()) return no_such_subnet_group(*in.db_subnet_group_name);
    out.db_subnet_groups.push_back(found->second.group);
    return out;
  }
  EMU_CHECK(list_page(
      state.subnet_groups, in, out, [](const StoredSubnetGroup&) { return true; },
      [&](const StoredSubnetGroup& stored) { out.db_subnet_groups.push_back(stored.group); }));
  return out;
}

Result<ModifyDBSubnetGroupResult> Rds::modify_db_subnet_group(Call& call,
                                                              const ModifyDBSubnetGroup& in) {
  State& state = state_of(call);
  const auto found = state.subnet_groups.find(lower_case(in.db_subnet_group_name));
  if (found == state.subnet_groups.end()) return no_such_subnet_group(in.db_subnet_group_name);
  EMU_CHECK(check_subnets(in.subnet_ids));
  DbSubnetGroup& group = found->second.group;
  group.subnets = subnets_of(in.subnet_ids, call.region());
  if (in.db_subnet_group_description) {
    group.db_subnet_group_description = *in.db_subnet_group_description;
  }
  return ModifyDBSubnetGroupResult{.db_subnet_group = group};
}

Result<Nothing> Rds::delete_db_subnet_group(Call& call, const DeleteDBSubnetGroup& in) {
  State& state = state_of(call);
  const auto found = state.subnet_groups.find(lower_case(in.db_subnet_group_name));
  if (found == state.subnet_groups.end()) return no_such_subnet_group(in.db_subnet_group_name);
  const std::string& name = found->first;
  const bool is_used =
      std::any_of(state.instances.begin(), state.instances.end(),
                  [&](const auto& entry) {
                    const auto& group = entry.second.instance.db_subnet_group;
                    return group && group->db_subnet_group_name == name;
                  }) ||
      std::any_of(state.clusters.begin(), state.clusters.end(),
                  [&](const auto& entry) { return entry.second.cluster.db_subnet_group == name; });
  if (is_used) {
    return error(errors::kInvalidDBSubnetGroupStateFault,
                 fmt::format("Cannot delete the subnet group '{}' because at least one database is "
                             "still using it.",
                             name));
  }
  state.subnet_groups.erase(found);
  return Nothing{};
}

}  // namespace emu::rds
