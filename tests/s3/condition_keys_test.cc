// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3".
#include <doctest/doctest.h>

#include "s3/access_fixture.h"
#include "s3/permissions.h"

namespace emu::s3 {
namespace {

struct KeysFixture : AccessFixture {
  // Denies everything in the bucket on a condition, which is JSON.
  void deny_if(const std::string& condition) {
    put_policy(statement("Deny", R"("*")", "s3:*") + R"(,"Condition":)" + condition);
  }
  template <class Op>
  bool denied(const Op& op) {
    return code(aws.send(op)) == "AccessDenied";
  }
};

TEST_SUITE("s3: condition keys") {
  TEST_CASE_FIXTURE(KeysFixture, "of a listing") {
    deny_if(R"({"StringNotEquals":{"s3:prefix":"own/"}})");
    CHECK_FALSE(denied(ListObjectsV2{.bucket = "photos", .prefix = "own/"}));
    CHECK(denied(ListObjectsV2{.bucket = "photos", .prefix = "other/"}));
    CHECK(denied(ListObjects{.bucket = "photos"}));
    deny_if(R"({"NumericGreaterThan":{"s3:max-keys":"10"}})");
    CHECK_FALSE(denied(ListObjectsV2{.bucket = "photos", .max_keys = 10}));
    CHECK(denied(ListObjectsV2{.bucket = "photos", .max_keys = 11}));
    deny_if(R"({"StringEquals":{"s3:delimiter":"/"}})");
    CHECK(denied(ListObjectsV2{.bucket = "photos", .delimiter = "/"}));
    CHECK_FALSE(denied(ListObjectsV2{.bucket = "photos"}));
  }

  // Amazon S3 User Guide, "Amazon S3 condition key examples".
  TEST_CASE_FIXTURE(KeysFixture, "of a request that stores an object") {
    const auto put_if = [&](PutObject in) {
      in.bucket = "photos";
      in.key = "a";
      return denied(in);
    };
    deny_if(R"({"Null":{"s3:x-amz-server-side-encryption":"true"}})");
    CHECK(put_if({.bucket = {}, .key = {}}));
    CHECK_FALSE(put_if({.bucket = {}, .key = {}, .server_side_encryption = "AES256"}));
    deny_if(R"({"StringEquals":{"s3:x-amz-storage-class":"GLACIER"}})");
    CHECK(put_if({.bucket = {}, .key = {}, .storage_class = "GLACIER"}));
    deny_if(R"({"StringEquals":{"s3:x-amz-acl":"private"}})");
    CHECK(put_if({.bucket = {}, .key = {}, .acl = "private"}));
    deny_if(R"({"StringEquals":{"s3:RequestObjectTag/secret":"yes"}})");
    CHECK(put_if({.bucket = {}, .key = {}, .tagging = "secret=yes"}));
    CHECK_FALSE(put_if({.bucket = {}, .key = {}, .tagging = "secret=no"}));
    deny_if(R"({"ForAnyValue:StringNotEquals":{"s3:RequestObjectTagKeys":["team"]}})");
    CHECK(put_if({.bucket = {}, .key = {}, .tagging = "team=a&other=b"}));
    CHECK_FALSE(put_if({.bucket = {}, .key = {}, .tagging = "team=a"}));
    deny_if(R"({"Null":{"s3:if-none-match":"true"},"StringNotLike":{"s3:x-amz-copy-source":"*"}})");
    CHECK(put_if({.bucket = {}, .key = {}}));
    deny_if(R"({"StringLike":{"s3:x-amz-website-redirect-location":"*"}})");
    CHECK(put_if({.bucket = {}, .key = {}, .website_redirect_location = "/x"}));
  }

  TEST_CASE_FIXTURE(KeysFixture, "of grants in headers") {
    enable_acls();
    const std::string id = id_of(other);
    deny_if(R"({"StringLike":{"s3:x-amz-grant-read":"*"}})");
    CHECK(denied(PutObject{.bucket = "photos", .key = "a", .grant_read = "id=" + id}));
    CHECK_FALSE(denied(PutObject{.bucket = "photos", .key = "a", .grant_read_acp = "id=" + id}));
    CHECK(denied(PutObjectAcl{.bucket = "photos", .key = "a", .grant_read = "id=" + id}));
    CHECK(denied(PutBucketAcl{.bucket = "photos", .grant_read = "id=" + id}));
  }

  TEST_CASE_FIXTURE(KeysFixture, "of a copy") {
    put("a");
    deny_if(R"({"StringEquals":{"s3:x-amz-copy-source":"photos/a"}})");
    CHECK(denied(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"}));
    deny_if(R"({"StringEquals":{"s3:x-amz-metadata-directive":"REPLACE"}})");
    const CopyObject copy{
        .bucket = "photos", .key = "b", .copy_source = "photos/a", .metadata_directive = "REPLACE"};
    CHECK(denied(copy));
  }

  // Amazon S3 User Guide, "Tagging and access control policies".
  TEST_CASE_FIXTURE(KeysFixture, "of the tags that an object has") {
    put("a");
    put("b");
    aws.send(PutObjectTagging{
                 .bucket = "photos", .key = "a", .tagging = {.tag_set = {{"secret", "yes"}}}})
        .value();
    Aws reader = user(kOwn, allow("s3:GetObject"), "ann");
    deny_if(R"({"StringEquals":{"s3:ExistingObjectTag/secret":"yes"}})");
    CHECK(read(reader, "a") == "AccessDenied");
    CHECK(read(reader, "b") == "");
    // To overwrite it is not denied, and nothing that was decided before holds then.
    put("a");
    CHECK(read(reader, "a") == "");
    put("c");
    CHECK_FALSE(denied(CopyObject{.bucket = "photos", .key = "d", .copy_source = "photos/c"}));
  }

  TEST_CASE_FIXTURE(KeysFixture, "of a copy's source, which are the source's own") {
    put("a");
    aws.send(PutObjectTagging{
                 .bucket = "photos", .key = "a", .tagging = {.tag_set = {{"secret", "yes"}}}})
        .value();
    deny_if(R"({"StringEquals":{"s3:ExistingObjectTag/secret":"yes"}})");
    CHECK(denied(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"}));
  }

  TEST_CASE_FIXTURE(KeysFixture, "of a version, also in a batch") {
    put("a");
    deny_if(R"({"StringEquals":{"s3:VersionId":"null"}})");
    CHECK(denied(GetObject{.bucket = "photos", .key = "a", .version_id = "null"}));
    CHECK(denied(DeleteObject{.bucket = "photos", .key = "a", .version_id = "null"}));
    const auto batch = aws.send(DeleteObjects{
        .bucket = "photos", .to_delete = {.objects = {{.key = "a", .version_id = "null"}}}});
    CHECK(batch.value().errors.size() == 1);
    CHECK(read(aws) == "");
  }

  TEST_CASE_FIXTURE(KeysFixture, "of a version: absent where none is named, also in a batch") {
    put("a");
    deny_if(R"({"Null":{"s3:VersionId":"true"}})");
    const auto batch = [&](std::string version_id) {
      return aws
          .send(DeleteObjects{
              .bucket = "photos",
              .to_delete = {.objects = {{.key = "a", .version_id = std::move(version_id)}}}})
          .value();
    };
    CHECK(denied(DeleteObject{.bucket = "photos", .key = "a"}));
    CHECK(batch("").errors.at(0).code == "AccessDenied");
    CHECK(batch("null").errors.empty());
  }

  TEST_CASE_FIXTURE(KeysFixture, "of the account that owns the resource") {
    put("a");
    Aws reader = user(kOwn,
                      allow("s3:*") + R"(,"Condition":{"StringEquals":{"s3:ResourceAccount":")" +
                          kOther + R"("}})",
                      "ann");
    CHECK(read(reader) == "AccessDenied");
    aws.send(iam::PutUserPolicy{
                 .user_name = "ann",
                 .policy_name = "p",
                 .policy_document = document(
                     allow("s3:*") + R"(,"Condition":{"StringEquals":{"aws:ResourceAccount":")" +
                     kOwn + R"("}})")})
        .value();
    CHECK(read(reader) == "");
  }

