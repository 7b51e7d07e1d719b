// DeleteObject and DeleteObjects.
// Sources: Amazon S3 API Reference, "DeleteObject", "DeleteObjects"; User Guide, "How to perform
// conditional deletes".
#include <fmt/format.h>

#include <string>
#include <utility>

#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/object_settings.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

// An ETag that the object must have, or * for any object.
Status check_delete(std::string_view if_match, std::string_view key, const Objects& objects) {
  if (if_match.empty()) return {};
  const auto found = objects.find(key);
  if (found == objects.end()) {
    if (if_match == "*") return precondition_failed("If-Match");
    return no_such_key(key);
  }
  if (!etag_matches(if_match, found->second.etag)) return precondition_failed("If-Match");
  return {};
}

// Deletes the object, if the conditions hold.
Status remove(Objects& objects, const ObjectIdentifier& which) {
  EMU_CHECK(check_version(which.version_id));
  if (which.last_modified_time || which.size) {
    return not_implemented_header("x-amz-if-match-last-modified-time,x-amz-if-match-size",
                                  "Only directory buckets take conditions of size and time");
  }
  EMU_CHECK(check_delete(which.etag, which.key, objects));
  if (const auto found = objects.find(which.key); found != objects.end()) objects.erase(found);
  return {};
}

}  // namespace

Result<DeleteObjectResult> S3::delete_object(Call& call, const DeleteObject& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  EMU_CHECK(check_key(in.key));
  const ObjectIdentifier which{.key = in.key,
                               .version_id = in.version_id,
                               .etag = in.if_match,
                               .last_modified_time = in.if_match_last_modified_time,
                               .size = in.if_match_size};
  EMU_CHECK(remove(bucket->objects, which));
  return DeleteObjectResult{};
}

Result<DeleteObjectsResult> S3::delete_objects(Call& call, const DeleteObjects& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  const auto& which = in.to_delete.objects;
  if (which.size() > kDeleteMax) return malformed_xml();

  const bool checked = call.caller.kind != Caller::Kind::kUnnamed && world_.authorizer() != nullptr;
  const auto attempt = [&](const ObjectIdentifier& object) -> Status {
    if (checked) {
      const std::string arn = fmt::format("{}/{}", bucket->arn(), object.key);
      const auto refusal = world_.authorizer()->refusal(
          {.caller = call.caller, .action = "s3:DeleteObject", .resource = arn});
      if (refusal) return access_denied(call, *refusal);
    }
    return remove(bucket->objects, object);
  };

  DeleteObjectsResult result;
  for (const ObjectIdentifier& object : which) {
    if (!call.subject.empty()) call.subject += ',';
    call.subject += object.key;
    if (Status removed = attempt(object); !removed) {
      result.errors.push_back({.key = object.key,
                               .version_id = object.version_id,
                               .code = std::move(removed.error().code),
                               .message = std::move(removed.error().message)});
    } else if (!in.to_delete.quiet.value_or(false)) {
      result.deleted.push_back({.key = object.key, .version_id = object.version_id});
    }
  }
  return result;
}

}  // namespace emu::s3
