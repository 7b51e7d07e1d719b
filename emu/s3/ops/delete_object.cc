// DeleteObject and DeleteObjects.
// Sources: Amazon S3 API Reference, "DeleteObject", "DeleteObjects"; User Guide, "How to perform
// conditional deletes".
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/mfa.h"
#include "s3/object_lock.h"
#include "s3/object_settings.h"
#include "s3/permissions.h"
#include "s3/service.h"
#include "s3/version_id.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

// An ETag that the object must have, or * for any object.
Status check_delete(std::string_view if_match, std::string_view key, const StoredBucket& bucket) {
  if (if_match.empty()) return {};
  const StoredObject* current = current_object(bucket, key);
  if (current == nullptr) {
    if (if_match == "*") return precondition_failed("If-Match");
    return no_such_key(key);
  }
  if (!etag_matches(if_match, current->etag)) return precondition_failed("If-Match");
  return {};
}

std::optional<bool> true_or_absent(bool value) {
  return value ? std::optional<bool>(true) : std::nullopt;
}

DeletedObject describe_deletion(const ObjectIdentifier& which, Deletion deletion) {
  DeletedObject deleted{.key = which.key, .version_id = which.version_id};
  if (deletion.delete_marker) {
    deleted.delete_marker = true;
    deleted.delete_marker_version_id = std::move(deletion.version_id);
  }
  return deleted;
}

bool names_versions(const std::vector<ObjectIdentifier>& which) {
  return std::any_of(which.begin(), which.end(),
                     [](const ObjectIdentifier& object) { return !object.version_id.empty(); });
}

bool exists(StoredBucket& bucket, const ObjectIdentifier& which) {
  if (which.version_id.empty()) return current_object(bucket, which.key) != nullptr;
  const FoundVersion found = find_version(bucket, which.key, which.version_id);
  return found.object != nullptr || found.marker != nullptr;
}

std::string_view delete_action(const ObjectIdentifier& which) {
  return which.version_id.empty() ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
}

}  // namespace

Result<Deletion> S3::remove(Call& call, StoredBucket& bucket, const ObjectIdentifier& which,
                            bool bypasses_governance) {
  EMU_CHECK(check_key(which.key));
  EMU_CHECK(check_version_id(which.version_id));
  if (which.last_modified_time || which.size) {
    return not_implemented_header("x-amz-if-match-last-modified-time,x-amz-if-match-size",
                                  "Only directory buckets take conditions of size and time");
  }
  EMU_CHECK(check_delete(which.etag, which.key, bucket));
  const bool is_told = bucket.notifications && exists(bucket, which);
  if (which.version_id.empty()) {
    // A delete marker is stored, as an object is.
    if (bucket.versioning != Versioning::kNever) EMU_CHECK(check_room(kDeleteMarkerBytesMax));
    Deletion deletion = delete_current(world_.random(), bucket, which.key, world_.now());
    if (is_told || deletion.delete_marker) announce_removal(call, bucket, which, deletion);
    return deletion;
  }
  if (bucket.object_lock) {
    const StoredObject* object = find_version(bucket, which.key, which.version_id).object;
    if (object != nullptr) {
      EMU_CHECK(check_hold(call,
                           {.bucket = bucket,
                            .key = which.key,
                            .version_id = which.version_id,
                            .hold = hold_of(*object, world_.now())},
                           bypasses_governance));
    }
  }
  Deletion deletion = delete_version(bucket, which.key, which.version_id);
  if (is_told) announce_removal(call, bucket, which, deletion);
  return deletion;
}

Result<DeleteObjectResult> S3::delete_object(Call& call, const DeleteObject& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const ObjectIdentifier which{.key = in.key,
                               .version_id = in.version_id,
                               .etag = in.if_match,
                               .last_modified_time = in.if_match_last_modified_time,
                               .size = in.if_match_size};
  if (!in.version_id.empty() && deletes_need_mfa(*bucket)) EMU_CHECK(check_mfa(in.mfa));
  EMU_TRY(Deletion deletion,
          remove(call, *bucket, which, in.bypass_governance_retention.value_or(false)));
  return DeleteObjectResult{.delete_marker = true_or_absent(deletion.delete_marker),
                            .version_id = std::move(deletion.version_id)};
}

Result<DeleteObjectsResult> S3::delete_objects(Call& call, const DeleteObjects& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto& which = in.to_delete.objects;
  if (which.size() > kDeleteMax) return malformed_xml();
  if (names_versions(which) && deletes_need_mfa(*bucket)) EMU_CHECK(check_mfa(in.mfa));

  const auto attempt = [&](const ObjectIdentifier& object) -> Result<Deletion> {
    EMU_CHECK(world_.permit(call, delete_action(object), object_arn_of(in.bucket, object.key),
                            version_keys(object.version_id)));
    if (!object.etag.empty() && object.etag != "*") {
      EMU_CHECK(world_.permit(call, "s3:GetObject", object_arn_of(in.bucket, object.key)));
    }
    return remove(call, *bucket, object, in.bypass_governance_retention.value_or(false));
  };

  DeleteObjectsResult result;
  for (const ObjectIdentifier& object : which) {
    if (!call.subject.empty()) call.subject += ',';
    call.subject += object.key;
    if (auto removed = attempt(object); !removed) {
      result.errors.push_back({.key = object.key,
                               .version_id = object.version_id,
                               .code = std::move(removed.error().code),
                               .message = std::move(removed.error().message)});
    } else if (!in.to_delete.quiet.value_or(false)) {
      result.deleted.push_back(describe_deletion(object, std::move(*removed)));
    }
  }
  return result;
}

}  // namespace emu::s3
