#include "s3/acl.h"

#include <algorithm>
#include <array>
#include <utility>

#include "s3/access.h"
#include "s3/errors.h"
#include "s3/grant_header.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kAclHeader = "x-amz-acl";
constexpr std::string_view kFullControl = "FULL_CONTROL";
// Whom canned "aws-exec-read" lets read: Amazon EC2. As recorded from AWS.
constexpr const char* kEc2User = "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";

Grant to_user(std::string id, std::string_view permission) {
  return {.grantee = Grantee{.type = "CanonicalUser", .id = std::move(id)},
          .permission = std::string(permission)};
}

Grant to_group(std::string_view uri, std::string_view permission) {
  return {.grantee = Grantee{.type = "Group", .uri = std::string(uri)},
          .permission = std::string(permission)};
}

// What canned lists grant beside full control of the owner. Source: Amazon S3 User Guide, "Access
// control list (ACL) overview" (Canned ACL). Nothing for a name that is none.
std::optional<Grants> canned_grants(std::string_view canned, const AclOwners& owners) {
  if (canned == "private") return Grants();
  if (canned == "public-read") return Grants{to_group(kAllUsers, "READ")};
  if (canned == "public-read-write") {
    return Grants{to_group(kAllUsers, "READ"), to_group(kAllUsers, "WRITE")};
  }
  if (canned == "authenticated-read") return Grants{to_group(kAuthenticatedUsers, "READ")};
  if (canned == "aws-exec-read") return Grants{to_user(kEc2User, "READ")};
  const bool is_same = owners.owner == owners.bucket_owner;
  if (canned == "bucket-owner-read") {
    return is_same ? Grants() : Grants{to_user(owners.bucket_owner, "READ")};
  }
  if (canned == "bucket-owner-full-control") {
    return is_same ? Grants() : Grants{to_user(owners.bucket_owner, kFullControl)};
  }
  return std::nullopt;
}

Result<Grants> header_grants(const AclRequest& acl) {
  Grants grants;
  EMU_CHECK(add_header_grants("x-amz-grant-full-control", acl.full_control, kFullControl, grants));
  EMU_CHECK(add_header_grants("x-amz-grant-read", acl.read, "READ", grants));
  EMU_CHECK(add_header_grants("x-amz-grant-write", acl.write, "WRITE", grants));
  EMU_CHECK(add_header_grants("x-amz-grant-read-acp", acl.read_acp, "READ_ACP", grants));
  EMU_CHECK(add_header_grants("x-amz-grant-write-acp", acl.write_acp, "WRITE_ACP", grants));
  if (grants.size() > kGrantsMax) return malformed_acl();
  return grants;
}

// Buckets have one canned list more than objects, "log-delivery-write".
Result<std::optional<Grants>> read_acl(const AclRequest& acl, const AclOwners& owners,
                                       bool is_bucket) {
  if (acl.is_empty()) return std::optional<Grants>();
  if (acl.has_grants()) {
    if (!acl.canned.empty()) {
      return invalid_request("Specifying both Canned ACLs and Header Grants is not allowed");
    }
    EMU_TRY(Grants grants, header_grants(acl));
    return std::optional<Grants>(std::move(grants));
  }
  std::optional<Grants> grants = canned_grants(acl.canned, owners);
  if (is_bucket && acl.canned == "log-delivery-write") {
    grants = Grants{to_group(kLogDelivery, "WRITE"), to_group(kLogDelivery, "READ_ACP")};
  }
  if (!grants) return invalid_argument("", kAclHeader, acl.canned);
  if (grants->empty()) return std::optional<Grants>();
  grants->insert(grants->begin(), to_user(owners.owner, kFullControl));
  return grants;
}

bool is_public_group(std::string_view uri) {
  return uri == kAllUsers || uri == kAuthenticatedUsers;
}

bool is_permission(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kPermissions = {kFullControl, "WRITE",
                                                                   "WRITE_ACP", "READ", "READ_ACP"};
  return std::find(kPermissions.begin(), kPermissions.end(), text) != kPermissions.end();
}

AccessGrant granted_to_group(std::string_view uri, const GrantQuery& query) {
  if (is_public_group(uri) && query.ignores_public) return AccessGrant::kNone;
  const Caller::Kind kind = query.caller.kind;
  const bool is_service = kind == Caller::Kind::kService;
  if (uri == kAllUsers) return AccessGrant::kDirect;
  if (uri == kAuthenticatedUsers) {
    return is_service || kind == Caller::Kind::kAnonymous ? AccessGrant::kNone
                                                          : AccessGrant::kDirect;
  }
  return is_service && query.caller.arn == "logging.s3.amazonaws.com" ? AccessGrant::kDirect
                                                                      : AccessGrant::kNone;
}

