// Groups of subnets. Include <emu/rds.h>.
#pragma once

#include <emu/rds/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct AvailabilityZone {
  std::string name = {};
  static void describe(StructureShape<AvailabilityZone>& s);
};

struct Outpost {
  std::string arn = {};
  static void describe(StructureShape<Outpost>& s);
};

struct Subnet {
  std::string subnet_identifier = {};
  std::optional<AvailabilityZone> subnet_availability_zone = {};
  std::optional<Outpost> subnet_outpost = {};
  std::string subnet_status = {};
  static void describe(StructureShape<Subnet>& s);
};

struct DbSubnetGroup {
  std::string db_subnet_group_name = {};
  std::string db_subnet_group_description = {};
  std::string vpc_id = {};
  std::string subnet_group_status = {};
  std::vector<Subnet> subnets = {};
  std::string db_subnet_group_arn = {};
  std::vector<std::string> supported_network_types = {};
  static void describe(StructureShape<DbSubnetGroup>& s);
};

struct CreateDBSubnetGroupResult {
  std::optional<DbSubnetGroup> db_subnet_group = {};
  static void describe(StructureShape<CreateDBSubnetGroupResult>& s);
};

struct CreateDBSubnetGroup {
  static constexpr OperationName kOperation{"rds", "CreateDBSubnetGroup"};
  using Result = CreateDBSubnetGroupResult;
  std::string db_subnet_group_name;
  std::string db_subnet_group_description;
  std::vector<std::string> subnet_ids;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateDBSubnetGroup>& s);
};

struct DescribeDBSubnetGroupsResult {
  std::string marker = {};
  std::vector<DbSubnetGroup> db_subnet_groups = {};
  static void describe(StructureShape<DescribeDBSubnetGroupsResult>& s);
};

struct DescribeDBSubnetGroups {
  static constexpr OperationName kOperation{"rds", "DescribeDBSubnetGroups"};
  using Result = DescribeDBSubnetGroupsResult;
  std::optional<std::string> db_subnet_group_name = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBSubnetGroups>& s);
};

struct ModifyDBSubnetGroupResult {
  std::optional<DbSubnetGroup> db_subnet_group = {};
  static void describe(StructureShape<ModifyDBSubnetGroupResult>& s);
};

struct ModifyDBSubnetGroup {
  static constexpr OperationName kOperation{"rds", "ModifyDBSubnetGroup"};
  using Result = ModifyDBSubnetGroupResult;
  std::string db_subnet_group_name;
  std::optional<std::string> db_subnet_group_description = {};
  std::vector<std::string> subnet_ids;
  static void describe(StructureShape<ModifyDBSubnetGroup>& s);
};

struct DeleteDBSubnetGroup {
  static constexpr OperationName kOperation{"rds", "DeleteDBSubnetGroup"};
  using Result = Nothing;
  std::string db_subnet_group_name;
  static void describe(StructureShape<DeleteDBSubnetGroup>& s);
};

}  // namespace emu::rds
