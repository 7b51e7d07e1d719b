// Who may lock versions, and who may pass over a lock.
// Sources: Amazon S3 User Guide, "Object Lock considerations" (permissions), "Setting limits on
// retention periods with a bucket policy"; API Reference, "GetObject" (x-amz-object-lock-mode).
#include <doctest/doctest.h>

#include <string>

#include "s3/access_fixture.h"

namespace emu::s3 {
namespace {

struct LockPermissionsFixture : AccessFixture {
  LockPermissionsFixture() {
    aws.send(CreateBucket{.bucket = "ledger", .object_lock_enabled_for_bucket = true}).value();
  }

  Aws user_with(const std::string& actions) {
    return user(kOwn, R"("Effect":"Allow","Action":[)" + actions + R"(],"Resource":"*")", "mary");
  }
  PutObject locked(std::int32_t days) {
    return {.bucket = "ledger",
            .key = "a",
            .body = "x",
            .checksum_algorithm = "CRC32",
            .object_lock_mode = "GOVERNANCE",
            .object_lock_retain_until_date = cloud.now() + std::chrono::days(days)};
  }
};

TEST_SUITE("s3: permissions of locks") {
  TEST_CASE_FIXTURE(LockPermissionsFixture, "who stores a locked object needs to be allowed both") {
    Aws mary = user_with(R"("s3:PutObject")");
    PutObject in = locked(1);
    CHECK(message(mary.send(in)).find("s3:PutObjectRetention") != std::string::npos);
    in.object_lock_mode.clear();
    in.object_lock_retain_until_date.reset();
    in.object_lock_legal_hold_status = "ON";
    CHECK(message(mary.send(in)).find("s3:PutObjectLegalHold") != std::string::npos);
    in.object_lock_legal_hold_status.clear();
    CHECK(mary.send(in).ok());
  }

  TEST_CASE_FIXTURE(LockPermissionsFixture, "GOVERNANCE is passed over by those who may") {
    const std::string id = aws.send(locked(1)).value().version_id;
    const DeleteObject in{
        .bucket = "ledger", .key = "a", .version_id = id, .bypass_governance_retention = true};
    Aws mary = user_with(R"("s3:DeleteObjectVersion")");
    CHECK(message(mary.send(in)) == "Access Denied because object protected by object lock.");
    aws.send(iam::PutUserPolicy{.user_name = "mary",
                                .policy_name = "bypass",
                                .policy_document = document(allow("s3:BypassGovernanceRetention"))})
        .value();
    CHECK(mary.send(in).ok());
  }

  TEST_CASE_FIXTURE(LockPermissionsFixture, "who passes over a lock names the version") {
    const std::string first = aws.send(locked(1)).value().version_id;
    const std::string second = aws.send(locked(1)).value().version_id;
    aws.send(PutBucketPolicy{
                 .bucket = "ledger",
                 .policy = document(
                     R"("Effect":"Deny","Principal":"*","Action":"s3:BypassGovernanceRetention",)"
                     R"("Resource":"arn:aws:s3:::ledger/*","Condition":{"StringNotEquals":)"
                     R"({"s3:VersionId":")" +
                     first + R"("}})")})
        .value();
    const auto errors =
        aws.send(DeleteObjects{.bucket = "ledger",
                               .to_delete = {.objects = {{"a", first}, {"a", second}}},
                               .bypass_governance_retention = true})
            .value()
            .errors;
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].version_id == second);
  }

  TEST_CASE_FIXTURE(LockPermissionsFixture, "a policy may limit how long a lock lasts") {
    aws.send(PutBucketPolicy{
                 .bucket = "ledger",
                 .policy = document(
                     R"("Effect":"Deny","Principal":"*","Action":"s3:PutObjectRetention",)"
                     R"("Resource":"arn:aws:s3:::ledger/*","Condition":{"NumericGreaterThan":)"
                     R"({"s3:object-lock-remaining-retention-days":"10"}})")})
        .value();
    Aws mary = user_with(R"("s3:*")");
    CHECK(mary.send(locked(10)).ok());
    CHECK(code(mary.send(locked(11))) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(LockPermissionsFixture, "a read tells of a lock to those who may know") {
    aws.send(locked(1)).value();
    Aws mary = user_with(R"("s3:GetObject")");
    const HeadObject in{.bucket = "ledger", .key = "a"};
    CHECK(mary.send(in).value().object_lock_mode == "");
    CHECK(aws.send(in).value().object_lock_mode == "GOVERNANCE");
  }
}

}  // namespace
}  // namespace emu::s3
