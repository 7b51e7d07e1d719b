#include "s3/service.h"

#include <fmt/format.h>

#include "core/text/account_id.h"
#include "s3/errors.h"
#include "s3/object_settings.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kArnPrefix = "arn:aws:s3:::";

std::string_view bucket_of_arn(std::string_view arn) {
  if (!arn.starts_with(kArnPrefix)) return {};
  arn.remove_prefix(kArnPrefix.size());
  return arn.substr(0, arn.find('/'));
}

// What IAM does not look at: the block of public access, and that a caller of another account needs
// the bucket's own consent.
bool keeps_out(const StoredBucket& bucket, const Caller& caller) {
  const bool stranger =
      caller.kind == Caller::Kind::kAnonymous ||
      ((caller.kind == Caller::Kind::kUser || caller.kind == Caller::Kind::kRole) &&
       caller.account != bucket.account);
  if (!stranger) return false;
  if (bucket.policy == nullptr) return true;
  return bucket.policy_is_public && bucket.public_access_block &&
         bucket.public_access_block->restrict_public_buckets;
}

Error permanent_redirect(std::string_view bucket, std::string_view region) {
  return make_error("PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified "
                    "endpoint. Please send all future requests to this endpoint.",
                    301,
                    {{"Endpoint", fmt::format("{}.s3.{}.amazonaws.com", bucket, region)},
                     {"Bucket", std::string(bucket)}});
}

Error invalid_bucket_owner(std::string_view account) {
  return make_error("InvalidBucketOwnerAWSAccountID",
                    "The value of the expected bucket owner parameter must be an AWS account ID.",
                    400, {{"ExpectedBucketOwner", std::string(account)}});
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<S3>(world); }

S3::S3(World& world) : world_(world) {
  world.interfaces().add<HttpOrigin>(*this);
  world.resource_policies().add_source(
      "s3", [this](std::string_view arn) -> std::shared_ptr<const std::string> {
        const StoredBucket* bucket = find(bucket_of_arn(arn));
        return bucket == nullptr ? nullptr : bucket->policy;
      });
}

void S3::reset(std::optional<std::string_view> account) {
  std::erase_if(buckets_,
                [&](const auto& entry) { return !account || entry.second.account == *account; });
}

const StoredBucket* S3::find(std::string_view bucket) const {
  const auto found = buckets_.find(bucket);
  return found == buckets_.end() ? nullptr : &found->second;
}

Result<StoredBucket*> S3::open_anywhere(const Call& call, std::string_view bucket,
                                        std::string_view expected_owner) {
  const auto found = buckets_.find(bucket);
  if (found == buckets_.end()) return no_such_bucket(bucket);
  StoredBucket& stored = found->second;
  if (!expected_owner.empty()) {
    if (!is_account_id(expected_owner)) return invalid_bucket_owner(expected_owner);
    if (expected_owner != stored.account) return access_denied();
  }
  if (keeps_out(stored, call.caller)) return access_denied();
  return &stored;
}

Result<StoredBucket*> S3::open(const Call& call, std::string_view bucket,
                               std::string_view expected_owner) {
  auto opened = open_anywhere(call, bucket, expected_owner);
  if (opened && (*opened)->region != call.region()) {
    return permanent_redirect(bucket, (*opened)->region);
  }
  return opened;
}

Error S3::missing_key(const Call& call, const StoredBucket& bucket, std::string_view key) {
  if (call.caller.kind != Caller::Kind::kUnnamed && world_.authorizer() != nullptr) {
    const std::string arn = bucket.arn();
    const auto refusal = world_.authorizer()->refusal(
        {.caller = call.caller, .action = "s3:ListBucket", .resource = arn});
    if (refusal) return access_denied(call, *refusal);
  }
  return no_such_key(key);
}

Result<StoredObject*> S3::open_object(const Call& call, StoredBucket& bucket, std::string_view key,
                                      std::string_view version_id) {
  EMU_CHECK(check_version(version_id));
  const auto found = bucket.objects.find(key);
  if (found == bucket.objects.end()) return missing_key(call, bucket, key);
  return &found->second;
}

}  // namespace emu::s3
