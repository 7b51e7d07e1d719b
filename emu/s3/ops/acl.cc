// Put and GetBucketAcl, Put and GetObjectAcl.
// Source: Amazon S3 API Reference, "PutBucketAcl", "GetBucketAcl", "PutObjectAcl", "GetObjectAcl".
#include "s3/acl.h"

#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error unexpected_content() {
  return make_error("UnexpectedContent", "This request does not support content", 400);
}

Error missing_acl() {
  return make_error("MissingSecurityHeader", "Your request was missing a required header", 400,
                    {{"MissingHeaderName", "x-amz-acl"}});
}

using Reader = Result<std::optional<Grants>> (*)(const AclRequest&, const AclOwners&);

// The list that a request gives, in one of the three ways.
template <class In>
Result<std::optional<Grants>> asked_grants(const In& in, const AclOwners& owners, Reader read) {
  const AclRequest acl = acl_of(in);
  if (!in.access_control_policy) {
    if (acl.is_empty()) return missing_acl();
    return read(acl, owners);
  }
  if (!acl.is_empty()) return unexpected_content();
  EMU_TRY(Grants grants, read_acl_document(*in.access_control_policy, owners));
  return std::optional<Grants>(std::move(grants));
}

// Where lists are disabled, one that says what holds anyway is taken, but for canned "private".
template <class In>
bool says_what_holds(const In& in, const std::optional<Grants>& grants, std::string_view owner) {
  if (in.access_control_policy) return is_private(grants, owner);
  return in.acl == "bucket-owner-full-control";
}

}  // namespace

Result<Nothing> S3::put_bucket_acl(Call& call, const PutBucketAcl& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const std::string owner = canonical_user_id(bucket->account);
  EMU_TRY(auto grants,
          asked_grants(in, {.owner = owner, .bucket_owner = owner}, &read_bucket_acl));
  if (bucket->acls_disabled()) {
    if (!says_what_holds(in, grants, owner)) return acl_not_supported();
    return Nothing{};
  }
  if (blocks_public_acls(*bucket) && is_public(grants)) {
    return public_acl_blocked(call, *bucket, "s3:PutBucketAcl");
  }
  bucket->grants = std::move(grants);
  return Nothing{};
}

Result<GetBucketAclResult> S3::get_bucket_acl(Call& call, const GetBucketAcl& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const std::string owner = canonical_user_id(bucket->account);
  const bool disabled = bucket->acls_disabled();
  return GetBucketAclResult{
      .owner = {.id = owner},
      .grants = shown_grants(disabled ? std::optional<Grants>() : bucket->grants, owner)};
}

Result<PutObjectAclResult> S3::put_object_acl(Call& call, const PutObjectAcl& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, in.key, in.version_id));
  const std::string owner = canonical_user_id(owner_of(*bucket, *object));
  EMU_TRY(
      auto grants,
      asked_grants(in, {.owner = owner, .bucket_owner = canonical_user_id(bucket->account)},
                   &read_object_acl));
  if (bucket->acls_disabled()) {
    if (!says_what_holds(in, grants, owner)) return acl_not_supported();
    return PutObjectAclResult{};
  }
  if (blocks_public_acls(*bucket) && is_public(grants)) {
    return public_acl_blocked(call, *bucket, "s3:PutObjectAcl");
  }
  extras_of(*object).grants = std::move(grants);
  announce(call, *bucket, object_created("ObjectAcl:Put", in.key, *bucket, *object));
  return PutObjectAclResult{};
}

Result<GetObjectAclResult> S3::get_object_acl(Call& call, const GetObjectAcl& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, in.key, in.version_id));
  const std::string owner = canonical_user_id(owner_of(*bucket, *object));
  const bool disabled = bucket->acls_disabled() || object->extras == nullptr;
  return GetObjectAclResult{
      .owner = {.id = owner},
      .grants = shown_grants(disabled ? std::optional<Grants>() : object->extras->grants, owner)};
}

}  // namespace emu::s3
