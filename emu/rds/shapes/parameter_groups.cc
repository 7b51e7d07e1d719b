#include <emu/describe.h>
#include <emu/rds/parameter_groups.h>

namespace emu::rds {

void Parameter::describe(StructureShape<Parameter>& s) {
  s.member("ParameterName", &Parameter::parameter_name);
  s.member("ParameterValue", &Parameter::parameter_value);
  s.member("Description", &Parameter::description);
  s.member("Source", &Parameter::source);
  s.member("ApplyType", &Parameter::apply_type);
  s.member("DataType", &Parameter::data_type);
  s.member("AllowedValues", &Parameter::allowed_values);
  s.member("IsModifiable", &Parameter::is_modifiable);
  s.member("MinimumEngineVersion", &Parameter::minimum_engine_version);
  s.member("ApplyMethod", &Parameter::apply_method).one_of({"immediate", "pending-reboot"});
  s.member("SupportedEngineModes", &Parameter::supported_engine_modes);
}

void DbParameterGroup::describe(StructureShape<DbParameterGroup>& s) {
  s.member("DBParameterGroupName", &DbParameterGroup::db_parameter_group_name);
  s.member("DBParameterGroupFamily", &DbParameterGroup::db_parameter_group_family);
  s.member("Description", &DbParameterGroup::description);
  s.member("DBParameterGroupArn", &DbParameterGroup::db_parameter_group_arn);
}

void CreateDBParameterGroupResult::describe(StructureShape<CreateDBParameterGroupResult>& s) {
  s.member("DBParameterGroup", &CreateDBParameterGroupResult::db_parameter_group);
}

void CreateDBParameterGroup::describe(StructureShape<CreateDBParameterGroup>& s) {
  s.member("DBParameterGroupName", &CreateDBParameterGroup::db_parameter_group_name).required();
  s.member("DBParameterGroupFamily", &CreateDBParameterGroup::db_parameter_group_family).required();
  s.member("Description", &CreateDBParameterGroup::description).required();
  s.member("Tags", &CreateDBParameterGroup::tags).entries_named("Tag");
}

void DescribeDBParameterGroupsResult::describe(StructureShape<DescribeDBParameterGroupsResult>& s) {
  s.member("Marker", &DescribeDBParameterGroupsResult::marker);
  s.member("DBParameterGroups", &DescribeDBParameterGroupsResult::db_parameter_groups)
      .entries_named("DBParameterGroup")
      .always();
}

void DescribeDBParameterGroups::describe(StructureShape<DescribeDBParameterGroups>& s) {
  s.member("DBParameterGroupName", &DescribeDBParameterGroups::db_parameter_group_name);
  s.member("Filters", &DescribeDBParameterGroups::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBParameterGroups::max_records);
  s.member("Marker", &DescribeDBParameterGroups::marker);
}

void ModifyDBParameterGroupResult::describe(StructureShape<ModifyDBParameterGroupResult>& s) {
  s.member("DBParameterGroupName", &ModifyDBParameterGroupResult::db_parameter_group_name);
}

void ModifyDBParameterGroup::describe(StructureShape<ModifyDBParameterGroup>& s) {
  s.member("DBParameterGroupName", &ModifyDBParameterGroup::db_parameter_group_name).required();
  s.member("Parameters", &ModifyDBParameterGroup::parameters).entries_named("Parameter").required();
}

void DeleteDBParameterGroup::describe(StructureShape<DeleteDBParameterGroup>& s) {
  s.member("DBParameterGroupName", &DeleteDBParameterGroup::db_parameter_group_name).required();
}

void ResetDBParameterGroupResult::describe(StructureShape<ResetDBParameterGroupResult>& s) {
  s.member("DBParameterGroupName", &ResetDBParameterGroupResult::db_parameter_group_name);
}

void ResetDBParameterGroup::describe(StructureShape<ResetDBParameterGroup>& s) {
  s.member("DBParameterGroupName", &ResetDBParameterGroup::db_parameter_group_name).required();
  s.member("ResetAllParameters", &ResetDBParameterGroup::reset_all_parameters);
  s.member("Parameters", &ResetDBParameterGroup::parameters).entries_named("Parameter");
}

void DescribeDBParametersResult::describe(StructureShape<DescribeDBParametersResult>& s) {
  s.member("Parameters", &DescribeDBParametersResult::parameters)
      .entries_named("Parameter")
      .always();
  s.member("Marker", &DescribeDBParametersResult::marker);
}

void DescribeDBParameters::describe(StructureShape<DescribeDBParameters>& s) {
  s.member("DBParameterGroupName", &DescribeDBParameters::db_parameter_group_name).required();
  s.member("Source", &DescribeDBParameters::source);
  s.member("Filters", &DescribeDBParameters::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBParameters::max_records);
  s.member("Marker", &DescribeDBParameters::marker);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::Parameter);
EMU_DESCRIBED(rds::DbParameterGroup);
EMU_DESCRIBED(rds::CreateDBParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::CreateDBParameterGroup);
EMU_DESCRIBED(rds::DescribeDBParameterGroupsResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBParameterGroups);
EMU_DESCRIBED(rds::ModifyDBParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::ModifyDBParameterGroup);
EMU_DESCRIBED_OPERATION(rds::DeleteDBParameterGroup);
EMU_DESCRIBED(rds::ResetDBParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::ResetDBParameterGroup);
EMU_DESCRIBED(rds::DescribeDBParametersResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBParameters);
}  // namespace emu
