// Object lock: versions that cannot be deleted before their time.
//
//   aws.send(s3::CreateBucket{.bucket = "ledger", .object_lock_enabled_for_bucket = true}).value();
//   aws.send(s3::PutObject{.bucket = "ledger", .key = "2026", .body = "…",
//                          .object_lock_mode = "COMPLIANCE",
//                          .object_lock_retain_until_date = cloud.now() + 365 * 24h}).value();
//
// A version is held by its retention until that date, and by a legal hold until the hold is taken
// away. GOVERNANCE lets callers with s3:BypassGovernanceRetention through who ask for it; nothing
// lets anybody through COMPLIANCE or a hold. Delete markers are made as ever: they delete nothing.
// Sources: Amazon S3 API Reference; User Guide, "Locking objects with Object Lock".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>

namespace emu::s3 {

// What new versions get that bring no retention of their own.
struct DefaultRetention {
  std::string mode = {};  // "GOVERNANCE" or "COMPLIANCE"
  std::optional<std::int32_t> days = {};
  std::optional<std::int32_t> years = {};  // one of the two
  static void describe(StructureShape<DefaultRetention>& s);
};

struct ObjectLockRule {
  std::optional<DefaultRetention> default_retention = {};
  static void describe(StructureShape<ObjectLockRule>& s);
};

struct ObjectLockConfiguration {
  std::string object_lock_enabled = {};  // "Enabled"
  std::optional<ObjectLockRule> rule = {};
  static void describe(StructureShape<ObjectLockConfiguration>& s);
};

struct RequestChargedResult {
  std::string request_charged = {};
  static void describe(StructureShape<RequestChargedResult>& s);
};

// Lets the versions of a bucket be locked, for good, and replaces its default retention.
// Errors: InvalidBucketState (409) where versioning is not enabled, MalformedXML, InvalidArgument.
struct PutObjectLockConfiguration {
  static constexpr OperationName kOperation{"s3", "PutObjectLockConfiguration", "PUT",
                                            "/{Bucket}?object-lock"};
  using Result = RequestChargedResult;
  std::string bucket;
  std::optional<ObjectLockConfiguration> object_lock_configuration = {};
  std::string token = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectLockConfiguration>& s);
};

struct GetObjectLockConfigurationResult {
  ObjectLockConfiguration object_lock_configuration = {};
  static void describe(StructureShape<GetObjectLockConfigurationResult>& s);
};

// Errors: ObjectLockConfigurationNotFoundError (404).
struct GetObjectLockConfiguration {
  static constexpr OperationName kOperation{"s3", "GetObjectLockConfiguration", "GET",
                                            "/{Bucket}?object-lock"};
  using Result = GetObjectLockConfigurationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectLockConfiguration>& s);
};

struct ObjectLockRetention {
  std::string mode = {};  // "GOVERNANCE" or "COMPLIANCE"
  std::optional<Time> retain_until_date = {};
  static void describe(StructureShape<ObjectLockRetention>& s);
};

// Replaces the retention of a version. It may always be made longer. Making it shorter, or taking
// it away by an empty one, needs the bypass of GOVERNANCE, and is never allowed in COMPLIANCE.
// Errors: NoSuchKey, InvalidRequest without object lock, InvalidArgument, AccessDenied.
struct PutObjectRetention {
  static constexpr OperationName kOperation{"s3", "PutObjectRetention", "PUT",
                                            "/{Bucket}/{Key+}?retention"};
  using Result = RequestChargedResult;
  std::string bucket;
  std::string key;
  ObjectLockRetention retention = {};
  std::string version_id = {};
  std::optional<bool> bypass_governance_retention = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectRetention>& s);
};

struct GetObjectRetentionResult {
  ObjectLockRetention retention = {};
  static void describe(StructureShape<GetObjectRetentionResult>& s);
};

// Errors: NoSuchKey, InvalidRequest without object lock, NoSuchObjectLockConfiguration (404).
struct GetObjectRetention {
  static constexpr OperationName kOperation{"s3", "GetObjectRetention", "GET",
                                            "/{Bucket}/{Key+}?retention"};
  using Result = GetObjectRetentionResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectRetention>& s);
};

struct ObjectLockLegalHold {
  std::string status = {};  // "ON" or "OFF"
  static void describe(StructureShape<ObjectLockLegalHold>& s);
};

// Errors: NoSuchKey, InvalidRequest without object lock, MalformedXML.
struct PutObjectLegalHold {
  static constexpr OperationName kOperation{"s3", "PutObjectLegalHold", "PUT",
                                            "/{Bucket}/{Key+}?legal-hold"};
  using Result = RequestChargedResult;
  std::string bucket;
  std::string key;
  ObjectLockLegalHold legal_hold = {};
  std::string version_id = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectLegalHold>& s);
};

struct GetObjectLegalHoldResult {
  ObjectLockLegalHold legal_hold = {};
  static void describe(StructureShape<GetObjectLegalHoldResult>& s);
};

// Errors: NoSuchKey, InvalidRequest without object lock, NoSuchObjectLockConfiguration (404).
struct GetObjectLegalHold {
  static constexpr OperationName kOperation{"s3", "GetObjectLegalHold", "GET",
                                            "/{Bucket}/{Key+}?legal-hold"};
  using Result = GetObjectLegalHoldResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectLegalHold>& s);
};

}  // namespace emu::s3
