// Access control lists: reading them from requests, and what they grant.
//
// A list is a vector of grants. Nothing in place of one means full control of the owner, which is
// what canned "private" and a request without a list give.
// Sources: Amazon S3 User Guide, "Access control list (ACL) overview", "Controlling ownership of
// objects and disabling ACLs for your bucket".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/resource_policies.h"
#include "s3/state.h"

namespace emu::s3 {

// What a request says by headers. A part that its operation does not have is empty.
struct AclRequest {
  std::string_view canned;
  std::string_view full_control = {};
  std::string_view read = {};
  std::string_view write = {};
  std::string_view read_acp = {};
  std::string_view write_acp = {};

  bool has_grants() const {
    return !(full_control.empty() && read.empty() && write.empty() && read_acp.empty() &&
             write_acp.empty());
  }
  bool is_empty() const { return canned.empty() && !has_grants(); }
};

template <class In>
AclRequest acl_of(const In& in) {
  AclRequest acl{.canned = in.acl,
                 .full_control = in.grant_full_control,
                 .read = in.grant_read,
                 .read_acp = in.grant_read_acp,
                 .write_acp = in.grant_write_acp};
  if constexpr (requires { in.grant_write; }) acl.write = in.grant_write;
  return acl;
}

// Canonical user ids.
struct AclOwners {
  std::string owner;         // of what has the list
  std::string bucket_owner;  // of the bucket that it is, or lies in
};

// What is stored for the list that a request for a bucket or an object asks for.
// Errors: InvalidRequest, InvalidArgument, MethodNotAllowed for grantees by e-mail address.
Result<std::optional<Grants>> read_bucket_acl(const AclRequest& acl, const AclOwners& owners);
Result<std::optional<Grants>> read_object_acl(const AclRequest& acl, const AclOwners& owners);
// The same of a document. Errors: MalformedACLError, AccessDenied for another owner.
Result<Grants> read_acl_document(const AccessControlPolicy& document, const AclOwners& owners);

// The grants that a list stands for.
Grants shown_grants(const std::optional<Grants>& grants, std::string_view owner);

// Whether it lets in everyone, or everyone with an AWS account.
bool is_public(const std::optional<Grants>& grants);
// Whether it grants nothing to others than the owner.
bool is_private(const std::optional<Grants>& grants, std::string_view owner);

// What a list grants a caller of a permission such as "READ".
struct GrantQuery {
  const Caller& caller;
  std::string_view permission;
  bool ignores_public = false;
};
AccessGrant granted(const std::optional<Grants>& grants, std::string_view owner,
                    const GrantQuery& query);

// The list and the owner that an object gets which the caller stores. The owner is the bucket's
// where lists are disabled, and else the caller's account unless the bucket's controls and the
// request say otherwise.
// Errors: those of read_object_acl, AccessControlListNotSupported, AccessDenied when it is public
// and public lists are blocked.
struct ObjectAcl {
  std::string owner = {};  // an account; empty: the bucket's
  std::optional<Grants> grants = {};
};
Result<ObjectAcl> acl_of_new_object(const Call& call, const StoredBucket& bucket,
                                    const AclRequest& acl);
void set_acl(ObjectAcl acl, StoredObject& object);

Error acl_not_supported();
Error public_acl_blocked(const Call& call, const StoredBucket& bucket, std::string_view action);

// Settings of the block of public access.
bool blocks_public_acls(const StoredBucket& bucket);
bool ignores_public_acls(const StoredBucket& bucket);

}  // namespace emu::s3
