// ARNs in the partition of the region that was called. The identities that IAM keeps are of the
// partition aws, and are shown as those of another one to who calls STS there.
#pragma once

#include <string>

#include "core/gate/call.h"
#include "core/text/partition.h"

namespace emu::sts {

// As IAM knows the role; that of another partition than the region's stays as it is.
inline std::string known_role_arn(const Call& call, const std::string& role_arn) {
  const std::string_view partition = partition_of(call.region());
  const std::string known = in_partition(role_arn, kCommercialPartition);
  return in_partition(known, partition) == role_arn ? known : role_arn;
}

inline std::string shown_arn(const Call& call, const std::string& arn) {
  return in_partition(arn, partition_of(call.region()));
}

}  // namespace emu::sts
