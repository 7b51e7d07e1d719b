#include "s3/service.h"

#include <emu/s3/errors.h>
#include <fmt/format.h>

#include "core/text/account_id.h"
#include "s3/delete_marker.h"
#include "s3/errors.h"
#include "s3/object_settings.h"
#include "s3/permissions.h"
#include "s3/uploads.h"
#include "s3/version_id.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

Error permanent_redirect(std::string_view bucket, std::string_view region) {
  return make_error("PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified "
                    "endpoint. Please send all future requests to this endpoint.",
                    301,
                    {{"Endpoint", fmt::format("{}.s3.{}.amazonaws.com", bucket, region)},
                     {"Bucket", std::string(bucket)}});
}

Error invalid_bucket_owner(std::string_view account) {
  // The spelling is AWS's.
  return make_error(
      "InvalidBucketOwnerAWSAccountID",
      fmt::format("The value of the expected bucket owner parameter must be an AWS Account ID... "
                  "[{}]",
                  account),
      400);
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<S3>(world, world.interfaces().one<Options>());
}

S3::S3(World& world, Options options)
    : world_(world),
      options_(options),
      lifecycle_runs_(world, buckets_,
                      [this](const StoredBucket& bucket, const ObjectEvent& event) {
                        if (!bucket.notifications) return;
                        announce_for(bucket, event, lifecycle_cause(world_.uuid()));
                      }) {
  world.interfaces().add<HttpOrigin>(*this);
  world.resource_policies().add_host("s3", access_);
}

void S3::reset(std::optional<std::string_view> account) {
  notifier_.drop(account);
  std::erase_if(buckets_,
                [&](const auto& entry) { return !account || entry.second.account == *account; });
  lifecycle_runs_.forget();
  storage_metrics_.forget();
  request_metrics_.forget(account);
}

const StoredBucket* S3::find(std::string_view bucket) const {
  const auto found = buckets_.find(bucket);
  return found == buckets_.end() ? nullptr : &found->second;
}

Result<StoredBucket*> S3::open_anywhere(std::string_view bucket, std::string_view expected_owner) {
  const auto found = buckets_.find(bucket);
  if (found == buckets_.end()) return no_such_bucket(bucket);
  StoredBucket& stored = found->second;
  if (!expected_owner.empty()) {
    if (!is_account_id(expected_owner)) return invalid_bucket_owner(expected_owner);
    if (expected_owner != stored.account) return access_denied();
  }
  return &stored;
}

Result<StoredBucket*> S3::open(const Call& call, std::string_view bucket,
                               std::string_view expected_owner) {
  auto opened = open_anywhere(bucket, expected_owner);
  if (opened && (*opened)->region != call.region()) {
    return permanent_redirect(bucket, (*opened)->region);
  }
  return opened;
}

Result<StoredBucket*> S3::open(const Call& call, std::string_view bucket,
                               std::string_view expected_owner, std::string_view payer) {
  EMU_TRY(StoredBucket* opened, open(call, bucket, expected_owner));
  EMU_CHECK(check_payer(call.caller, *opened, payer));
  return opened;
}

Status S3::check_room(std::uint64_t bytes) {
  if (world_.memory() == nullptr || world_.memory()->has_room(bytes)) return {};
  return too_fast(kProfile);
}

bool S3::is_permitted(const Call& call, std::string_view action, const std::string& resource,
                      std::string_view version_id) {
  return world_.permit(call, action, resource, version_keys(version_id)).ok();
}

Error S3::missing_key(const Call& call, const StoredBucket& bucket, std::string_view key) {
  Status may_list = world_.permit(call, "s3:ListBucket", bucket.arn());
  return may_list ? no_such_key(key) : std::move(may_list.error());
}

Result<StoredObject*> S3::open_object(const Call& call, StoredBucket& bucket, std::string_view key,
                                      std::string_view version_id) {
  EMU_CHECK(check_version_id(version_id));
  if (version_id.empty()) {
    if (StoredObject* current = current_object(bucket, key)) return current;
    Error error = missing_key(call, bucket, key);
    const DeleteMarker* marker = current_marker(bucket, key);
    if (marker != nullptr && error.code == errors::kNoSuchKey) {
      tell_of_marker(bucket, *marker, error);
    }
    return error;
  }
  const FoundVersion found = find_version(bucket, key, version_id);
  if (found.object != nullptr) return found.object;
  if (found.marker != nullptr) {
    return delete_marker_named(bucket, *found.marker, call.operation.name.method);
  }
  Error error = missing_key(call, bucket, key);
  return error.code == errors::kNoSuchKey ? no_such_version(key, version_id) : error;
}

Result<S3::OpenUpload> S3::open_upload(const Call& call, const UploadRequest& request) {
  EMU_TRY(StoredBucket* bucket, open(call, request.bucket, request.expected_owner, request.payer));
  EMU_CHECK(check_key(request.key));
  const auto found =
      bucket->uploads.find({.key = std::string(request.key), .id = std::string(request.upload_id)});
  if (found == bucket->uploads.end()) return no_such_upload(request.upload_id);
  return OpenUpload{.bucket = bucket, .upload = &found->second};
}

}  // namespace emu::s3
