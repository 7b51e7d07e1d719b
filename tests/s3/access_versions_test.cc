// Versions, locks and uploads in parts, with lists, owners and policies: no way past a denial.
// Sources: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations", "Multipart
// upload API and permissions", "Access control list (ACL) overview".
#include <doctest/doctest.h>

#include "s3/access_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

struct VersionsFixture : AccessFixture {
  VersionsFixture() { enable_versions("photos"); }

  void enable_versions(const std::string& bucket) {
    aws.send(
           PutBucketVersioning{.bucket = bucket, .versioning_configuration = {.status = "Enabled"}})
        .value();
  }
  std::string put_version(const std::string& acl = {}, const std::string& tagging = {}) {
    return aws.send(PutObject{.bucket = "photos", .key = "a", .tagging = tagging, .acl = acl})
        .value()
        .version_id;
  }
  std::string read_version(Aws& by, const std::string& version) {
    return code(by.send(GetObject{.bucket = "photos", .key = "a", .version_id = version}));
  }
};

TEST_SUITE("s3: access to versions") {
  TEST_CASE_FIXTURE(VersionsFixture, "each version has its own list") {
    enable_acls();
    const std::string open = put_version("public-read");
    const std::string closed = put_version();
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read_version(nobody, open) == "");
    CHECK(read_version(nobody, closed) == "AccessDenied");
    aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .version_id = open, .acl = "private"})
        .value();
    CHECK(read_version(nobody, open) == "AccessDenied");
    aws.send(
           PutObjectAcl{.bucket = "photos", .key = "a", .version_id = closed, .acl = "public-read"})
        .value();
    CHECK(read(nobody) == "");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "the tags of the version that is named decide") {
    const std::string secret = put_version({}, "secret=yes");
    const std::string plain = put_version();
    put_policy(statement("Deny", R"("*")", "s3:GetObject*") +
               R"(,"Condition":{"StringEquals":{"s3:ExistingObjectTag/secret":"yes"}})");
    CHECK(read(aws) == "");
    CHECK(read_version(aws, plain) == "");
    CHECK(read_version(aws, secret) == "AccessDenied");
    const auto copy = [&](const std::string& version) {
      return code(aws.send(CopyObject{.bucket = "photos",
                                      .key = "b",
                                      .copy_source = "photos/a?versionId=" + version,
                                      .tagging_directive = "REPLACE"}));
    };
    CHECK(copy(secret) == "AccessDenied");
    CHECK(copy(plain) == "");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a version that is copied has its own permission") {
    const std::string version = put_version();
    Aws current = user(kOwn,
                       R"("Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],)"
                       R"("Resource":"*")",
                       "ann");
    CHECK(current.send(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"}).ok());
    CHECK(code(current.send(CopyObject{
              .bucket = "photos", .key = "b", .copy_source = "photos/a?versionId=" + version})) ==
          "AccessDenied");
    const auto upload =
        current.send(CreateMultipartUpload{.bucket = "photos", .key = "c"}).value().upload_id;
    CHECK(code(current.send(UploadPartCopy{.bucket = "photos",
                                           .key = "c",
                                           .upload_id = upload,
                                           .part_number = 1,
                                           .copy_source = "photos/a?versionId=" + version})) ==
          "AccessDenied");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "listings of versions tell each one's owner") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    put_version();
    other.send(PutObject{.bucket = "photos", .key = "a"}).value();
    const auto versions = aws.send(ListObjectVersions{.bucket = "photos"}).value().versions;
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].owner.id == id_of(other));
    CHECK(versions[1].owner.id == id_of(aws));
    // Only the bucket's owner removes versions for good.
    CHECK(code(other.send(DeleteObject{
              .bucket = "photos", .key = "a", .version_id = versions[0].version_id})) ==
          "AccessDenied");
  }

  // User Guide, "Managing Object Lock" (Bypassing governance mode).
  TEST_CASE("a policy denies the root, too, to lift a lock") {
    AccessFixture at;
    at.aws.send(CreateBucket{.bucket = "locked", .object_lock_enabled_for_bucket = true}).value();
    const std::string version =
        at.aws
            .send(PutObject{.bucket = "locked",
                            .key = "a",
                            .checksum_algorithm = "CRC32",
                            .object_lock_mode = "GOVERNANCE",
                            .object_lock_retain_until_date = at.cloud.now() + 24h})
            .value()
            .version_id;
    const DeleteObject remove{
        .bucket = "locked", .key = "a", .version_id = version, .bypass_governance_retention = true};
    at.aws
        .send(PutBucketPolicy{
            .bucket = "locked",
            .policy = AccessFixture::document(R"("Effect":"Deny","Principal":"*",)"
                                              R"("Action":"s3:BypassGovernanceRetention",)"
                                              R"("Resource":"arn:aws:s3:::locked/*")")})
        .value();
    CHECK(at.code(at.aws.send(remove)) == "AccessDenied");
    at.aws.send(DeleteBucketPolicy{.bucket = "locked"}).value();
    CHECK(at.aws.send(remove).ok());
  }
}

TEST_SUITE("s3: access to uploads in parts") {
  TEST_CASE_FIXTURE(AccessFixture, "an upload's list and owner are those of who began it") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    const auto begin =
        other.send(CreateMultipartUpload{.bucket = "photos", .key = "a", .acl = "public-read"});
    const std::string upload = begin.value().upload_id;
    const auto part = other.send(UploadPart{
        .bucket = "photos", .key = "a", .upload_id = upload, .part_number = 1, .body = "x"});
    // Whoever completes it.
    aws
        .send(CompleteMultipartUpload{
            .bucket = "photos",
            .key = "a",
            .upload_id = upload,
            .multipart_upload =
                CompletedMultipartUpload{.parts = {{.part_number = 1, .etag = part.value().etag}}}})
        .value();
    CHECK(read(nobody) == "");
    const auto listed = aws.send(ListObjects{.bucket = "photos"}).value().contents;
    CHECK(listed.front().owner->id == id_of(other));
    CHECK(code(aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "private"})) ==
          "AccessDenied");
  }

  TEST_CASE_FIXTURE(AccessFixture,
                    "a list that a bucket does not take is refused at the beginning") {
    CHECK(code(aws.send(
              CreateMultipartUpload{.bucket = "photos", .key = "a", .acl = "public-read"})) ==
          "AccessControlListNotSupported");
  }

  TEST_CASE_FIXTURE(AccessFixture, "parts, attributes and uploads of another account are refused") {
    put("a");
    const std::string upload =
        aws.send(CreateMultipartUpload{.bucket = "photos", .key = "b"}).value().upload_id;
    for (const auto& refused :
         {code(other.send(UploadPart{
              .bucket = "photos", .key = "b", .upload_id = upload, .part_number = 1, .body = "x"})),
          code(other.send(
              AbortMultipartUpload{.bucket = "photos", .key = "b", .upload_id = upload})),
          code(other.send(ListParts{.bucket = "photos", .key = "b", .upload_id = upload})),
          code(other.send(ListMultipartUploads{.bucket = "photos"})),
          code(other.send(ListObjectVersions{.bucket = "photos"})),
          code(other.send(
              GetObjectAttributes{.bucket = "photos", .key = "a", .object_attributes = {"ETag"}})),
          code(other.send(GetObjectAcl{.bucket = "photos", .key = "a"})),
          code(other.send(PutBucketVersioning{.bucket = "photos",
          .versioning_configuration = {.status = "Enabled"}}))}) {
      CHECK(refused == "AccessDenied");
    }
  }
}

}  // namespace
}  // namespace emu::s3
