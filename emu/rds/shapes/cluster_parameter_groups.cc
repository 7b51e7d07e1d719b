#include <emu/describe.h>
#include <emu/rds/cluster_parameter_groups.h>

namespace emu::rds {

void DbClusterParameterGroup::describe(StructureShape<DbClusterParameterGroup>& s) {
  s.member("DBClusterParameterGroupName",
           &DbClusterParameterGroup::db_cluster_parameter_group_name);
  s.member("DBParameterGroupFamily", &DbClusterParameterGroup::db_parameter_group_family);
  s.member("Description", &DbClusterParameterGroup::description);
  s.member("DBClusterParameterGroupArn", &DbClusterParameterGroup::db_cluster_parameter_group_arn);
}

void CreateDBClusterParameterGroupResult::describe(
    StructureShape<CreateDBClusterParameterGroupResult>& s) {
  s.member("DBClusterParameterGroup",
           &CreateDBClusterParameterGroupResult::db_cluster_parameter_group);
}

void CreateDBClusterParameterGroup::describe(StructureShape<CreateDBClusterParameterGroup>& s) {
  s.member("DBClusterParameterGroupName",
           &CreateDBClusterParameterGroup::db_cluster_parameter_group_name)
      .required();
  s.member("DBParameterGroupFamily", &CreateDBClusterParameterGroup::db_parameter_group_family)
      .required();
  s.member("Description", &CreateDBClusterParameterGroup::description).required();
  s.member("Tags", &CreateDBClusterParameterGroup::tags).entries_named("Tag");
}

void DescribeDBClusterParameterGroupsResult::describe(
    StructureShape<DescribeDBClusterParameterGroupsResult>& s) {
  s.member("Marker", &DescribeDBClusterParameterGroupsResult::marker);
  s.member("DBClusterParameterGroups",
           &DescribeDBClusterParameterGroupsResult::db_cluster_parameter_groups)
      .entries_named("DBClusterParameterGroup")
      .always();
}

void DescribeDBClusterParameterGroups::describe(
    StructureShape<DescribeDBClusterParameterGroups>& s) {
  s.member("DBClusterParameterGroupName",
           &DescribeDBClusterParameterGroups::db_cluster_parameter_group_name);
  s.member("Filters", &DescribeDBClusterParameterGroups::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBClusterParameterGroups::max_records);
  s.member("Marker", &DescribeDBClusterParameterGroups::marker);
}

void ModifyDBClusterParameterGroupResult::describe(
    StructureShape<ModifyDBClusterParameterGroupResult>& s) {
  s.member("DBClusterParameterGroupName",
           &ModifyDBClusterParameterGroupResult::db_cluster_parameter_group_name);
}

void ModifyDBClusterParameterGroup::describe(StructureShape<ModifyDBClusterParameterGroup>& s) {
  s.member("DBClusterParameterGroupName",
           &ModifyDBClusterParameterGroup::db_cluster_parameter_group_name)
      .required();
  s.member("Parameters", &ModifyDBClusterParameterGroup::parameters)
      .entries_named("Parameter")
      .required();
}

void DeleteDBClusterParameterGroup::describe(StructureShape<DeleteDBClusterParameterGroup>& s) {
  s.member("DBClusterParameterGroupName",
           &DeleteDBClusterParameterGroup::db_cluster_parameter_group_name)
      .required();
}

void ResetDBClusterParameterGroupResult::describe(
    StructureShape<ResetDBClusterParameterGroupResult>& s) {
  s.member("DBClusterParameterGroupName",
           &ResetDBClusterParameterGroupResult::db_cluster_parameter_group_name);
}

void ResetDBClusterParameterGroup::describe(StructureShape<ResetDBClusterParameterGroup>& s) {
  s.member("DBClusterParameterGroupName",
           &ResetDBClusterParameterGroup::db_cluster_parameter_group_name)
      .required();
  s.member("ResetAllParameters", &ResetDBClusterParameterGroup::reset_all_parameters);
  s.member("Parameters", &ResetDBClusterParameterGroup::parameters).entries_named("Parameter");
}

void DescribeDBClusterParametersResult::describe(
    StructureShape<DescribeDBClusterParametersResult>& s) {
  s.member("Parameters", &DescribeDBClusterParametersResult::parameters)
      .entries_named("Parameter")
      .always();
  s.member("Marker", &DescribeDBClusterParametersResult::marker);
}

void DescribeDBClusterParameters::describe(StructureShape<DescribeDBClusterParameters>& s) {
  s.member("DBClusterParameterGroupName",
           &DescribeDBClusterParameters::db_cluster_parameter_group_name)
      .required();
  s.member("Source", &DescribeDBClusterParameters::source);
  s.member("Filters", &DescribeDBClusterParameters::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBClusterParameters::max_records);
  s.member("Marker", &DescribeDBClusterParameters::marker);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::DbClusterParameterGroup);
EMU_DESCRIBED(rds::CreateDBClusterParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::CreateDBClusterParameterGroup);
EMU_DESCRIBED(rds::DescribeDBClusterParameterGroupsResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBClusterParameterGroups);
EMU_DESCRIBED(rds::ModifyDBClusterParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::ModifyDBClusterParameterGroup);
EMU_DESCRIBED_OPERATION(rds::DeleteDBClusterParameterGroup);
EMU_DESCRIBED(rds::ResetDBClusterParameterGroupResult);
EMU_DESCRIBED_OPERATION(rds::ResetDBClusterParameterGroup);
EMU_DESCRIBED(rds::DescribeDBClusterParametersResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBClusterParameters);
}  // namespace emu
