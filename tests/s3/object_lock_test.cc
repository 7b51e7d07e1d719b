// Sources: Amazon S3 User Guide, "Locking objects with Object Lock", "Object Lock considerations";
// API Reference, "PutObjectLockConfiguration", "PutObjectRetention", "PutObjectLegalHold",
// "PutObject", "DeleteObject".
#include <doctest/doctest.h>

#include <string>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

constexpr auto kDay = std::chrono::hours(24);
constexpr const char* kProtected = "Access Denied because object protected by object lock.";

struct LockFixture : S3Fixture {
  LockFixture() {
    aws.send(CreateBucket{.bucket = "ledger", .object_lock_enabled_for_bucket = true}).value();
  }

  PutObject locked(const char* mode, Duration period) {
    return {.bucket = "ledger",
            .key = "a",
            .body = "x",
            .checksum_algorithm = "CRC32",
            .object_lock_mode = mode,
            .object_lock_retain_until_date = cloud.now() + period};
  }
  std::string put_locked(const char* mode, Duration period) {
    return aws.send(locked(mode, period)).value().version_id;
  }
  std::string put_plain() {
    return aws
        .send(PutObject{.bucket = "ledger", .key = "a", .body = "x", .checksum_algorithm = "CRC32"})
        .value()
        .version_id;
  }
  Result<DeleteObjectResult> remove(const std::string& id, bool bypass = false) {
    return aws.send(DeleteObject{
        .bucket = "ledger", .key = "a", .version_id = id, .bypass_governance_retention = bypass});
  }
  Result<RequestChargedResult> retain(const std::string& id, const char* mode, Duration period,
                                      bool bypass = false) {
    return aws.send(
        PutObjectRetention{.bucket = "ledger",
                           .key = "a",
                           .retention = {.mode = mode, .retain_until_date = cloud.now() + period},
                           .version_id = id,
                           .bypass_governance_retention = bypass});
  }
  Result<RequestChargedResult> hold(const std::string& id, const char* status) {
    return aws.send(PutObjectLegalHold{
        .bucket = "ledger", .key = "a", .legal_hold = {.status = status}, .version_id = id});
  }
  Result<RequestChargedResult> configure(std::optional<ObjectLockRule> rule) {
    return aws.send(PutObjectLockConfiguration{
        .bucket = "ledger",
        .object_lock_configuration =
            ObjectLockConfiguration{.object_lock_enabled = "Enabled", .rule = std::move(rule)}});
  }
  static ObjectLockRule by_default(DefaultRetention retention) {
    return {.default_retention = std::move(retention)};
  }
};

