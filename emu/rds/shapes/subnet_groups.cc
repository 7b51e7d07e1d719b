#include <emu/describe.h>
#include <emu/rds/subnet_groups.h>

namespace emu::rds {

void AvailabilityZone::describe(StructureShape<AvailabilityZone>& s) {
  s.member("Name", &AvailabilityZone::name);
}

void Outpost::describe(StructureShape<Outpost>& s) { s.member("Arn", &Outpost::arn); }

void Subnet::describe(StructureShape<Subnet>& s) {
  s.member("SubnetIdentifier", &Subnet::subnet_identifier);
  s.member("SubnetAvailabilityZone", &Subnet::subnet_availability_zone);
  s.member("SubnetOutpost", &Subnet::subnet_outpost);
  s.member("SubnetStatus", &Subnet::subnet_status);
}

void DbSubnetGroup::describe(StructureShape<DbSubnetGroup>& s) {
  s.member("DBSubnetGroupName", &DbSubnetGroup::db_subnet_group_name);
  s.member("DBSubnetGroupDescription", &DbSubnetGroup::db_subnet_group_description);
  s.member("VpcId", &DbSubnetGroup::vpc_id);
  s.member("SubnetGroupStatus", &DbSubnetGroup::subnet_group_status);
  s.member("Subnets", &DbSubnetGroup::subnets).entries_named("Subnet");
  s.member("DBSubnetGroupArn", &DbSubnetGroup::db_subnet_group_arn);
  s.member("SupportedNetworkTypes", &DbSubnetGroup::supported_network_types);
}

void CreateDBSubnetGroupResult::describe(StructureShape<CreateDBSubnetGroupResult>& s) {
  s.member("DBSubnetGroup", &CreateDBSubnetGroupResult::db_subnet_group);
}

void CreateDBSubnetGroup::describe(StructureShape<CreateDBSubnetGroup>& s) {
  s.member("DBSubnetGroupName", &CreateDBSubnetGroup::db_subnet_group_name).required();
  s.member("DBSubnetGroupDescription", &CreateDBSubnetGroup::db_subnet_group_description)
      .required();
  s.member("SubnetIds", &CreateDBSubnetGroup::subnet_ids)
      .entries_named("SubnetIdentifier")
      .required();
  s.member("Tags", &CreateDBSubnetGroup::tags).entries_named("Tag");
}

void DescribeDBSubnetGroupsResult::describe(StructureShape<DescribeDBSubnetGroupsResult>& s) {
  s.member("Marker", &DescribeDBSubnetGroupsResult::marker);
  s.member("DBSubnetGroups", &DescribeDBSubnetGroupsResult::db_subnet_groups)
      .entries_named("DBSubnetGroup")
      .always();
}

void DescribeDBSubnetGroups::describe(StructureShape<DescribeDBSubnetGroups>& s) {
  s.member("DBSubnetGroupName", &DescribeDBSubnetGroups::db_subnet_group_name);
  s.member("Filters", &DescribeDBSubnetGroups::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBSubnetGroups::max_records);
  s.member("Marker", &DescribeDBSubnetGroups::marker);
}

void ModifyDBSubnetGroupResult::describe(StructureShape<ModifyDBSubnetGroupResult>& s) {
  s.member("DBSubnetGroup", &ModifyDBSubnetGroupResult::db_subnet_group);
}

void ModifyDBSubnetGroup::describe(StructureShape<ModifyDBSubnetGroup>& s) {
  s.member("DBSubnetGroupName", &ModifyDBSubnetGroup::db_subnet_group_name).required();
  s.member("DBSubnetGroupDescription", &ModifyDBSubnetGroup::db_subnet_group_description);
  s.member("SubnetIds", &ModifyDBSubnetGroup::subnet_ids)
      .entries_named("SubnetIdentifier")
      .required();
}

void DeleteDBSubnetGroup::describe(StructureShape<DeleteDBSubnetGroup>& s) {
  s.member("DBSubnetGroupName", &DeleteDBSubnetGroup::db_subnet_group_name).required();
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::AvailabilityZone);
EMU_DESCRIBED(rds::Outpost);
EMU_DESCRIBED(rds::Subnet);
EMU_DESCRIBED(rds::DbSubnetGroup);
EMU_DESCRIBED(rds::CreateDBSubnetGroupResult);
EMU_DESCRIBED_OPERATION(rds::CreateDBSubnetGroup);
EMU_DESCRIBED(rds::DescribeDBSubnetGroupsResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBSubnetGroups);
EMU_DESCRIBED(rds::ModifyDBSubnetGroupResult);
EMU_DESCRIBED_OPERATION(rds::ModifyDBSubnetGroup);
EMU_DESCRIBED_OPERATION(rds::DeleteDBSubnetGroup);
}  // namespace emu
