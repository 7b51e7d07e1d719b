// The numbers of RDS.
// Sources: Amazon RDS API Reference, "CreateDBCluster", "CreateDBInstance", "DescribeDBClusters";
// Amazon RDS User Guide, "Quotas and constraints for Amazon RDS".
#pragma once

#include <cstddef>
#include <cstdint>

namespace emu::rds {

inline constexpr std::size_t kClustersMax = 40;
inline constexpr std::size_t kInstancesMax = 40;
inline constexpr std::size_t kMembersMax = 16;  // of a cluster
inline constexpr std::size_t kSubnetGroupsMax = 50;
inline constexpr std::size_t kSubnetsMax = 20;
inline constexpr std::size_t kSubnetGroupNameMax = 255;
inline constexpr std::size_t kParameterGroupsMax = 50;
inline constexpr std::size_t kParameterGroupNameMax = 255;
inline constexpr std::size_t kParametersOfCallMax = 20;
inline constexpr std::size_t kParametersOfGroupMax = 1000;  // our own
inline constexpr std::size_t kParameterNameMax = 255;       // our own
inline constexpr std::size_t kParameterValueMax = 8192;     // our own
inline constexpr std::size_t kIdentifierMax = 63;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::int32_t kPage = 100;
inline constexpr std::int32_t kPageMin = 20;
inline constexpr std::size_t kPasswordMin = 8;
inline constexpr std::size_t kMySqlPasswordMax = 41;
inline constexpr std::size_t kPostgreSqlPasswordMax = 128;
inline constexpr std::size_t kManagedPasswordLength = 28;
inline constexpr std::size_t kResourceIdLength = 26;
inline constexpr std::size_t kHostIdLength = 12;
inline constexpr std::int32_t kRetentionDaysMax = 35;

}  // namespace emu::rds