TEST_SUITE("s3: object lock") {
  TEST_CASE_FIXTURE(LockFixture, "a version is held for a year, to the microsecond") {
    const std::string id = put_locked("COMPLIANCE", 365 * kDay);
    const auto held = remove(id, true);
    REQUIRE_FALSE(held.ok());
    CHECK(held.error().code == "AccessDenied");
    CHECK(held.error().status == 403);
    CHECK(held.error().message == kProtected);
    cloud.advance(365 * kDay - std::chrono::microseconds(1));
    CHECK(message(remove(id)) == kProtected);
    cloud.advance(std::chrono::microseconds(1));
    CHECK(remove(id).ok());
    CHECK(code(aws.send(GetObject{.bucket = "ledger", .key = "a"})) == "NoSuchKey");
  }

  TEST_CASE_FIXTURE(LockFixture, "a delete without a version makes a marker as ever") {
    const std::string id = put_locked("COMPLIANCE", kDay);
    const auto marker = aws.send(DeleteObject{.bucket = "ledger", .key = "a"}).value();
    CHECK(marker.delete_marker == true);
    CHECK(aws.send(GetObject{.bucket = "ledger", .key = "a", .version_id = id}).ok());
    CHECK(remove(marker.version_id).ok());
  }

  TEST_CASE_FIXTURE(LockFixture, "GOVERNANCE lets those through who ask for it") {
    const std::string id = put_locked("GOVERNANCE", kDay);
    CHECK(message(remove(id)) == kProtected);
    DeleteObjects some{.bucket = "ledger",
                       .to_delete = {.objects = {{.key = "a", .version_id = id}}}};
    const auto refused = aws.send(some).value();
    REQUIRE(refused.errors.size() == 1);
    CHECK(refused.errors[0].code == "AccessDenied");
    CHECK(refused.errors[0].message == kProtected);
    some.bypass_governance_retention = true;
    CHECK(aws.send(some).value().deleted.size() == 1);
  }

  TEST_CASE_FIXTURE(LockFixture, "a retention grows, and shrinks only past GOVERNANCE") {
    const std::string id = put_locked("GOVERNANCE", 2 * kDay);
    CHECK(retain(id, "GOVERNANCE", 3 * kDay).ok());
    CHECK(message(retain(id, "GOVERNANCE", kDay)) == kProtected);
    CHECK(message(retain(id, "COMPLIANCE", 4 * kDay)) == kProtected);
    CHECK(retain(id, "GOVERNANCE", kDay, true).ok());
    CHECK(retain(id, "COMPLIANCE", kDay, true).ok());
    CHECK(message(retain(id, "GOVERNANCE", 2 * kDay, true)) == kProtected);
    CHECK(message(retain(id, "COMPLIANCE", kDay / 2, true)) == kProtected);
    CHECK(retain(id, "COMPLIANCE", 2 * kDay).ok());
    const auto now = aws.send(GetObjectRetention{.bucket = "ledger", .key = "a"}).value();
    CHECK(now.retention.mode == "COMPLIANCE");
    CHECK(now.retention.retain_until_date == cloud.now() + 2 * kDay);
    cloud.advance(2 * kDay);
    CHECK(retain(id, "GOVERNANCE", kDay).ok());
  }

  TEST_CASE_FIXTURE(LockFixture, "an empty retention takes the one that there is away") {
    const std::string id = put_locked("GOVERNANCE", kDay);
    PutObjectRetention none{.bucket = "ledger", .key = "a"};
    CHECK(message(aws.send(none)) == kProtected);
    none.bypass_governance_retention = true;
    CHECK(aws.send(none).ok());
    CHECK(code(aws.send(GetObjectRetention{.bucket = "ledger", .key = "a"})) ==
          "NoSuchObjectLockConfiguration");
    CHECK(remove(id).ok());
  }

  TEST_CASE_FIXTURE(LockFixture, "a legal hold holds until it is taken away") {
    const std::string id = put_plain();
    CHECK(code(aws.send(GetObjectLegalHold{.bucket = "ledger", .key = "a"})) ==
          "NoSuchObjectLockConfiguration");
    CHECK(hold(id, "ON").ok());
    cloud.advance(1000 * kDay);
    CHECK(message(remove(id, true)) == kProtected);
    CHECK(hold(id, "OFF").ok());
    CHECK(aws.send(GetObjectLegalHold{.bucket = "ledger", .key = "a"}).value().legal_hold.status ==
          "OFF");
    CHECK(code(hold(id, "on")) == "MalformedXML");
    CHECK(remove(id).ok());
  }

  TEST_CASE_FIXTURE(LockFixture, "reads and copies tell of a version's own lock") {
    PutObject in = locked("GOVERNANCE", kDay);
    in.object_lock_legal_hold_status = "ON";
    aws.send(in).value();
    const auto head = aws.send(HeadObject{.bucket = "ledger", .key = "a"}).value();
    CHECK(head.object_lock_mode == "GOVERNANCE");
    CHECK(head.object_lock_retain_until_date == cloud.now() + kDay);
    CHECK(head.object_lock_legal_hold_status == "ON");
    aws.send(CopyObject{.bucket = "ledger", .key = "b", .copy_source = "ledger/a"}).value();
    const auto copy = aws.send(GetObject{.bucket = "ledger", .key = "b"}).value();
    CHECK(copy.object_lock_mode == "");
    CHECK_FALSE(copy.object_lock_retain_until_date);
  }

  TEST_CASE_FIXTURE(LockFixture, "a bucket's default is what new versions get") {
    const std::string before = put_plain();
    CHECK(configure(by_default({.mode = "COMPLIANCE", .years = 1})).ok());
    const std::string id = put_plain();
    CHECK(aws.send(HeadObject{.bucket = "ledger", .key = "a"})
              .value()
              .object_lock_retain_until_date == cloud.now() + 365 * kDay);
    CHECK(message(remove(id, true)) == kProtected);
    CHECK(remove(before).ok());
    const std::string own = put_locked("GOVERNANCE", kDay);
    CHECK(remove(own, true).ok());
    CHECK(configure({}).ok());
    CHECK(remove(put_plain()).ok());
  }

  TEST_CASE_FIXTURE(LockFixture, "a lock needs proof that the body arrived whole") {
    PutObject in = locked("GOVERNANCE", kDay);
    in.checksum_algorithm.clear();
    const auto refused = aws.send(in);
    CHECK(code(refused) == "InvalidRequest");
    CHECK(message(refused) ==
          "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with "
          "Object Lock parameters");
    in.content_md5 = "nTzLwcZKjxWmo8bFcWnKmg==";
    CHECK(code(aws.send(in)) == "BadDigest");
  }

  TEST_CASE_FIXTURE(LockFixture, "what the headers of a lock must say") {
    const auto refusal = [&](auto change) {
      PutObject in = locked("GOVERNANCE", kDay);
      change(in);
      return message(aws.send(in));
    };
    const char* both =
        "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied";
    CHECK(refusal([](PutObject& in) { in.object_lock_mode.clear(); }) == both);
    CHECK(refusal([](PutObject& in) { in.object_lock_retain_until_date.reset(); }) == both);
    CHECK(refusal([](PutObject& in) { in.object_lock_mode = "FOREVER"; }) ==
          "Unknown wormMode directive.");
    CHECK(refusal([&](PutObject& in) { in.object_lock_retain_until_date = cloud.now(); }) ==
          "The retain until date must be in the future!");
    CHECK(refusal([](PutObject& in) { in.object_lock_legal_hold_status = "on"; }) ==
          "Legal Hold must be either of 'ON' or 'OFF'");
    PutObject elsewhere = locked("GOVERNANCE", kDay);
    elsewhere.bucket = "photos";
    CHECK(message(aws.send(elsewhere)) == "Bucket is missing Object Lock Configuration");
    CHECK_FALSE(exists("a"));
  }

  TEST_CASE_FIXTURE(LockFixture, "what a configuration must say") {
    CHECK(code(aws.send(PutObjectLockConfiguration{.bucket = "ledger"})) == "MalformedXML");
    CHECK(code(configure(ObjectLockRule{})) == "MalformedXML");
    CHECK(code(configure(by_default({.mode = "GOVERNANCE"}))) == "MalformedXML");
    CHECK(code(configure(by_default({.mode = "GOVERNANCE", .days = 1, .years = 1}))) ==
          "MalformedXML");
    CHECK(code(configure(by_default({.mode = "governance", .days = 1}))) == "MalformedXML");
    CHECK(message(configure(by_default({.mode = "GOVERNANCE", .days = 0}))) ==
          "Default retention period must be a positive integer value.");
    const auto too_long = configure(by_default({.mode = "GOVERNANCE", .years = 101}));
    CHECK(code(too_long) == "InvalidArgument");
    CHECK(field(too_long.error(), "ArgumentName") == "Years");
    CHECK_FALSE(aws.send(GetObjectLockConfiguration{.bucket = "ledger"})
                    .value()
                    .object_lock_configuration.rule);
  }

  TEST_CASE_FIXTURE(LockFixture, "versioning and lock go together") {
    const auto suspended = aws.send(PutBucketVersioning{
        .bucket = "ledger", .versioning_configuration = {.status = "Suspended"}});
    CHECK(code(suspended) == "InvalidBucketState");
    CHECK(suspended.error().status == 409);
    CHECK(message(suspended) ==
          "An Object Lock configuration is present on this bucket, so the versioning state cannot "
          "be changed.");
    const PutObjectLockConfiguration in{
        .bucket = "photos",
        .object_lock_configuration = ObjectLockConfiguration{.object_lock_enabled = "Enabled"}};
    CHECK(code(aws.send(GetObjectLockConfiguration{.bucket = "photos"})) ==
          "ObjectLockConfigurationNotFoundError");
    CHECK(code(aws.send(in)) == "InvalidBucketState");
    CHECK(code(aws.send(GetObjectRetention{.bucket = "photos", .key = "a"})) == "InvalidRequest");
    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
    CHECK(aws.send(in).ok());
  }
}

}  // namespace
}  // namespace emu::s3
