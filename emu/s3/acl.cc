#include "s3/acl.h"

#include <algorithm>
#include <array>

#include "s3/errors.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kAclHeader = "x-amz-acl";

Status check_form(const AclRequest& acl, bool known) {
  if (!acl.canned.empty() && acl.has_grants) {
    return invalid_request("Specifying both Canned ACLs and Header Grants is not allowed");
  }
  if (!acl.canned.empty() && !known) return invalid_argument("", kAclHeader, acl.canned);
  return {};
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Error acl_not_supported() {
  return make_error("AccessControlListNotSupported", "The bucket does not allow ACLs", 400);
}

Error bucket_acl_without_acls() {
  return make_error(
      "InvalidBucketAclWithObjectOwnership",
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting", 400);
}

Error bucket_acl_public() {
  return make_error("InvalidBucketAclWithBlockPublicAccessError",
                    "Bucket cannot have public ACLs set with BlockPublicAccess enabled", 400);
}

}  // namespace

bool is_public_acl(std::string_view canned) {
  return canned == "public-read" || canned == "public-read-write" || canned == "authenticated-read";
}

Status check_object_acl(const Call& call, const StoredBucket& bucket, const AclRequest& acl) {
  static constexpr std::array<std::string_view, 7> kCanned = {
      "private",       "public-read",       "public-read-write",        "authenticated-read",
      "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"};
  if (acl.canned.empty() && !acl.has_grants) return {};
  EMU_CHECK(check_form(acl, contains(kCanned, acl.canned)));
  if (bucket.acls_disabled()) {
    const bool harmless = acl.canned == "private" || acl.canned == "bucket-owner-full-control";
    if (!harmless) return acl_not_supported();
  }
  const bool blocked = bucket.public_access_block && bucket.public_access_block->block_public_acls;
  if (blocked && is_public_acl(acl.canned)) {
    return public_access_blocked(call, "s3:PutObjectAcl", bucket.name,
                                 "access control lists (ACLs)", "BlockPublicAcls");
  }
  return {};
}

Status check_new_bucket_acl(const AclRequest& acl, std::string_view object_ownership) {
  static constexpr std::array<std::string_view, 4> kCanned = {
      "private", "public-read", "public-read-write", "authenticated-read"};
  if (acl.canned.empty() && !acl.has_grants) return {};
  EMU_CHECK(check_form(acl, contains(kCanned, acl.canned)));
  const bool disabled = object_ownership.empty() || object_ownership == "BucketOwnerEnforced";
  if (disabled && acl.canned != "private") return bucket_acl_without_acls();
  if (is_public_acl(acl.canned)) return bucket_acl_public();
  return {};
}

}  // namespace emu::s3