// An account is granted something, and decides for its own users. Nobody is an anonymous user.
AccessGrant granted_to_user(std::string_view id, const GrantQuery& query) {
  const Caller::Kind kind = query.caller.kind;
  if (kind == Caller::Kind::kAnonymous || kind == Caller::Kind::kService) return AccessGrant::kNone;
  return canonical_user_id(query.caller.account) == id ? AccessGrant::kAccount : AccessGrant::kNone;
}

std::string owner_of_new(const Caller& caller, const StoredBucket& bucket,
                         std::string_view canned) {
  if (bucket.acls_disabled() || !is_outside(caller, bucket.account)) return {};
  if (bucket.object_ownership == "BucketOwnerPreferred" && canned == "bucket-owner-full-control") {
    return {};
  }
  return caller.kind == Caller::Kind::kAnonymous ? std::string(kAnonymousAccount) : caller.account;
}

}  // namespace

Result<std::optional<Grants>> read_bucket_acl(const AclRequest& acl, const AclOwners& owners) {
  return read_acl(acl, owners, true);
}

Result<std::optional<Grants>> read_object_acl(const AclRequest& acl, const AclOwners& owners) {
  return read_acl(acl, owners, false);
}

Result<Grants> read_acl_document(const AccessControlPolicy& document, const AclOwners& owners) {
  if (!document.owner || document.owner->id.empty()) return malformed_acl();
  if (document.grants.size() > kGrantsMax) return malformed_acl();
  Grants grants;
  for (const Grant& grant : document.grants) {
    if (!grant.grantee || !is_permission(grant.permission)) return malformed_acl();
    EMU_TRY(Grantee grantee, check_grantee(*grant.grantee));
    grants.push_back({.grantee = std::move(grantee), .permission = grant.permission});
  }
  if (document.owner->id != owners.owner) return access_denied();
  return grants;
}

Grants shown_grants(const std::optional<Grants>& grants, std::string_view owner) {
  return grants ? *grants : Grants{to_user(std::string(owner), kFullControl)};
}

bool is_public(const std::optional<Grants>& grants) {
  return grants && std::any_of(grants->begin(), grants->end(), [](const Grant& grant) {
           return is_public_group(grant.grantee->uri);
         });
}

bool is_private(const std::optional<Grants>& grants, std::string_view owner) {
  return !grants || std::all_of(grants->begin(), grants->end(),
                                [&](const Grant& grant) { return grant.grantee->id == owner; });
}

AccessGrant granted(const std::optional<Grants>& grants, std::string_view owner,
                    const GrantQuery& query) {
  AccessGrant best = AccessGrant::kNone;
  if (!grants) return granted_to_user(owner, query);
  for (const Grant& grant : *grants) {
    if (grant.permission != kFullControl && grant.permission != query.permission) continue;
    const Grantee& grantee = *grant.grantee;
    best = std::max(best, grantee.uri.empty() ? granted_to_user(grantee.id, query)
                                              : granted_to_group(grantee.uri, query));
  }
  return best;
}

Result<ObjectAcl> acl_of_new_object(const Call& call, const StoredBucket& bucket,
                                    const AclRequest& acl) {
  ObjectAcl made{.owner = owner_of_new(call.caller, bucket, acl.canned)};
  if (acl.is_empty()) return made;
  const std::string bucket_owner = canonical_user_id(bucket.account);
  const AclOwners owners{.owner = made.owner.empty() ? bucket_owner : canonical_user_id(made.owner),
                         .bucket_owner = bucket_owner};
  EMU_TRY(made.grants, read_object_acl(acl, owners));
  if (bucket.acls_disabled()) {
    if (!is_private(made.grants, bucket_owner)) return acl_not_supported();
    made.grants.reset();
  }
  if (blocks_public_acls(bucket) && is_public(made.grants)) {
    return public_acl_blocked(call, bucket, "s3:PutObjectAcl");
  }
  return made;
}

void set_acl(ObjectAcl acl, StoredObject& object) {
  if (acl.owner.empty() && !acl.grants) return;
  ObjectExtras& extras = extras_of(object);
  extras.owner = std::move(acl.owner);
  extras.grants = std::move(acl.grants);
}

bool blocks_public_acls(const StoredBucket& bucket) {
  return bucket.public_access_block && bucket.public_access_block->block_public_acls;
}

bool ignores_public_acls(const StoredBucket& bucket) {
  return bucket.public_access_block && bucket.public_access_block->ignore_public_acls;
}

Error acl_not_supported() {
  return make_error("AccessControlListNotSupported", "The bucket does not allow ACLs", 400);
}

Error public_acl_blocked(const Call& call, const StoredBucket& bucket, std::string_view action) {
  if (is_outside(call.caller, bucket.account)) return access_denied();
  return public_access_blocked(call, action, bucket.name, "access control lists (ACLs)",
                               "BlockPublicAcls");
}

}  // namespace emu::s3
