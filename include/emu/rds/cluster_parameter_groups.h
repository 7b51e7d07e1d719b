// Groups of the parameters of clusters. Include <emu/rds.h>.
#pragma once

#include <emu/rds/parameter_groups.h>
#include <emu/rds/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct DbClusterParameterGroup {
  std::string db_cluster_parameter_group_name = {};
  std::string db_parameter_group_family = {};
  std::string description = {};
  std::string db_cluster_parameter_group_arn = {};
  static void describe(StructureShape<DbClusterParameterGroup>& s);
};

struct CreateDBClusterParameterGroupResult {
  std::optional<DbClusterParameterGroup> db_cluster_parameter_group = {};
  static void describe(StructureShape<CreateDBClusterParameterGroupResult>& s);
};

struct CreateDBClusterParameterGroup {
  static constexpr OperationName kOperation{"rds", "CreateDBClusterParameterGroup"};
  using Result = CreateDBClusterParameterGroupResult;
  std::string db_cluster_parameter_group_name;
  std::string db_parameter_group_family;
  std::string description;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateDBClusterParameterGroup>& s);
};

struct DescribeDBClusterParameterGroupsResult {
  std::string marker = {};
  std::vector<DbClusterParameterGroup> db_cluster_parameter_groups = {};
  static void describe(StructureShape<DescribeDBClusterParameterGroupsResult>& s);
};

struct DescribeDBClusterParameterGroups {
  static constexpr OperationName kOperation{"rds", "DescribeDBClusterParameterGroups"};
  using Result = DescribeDBClusterParameterGroupsResult;
  std::optional<std::string> db_cluster_parameter_group_name = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBClusterParameterGroups>& s);
};

struct ModifyDBClusterParameterGroupResult {
  std::string db_cluster_parameter_group_name = {};
  static void describe(StructureShape<ModifyDBClusterParameterGroupResult>& s);
};

struct ModifyDBClusterParameterGroup {
  static constexpr OperationName kOperation{"rds", "ModifyDBClusterParameterGroup"};
  using Result = ModifyDBClusterParameterGroupResult;
  std::string db_cluster_parameter_group_name;
  std::vector<Parameter> parameters;
  static void describe(StructureShape<ModifyDBClusterParameterGroup>& s);
};

struct DeleteDBClusterParameterGroup {
  static constexpr OperationName kOperation{"rds", "DeleteDBClusterParameterGroup"};
  using Result = Nothing;
  std::string db_cluster_parameter_group_name;
  static void describe(StructureShape<DeleteDBClusterParameterGroup>& s);
};

struct ResetDBClusterParameterGroupResult {
  std::string db_cluster_parameter_group_name = {};
  static void describe(StructureShape<ResetDBClusterParameterGroupResult>& s);
};

struct ResetDBClusterParameterGroup {
  static constexpr OperationName kOperation{"rds", "ResetDBClusterParameterGroup"};
  using Result = ResetDBClusterParameterGroupResult;
  std::string db_cluster_parameter_group_name;
  std::optional<bool> reset_all_parameters = {};
  std::vector<Parameter> parameters = {};
  static void describe(StructureShape<ResetDBClusterParameterGroup>& s);
};

struct DescribeDBClusterParametersResult {
  std::vector<Parameter> parameters = {};
  std::string marker = {};
  static void describe(StructureShape<DescribeDBClusterParametersResult>& s);
};

struct DescribeDBClusterParameters {
  static constexpr OperationName kOperation{"rds", "DescribeDBClusterParameters"};
  using Result = DescribeDBClusterParametersResult;
  std::string db_cluster_parameter_group_name;
  std::optional<std::string> source = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBClusterParameters>& s);
};

}  // namespace emu::rds
