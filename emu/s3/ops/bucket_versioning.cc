// PutBucketVersioning and GetBucketVersioning.
// Source: Amazon S3 API Reference, "PutBucketVersioning", "GetBucketVersioning"; User Guide,
// "Configuring MFA delete".
#include <string_view>

#include "s3/errors.h"
#include "s3/mfa.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kEnabled = "Enabled";
constexpr std::string_view kSuspended = "Suspended";
constexpr std::string_view kDisabled = "Disabled";

Error versioning_missing() {
  return make_error("IllegalVersioningConfigurationException",
                    "The Versioning element must be specified", 400);
}

Error locked_bucket() {
  return make_error("InvalidBucketState",
                    "An Object Lock configuration is present on this bucket, so the versioning "
                    "state cannot be changed.",
                    409);
}

Error replicated_bucket() {
  return make_error("InvalidBucketState",
                    "A replication configuration is present on this bucket, so you cannot change "
                    "the versioning state. To change the versioning state, first delete the "
                    "replication configuration.",
                    409);
}

Error only_by_owner() {
  return make_error("AccessDenied", "This operation may only be performed by the bucket owner",
                    403);
}

Status check_configuration(const VersioningConfiguration& wanted) {
  if (wanted.status.empty()) return versioning_missing();
  if (wanted.status != kEnabled && wanted.status != kSuspended) return malformed_xml();
  if (!wanted.mfa_delete.empty() && wanted.mfa_delete != kEnabled &&
      wanted.mfa_delete != kDisabled) {
    return malformed_xml();
  }
  return {};
}

}  // namespace

Result<Nothing> S3::put_bucket_versioning(Call& call, const PutBucketVersioning& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const VersioningConfiguration& wanted = in.versioning_configuration;
  EMU_CHECK(check_configuration(wanted));
  if (wanted.mfa_delete == kEnabled || deletes_need_mfa(*bucket)) {
    EMU_CHECK(check_mfa(in.mfa));
    const bool is_owner =
        call.caller.kind == Caller::Kind::kUnnamed && call.account() == bucket->account;
    if (!is_owner) return only_by_owner();
  }
  if (wanted.status == kSuspended && bucket->object_lock) return locked_bucket();
  if (wanted.status == kSuspended && bucket->replication) return replicated_bucket();

  bucket->versioning = wanted.status == kEnabled ? Versioning::kEnabled : Versioning::kSuspended;
  if (!wanted.mfa_delete.empty()) bucket->mfa_delete = wanted.mfa_delete;
  return Nothing{};
}

Result<GetBucketVersioningResult> S3::get_bucket_versioning(Call& call,
                                                            const GetBucketVersioning& in) {
  EMU_TRY(const StoredBucket* bucket, open(call, in));
  GetBucketVersioningResult result{.mfa_delete = bucket->mfa_delete};
  if (bucket->versioning == Versioning::kEnabled) result.status = kEnabled;
  if (bucket->versioning == Versioning::kSuspended) result.status = kSuspended;
  return result;
}

}  // namespace emu::s3
