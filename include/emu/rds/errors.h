// The codes of RDS's errors, as Error::code holds them.
#pragma once

namespace emu::rds::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kDBClusterAlreadyExistsFault = "DBClusterAlreadyExistsFault";
inline constexpr const char* kDBClusterNotFoundFault = "DBClusterNotFoundFault";
inline constexpr const char* kDBClusterParameterGroupNotFound = "DBClusterParameterGroupNotFound";
inline constexpr const char* kDBClusterQuotaExceededFault = "DBClusterQuotaExceededFault";
inline constexpr const char* kDBInstanceAlreadyExists = "DBInstanceAlreadyExists";
inline constexpr const char* kDBInstanceNotFound = "DBInstanceNotFound";
inline constexpr const char* kDBParameterGroupAlreadyExists = "DBParameterGroupAlreadyExists";
inline constexpr const char* kDBParameterGroupNotFound = "DBParameterGroupNotFound";
inline constexpr const char* kDBParameterGroupQuotaExceeded = "DBParameterGroupQuotaExceeded";
inline constexpr const char* kDBSubnetGroupAlreadyExists = "DBSubnetGroupAlreadyExists";
inline constexpr const char* kDBSubnetGroupDoesNotCoverEnoughAZs =
    "DBSubnetGroupDoesNotCoverEnoughAZs";
inline constexpr const char* kDBSubnetGroupNotFoundFault = "DBSubnetGroupNotFoundFault";
inline constexpr const char* kDBSubnetGroupQuotaExceeded = "DBSubnetGroupQuotaExceeded";
inline constexpr const char* kGlobalClusterNotFoundFault = "GlobalClusterNotFoundFault";
inline constexpr const char* kInstanceQuotaExceeded = "InstanceQuotaExceeded";
inline constexpr const char* kInvalidDBClusterStateFault = "InvalidDBClusterStateFault";
inline constexpr const char* kInvalidDBInstanceState = "InvalidDBInstanceState";
inline constexpr const char* kInvalidDBParameterGroupState = "InvalidDBParameterGroupState";
inline constexpr const char* kInvalidDBSubnetGroupStateFault = "InvalidDBSubnetGroupStateFault";
inline constexpr const char* kInvalidParameterCombination = "InvalidParameterCombination";
inline constexpr const char* kInvalidParameterValue = "InvalidParameterValue";
inline constexpr const char* kResourceNotFoundFault = "ResourceNotFoundFault";
inline constexpr const char* kValidationError = "ValidationError";

}  // namespace emu::rds::errors
