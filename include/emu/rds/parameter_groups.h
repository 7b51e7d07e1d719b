// Groups of the parameters of instances. Include <emu/rds.h>.
#pragma once

#include <emu/rds/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct Parameter {
  std::optional<std::string> parameter_name = {};
  std::optional<std::string> parameter_value = {};
  std::optional<std::string> description = {};
  std::optional<std::string> source = {};
  std::optional<std::string> apply_type = {};
  std::optional<std::string> data_type = {};
  std::optional<std::string> allowed_values = {};
  std::optional<bool> is_modifiable = {};
  std::optional<std::string> minimum_engine_version = {};
  std::optional<std::string> apply_method = {};
  std::vector<std::string> supported_engine_modes = {};
  static void describe(StructureShape<Parameter>& s);
};

struct DbParameterGroup {
  std::string db_parameter_group_name = {};
  std::string db_parameter_group_family = {};
  std::string description = {};
  std::string db_parameter_group_arn = {};
  static void describe(StructureShape<DbParameterGroup>& s);
};

struct CreateDBParameterGroupResult {
  std::optional<DbParameterGroup> db_parameter_group = {};
  static void describe(StructureShape<CreateDBParameterGroupResult>& s);
};

struct CreateDBParameterGroup {
  static constexpr OperationName kOperation{"rds", "CreateDBParameterGroup"};
  using Result = CreateDBParameterGroupResult;
  std::string db_parameter_group_name;
  std::string db_parameter_group_family;
  std::string description;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateDBParameterGroup>& s);
};

struct DescribeDBParameterGroupsResult {
  std::string marker = {};
  std::vector<DbParameterGroup> db_parameter_groups = {};
  static void describe(StructureShape<DescribeDBParameterGroupsResult>& s);
};

struct DescribeDBParameterGroups {
  static constexpr OperationName kOperation{"rds", "DescribeDBParameterGroups"};
  using Result = DescribeDBParameterGroupsResult;
  std::optional<std::string> db_parameter_group_name = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBParameterGroups>& s);
};

struct ModifyDBParameterGroupResult {
  std::string db_parameter_group_name = {};
  static void describe(StructureShape<ModifyDBParameterGroupResult>& s);
};

struct ModifyDBParameterGroup {
  static constexpr OperationName kOperation{"rds", "ModifyDBParameterGroup"};
  using Result = ModifyDBParameterGroupResult;
  std::string db_parameter_group_name;
  std::vector<Parameter> parameters;
  static void describe(StructureShape<ModifyDBParameterGroup>& s);
};

struct DeleteDBParameterGroup {
  static constexpr OperationName kOperation{"rds", "DeleteDBParameterGroup"};
  using Result = Nothing;
  std::string db_parameter_group_name;
  static void describe(StructureShape<DeleteDBParameterGroup>& s);
};

struct ResetDBParameterGroupResult {
  std::string db_parameter_group_name = {};
  static void describe(StructureShape<ResetDBParameterGroupResult>& s);
};

struct ResetDBParameterGroup {
  static constexpr OperationName kOperation{"rds", "ResetDBParameterGroup"};
  using Result = ResetDBParameterGroupResult;
  std::string db_parameter_group_name;
  std::optional<bool> reset_all_parameters = {};
  std::vector<Parameter> parameters = {};
  static void describe(StructureShape<ResetDBParameterGroup>& s);
};

struct DescribeDBParametersResult {
  std::vector<Parameter> parameters = {};
  std::string marker = {};
  static void describe(StructureShape<DescribeDBParametersResult>& s);
};

struct DescribeDBParameters {
  static constexpr OperationName kOperation{"rds", "DescribeDBParameters"};
  using Result = DescribeDBParametersResult;
  std::string db_parameter_group_name;
  std::optional<std::string> source = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBParameters>& s);
};

}  // namespace emu::rds
