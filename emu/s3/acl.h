// Access control lists in requests: checked, and without effect. Ownership is the bucket owner's
// unless its controls say otherwise, and then policies still decide alone.
// Source: Amazon S3 User Guide, "Controlling ownership of objects and disabling ACLs for your
// bucket".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "core/gate/call.h"
#include "s3/state.h"

namespace emu::s3 {

struct AclRequest {
  std::string_view canned;
  bool has_grants = false;
};

template <class In>
AclRequest acl_of(const In& in) {
  return {.canned = in.acl,
          .has_grants = !in.grant_full_control.empty() || !in.grant_read.empty() ||
                        !in.grant_read_acp.empty() || !in.grant_write_acp.empty()};
}

// Whether a canned ACL lets in everyone, or everyone with an AWS account.
bool is_public_acl(std::string_view canned);

Status check_object_acl(const Call& call, const StoredBucket& bucket, const AclRequest& acl);
Status check_new_bucket_acl(const AclRequest& acl, std::string_view object_ownership);

}  // namespace emu::s3
