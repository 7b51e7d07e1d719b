// Put, Get and DeleteBucketEncryption.
// Source: Amazon S3 API Reference, "PutBucketEncryption", "GetBucketEncryption",
// "DeleteBucketEncryption".
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_rule(const ServerSideEncryptionRule& rule) {
  const auto& by_default = rule.apply_server_side_encryption_by_default;
  if (!by_default) {
    // A rule may be there for its other members alone.
    if (rule.blocked_encryption_types || rule.bucket_key_enabled) return {};
    return malformed_xml();
  }
  if (by_default->sse_algorithm == "AES256" && !by_default->kms_master_key_id.empty()) {
    return invalid_argument(
        "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or "
        "aws:kms:dsse",
        "ApplyServerSideEncryptionByDefault", by_default->sse_algorithm);
  }
  return {};
}

}  // namespace

Result<Nothing> S3::put_bucket_encryption(Call& call, const PutBucketEncryption& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto& rules = in.server_side_encryption_configuration.rules;
  if (rules.size() != 1) return malformed_xml();
  EMU_CHECK(check_rule(rules.front()));

  const ServerSideEncryptionRule unchanged = default_encryption();
  ServerSideEncryptionRule rule = rules.front();
  if (!rule.apply_server_side_encryption_by_default) {
    rule.apply_server_side_encryption_by_default =
        unchanged.apply_server_side_encryption_by_default;
  }
  if (!rule.bucket_key_enabled) rule.bucket_key_enabled = unchanged.bucket_key_enabled;
  bucket->encryption = std::move(rule);
  return Nothing{};
}

Result<GetBucketEncryptionResult> S3::get_bucket_encryption(Call& call,
                                                            const GetBucketEncryption& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  return GetBucketEncryptionResult{.server_side_encryption_configuration =
                                       ServerSideEncryptionConfiguration{{bucket->encryption}}};
}

Result<Nothing> S3::delete_bucket_encryption(Call& call, const DeleteBucketEncryption& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->encryption = default_encryption();
  return Nothing{};
}

}  // namespace emu::s3