  TEST_CASE_FIXTURE(AccessFixture, "of a bucket that is to be made") {
    Aws maker = user(kOwn,
                     allow("s3:CreateBucket") +
                         R"(,"Condition":{"StringEquals":{"s3:LocationConstraint":"eu-west-1"}})",
                     "ann");
    const auto make = [&](const char* region) {
      return code(maker.send(CreateBucket{.bucket = "abc",
                                          .create_bucket_configuration = CreateBucketConfiguration{
                                              .location_constraint = region}}));
    };
    CHECK(make("us-west-2") == "AccessDenied");
    CHECK(make("eu-west-1") == "");
  }
}

TEST_SUITE("s3: permissions of versions") {
  // API Reference, "CopyObject" (Permissions).
  TEST_CASE_FIXTURE(AccessFixture, "a copy takes tags along for who may read and write them") {
    put("a");
    aws.send(PutObjectTagging{
                 .bucket = "photos", .key = "a", .tagging = {.tag_set = {{"team", "a"}}}})
        .value();
    Aws copies = user(kOwn,
                      R"("Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],)"
                      R"("Resource":"*")",
                      "ann");
    const CopyObject copy{.bucket = "photos", .key = "b", .copy_source = "photos/a"};
    CHECK(message(copies.send(copy)).find("s3:GetObjectTagging") != std::string::npos);
    put("a");
    CHECK(copies.send(copy).ok());
  }

  // Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
  TEST_CASE_FIXTURE(AccessFixture, "an action on a version is one of its own") {
    put("a");
    Aws current = user(kOwn, allow("s3:GetObject"), "ann");
    Aws versions = user(kOwn, allow("s3:GetObjectVersion"), "bob");
    const GetObject version{.bucket = "photos", .key = "a", .version_id = "null"};
    CHECK(read(current) == "");
    CHECK(code(current.send(version)) == "AccessDenied");
    CHECK(read(versions) == "AccessDenied");
    CHECK(versions.send(version).ok());
    Aws deletes = user(kOwn, allow("s3:DeleteObject"), "cid");
    CHECK(code(deletes.send(DeleteObject{.bucket = "photos", .key = "a", .version_id = "null"})) ==
          "AccessDenied");
    const auto batch = deletes.send(DeleteObjects{
        .bucket = "photos", .to_delete = {.objects = {{.key = "a", .version_id = "null"}}}});
    CHECK(batch.value().errors.size() == 1);
    CHECK(exists("a"));
  }
}

}  // namespace
}  // namespace emu::s3
