// The object lock of buckets and of versions.
// Source: Amazon S3 API Reference, "PutObjectLockConfiguration", "GetObjectLockConfiguration",
// "PutObjectRetention", "GetObjectRetention", "PutObjectLegalHold", "GetObjectLegalHold".
#include "s3/object_lock.h"

#include <string>

#include "s3/errors.h"
#include "s3/permissions.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error versioning_needed() {
  return make_error(
      "InvalidBucketState",
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration", 409);
}

}  // namespace

Result<RequestChargedResult> S3::put_object_lock_configuration(
    Call& call, const PutObjectLockConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!in.object_lock_configuration) return malformed_xml();
  EMU_CHECK(check_lock_configuration(*in.object_lock_configuration));
  if (bucket->versioning != Versioning::kEnabled) return versioning_needed();
  bucket->object_lock = in.object_lock_configuration;
  return RequestChargedResult{};
}

Result<GetObjectLockConfigurationResult> S3::get_object_lock_configuration(
    Call& call, const GetObjectLockConfiguration& in) {
  EMU_TRY(const StoredBucket* bucket, open(call, in));
  if (!bucket->object_lock) {
    return bucket_error("ObjectLockConfigurationNotFoundError",
                        "Object Lock configuration does not exist for this bucket", 404, in.bucket);
  }
  return GetObjectLockConfigurationResult{.object_lock_configuration = *bucket->object_lock};
}

Status S3::check_hold(const Call& call, const HeldObject& object, bool bypasses_governance) {
  if (object.hold == Hold::kNone) return {};
  if (object.hold == Hold::kGovernance && bypasses_governance &&
      is_permitted(call, "s3:BypassGovernanceRetention",
                   object_arn_of(object.bucket.name, object.key), object.version_id)) {
    return {};
  }
  return protected_by_lock();
}

ObjectLock S3::shown_lock(const Call& call, const StoredBucket& bucket, std::string_view key,
                          std::string_view version_id, const StoredObject& object) {
  if (object.extras == nullptr || object.extras->lock.empty()) return {};
  ObjectLock lock = object.extras->lock;
  const std::string arn = object_arn_of(bucket.name, key);
  if (!is_permitted(call, "s3:GetObjectRetention", arn, version_id)) lock.mode.clear();
  if (!is_permitted(call, "s3:GetObjectLegalHold", arn, version_id)) lock.legal_hold.clear();
  return lock;
}

template <class Op>
Result<StoredObject*> S3::open_lockable(Call& call, const Op& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* opened, open(call, in));
  if (!opened->object_lock) return no_object_lock();
  return open_object(call, *opened, in.key, in.version_id);
}

Result<RequestChargedResult> S3::put_object_retention(Call& call, const PutObjectRetention& in) {
  EMU_CHECK(check_retention(in.retention, world_.now()));
  EMU_TRY(StoredObject* object, open_lockable(call, in));
  const Time now = world_.now();
  const Hold hold =
      is_extension(*object, in.retention, now) ? Hold::kNone : retention_hold_of(*object, now);
  EMU_CHECK(check_hold(
      call, {.bucket = *find(in.bucket), .key = in.key, .version_id = in.version_id, .hold = hold},
      in.bypass_governance_retention.value_or(false)));
  ObjectLock& lock = extras_of(*object).lock;
  lock.mode = in.retention.mode;
  lock.retain_until = in.retention.retain_until_date.value_or(Time());
  return RequestChargedResult{};
}

Result<GetObjectRetentionResult> S3::get_object_retention(Call& call,
                                                          const GetObjectRetention& in) {
  EMU_TRY(const StoredObject* object, open_lockable(call, in));
  if (object->extras == nullptr || object->extras->lock.mode.empty()) return object_not_locked();
  const ObjectLock& lock = object->extras->lock;
  return GetObjectRetentionResult{
      .retention = {.mode = lock.mode, .retain_until_date = lock.retain_until}};
}

Result<RequestChargedResult> S3::put_object_legal_hold(Call& call, const PutObjectLegalHold& in) {
  const std::string& status = in.legal_hold.status;
  if (status != "ON" && status != "OFF") return malformed_xml();
  EMU_TRY(StoredObject* object, open_lockable(call, in));
  extras_of(*object).lock.legal_hold = status;
  return RequestChargedResult{};
}

Result<GetObjectLegalHoldResult> S3::get_object_legal_hold(Call& call,
                                                           const GetObjectLegalHold& in) {
  EMU_TRY(const StoredObject* object, open_lockable(call, in));
  if (object->extras == nullptr || object->extras->lock.legal_hold.empty()) {
    return object_not_locked();
  }
  return GetObjectLegalHoldResult{.legal_hold = {.status = object->extras->lock.legal_hold}};
}

}  // namespace emu::s3
