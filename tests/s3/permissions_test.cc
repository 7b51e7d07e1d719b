// Sources: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations", "Troubleshoot
// access denied (403 Forbidden) errors in Amazon S3".
#include <doctest/doctest.h>
#include <emu/iam.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

struct UserFixture : S3Fixture {
  // A user with a policy that allows these actions on the bucket and its objects.
  Aws user(const std::string& actions, const std::string& resource = "arn:aws:s3:::photos*",
           const std::string& account = "000000000000") {
    Aws admin = cloud.aws({.account = account});
    admin.send(iam::CreateUser{.user_name = "mary"}).value();
    admin
        .send(iam::PutUserPolicy{
            .user_name = "mary",
            .policy_name = "p",
            .policy_document =
                R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[)" + actions +
                R"(],"Resource":")" + resource + R"("}]})"})
        .value();
    const auto key = admin.send(iam::CreateAccessKey{.user_name = "mary"}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
};

TEST_SUITE("s3: permissions") {
  TEST_CASE_FIXTURE(UserFixture,
                    "a user may do what a policy allows, and is told what it does not") {
    Aws mary = user(R"("s3:PutObject")", "arn:aws:s3:::photos/own/*");
    CHECK(mary.send(PutObject{.bucket = "photos", .key = "own/a"}).ok());
    const auto refused = mary.send(PutObject{.bucket = "photos", .key = "other"});
    CHECK(code(refused) == "AccessDenied");
    CHECK(refused.error().status == 403);
    CHECK(message(refused) ==
          "User: arn:aws:iam::000000000000:user/mary is not authorized to perform: s3:PutObject on "
          "resource: \"arn:aws:s3:::photos/other\" because no identity-based policy allows the "
          "s3:PutObject action");
    CHECK_FALSE(exists("other"));
  }

  TEST_CASE_FIXTURE(UserFixture, "a missing object is told only to who may list the bucket") {
    Aws mary = user(R"("s3:GetObject")");
    const auto hidden = mary.send(GetObject{.bucket = "photos", .key = "a"});
    CHECK(code(hidden) == "AccessDenied");
    CHECK(message(hidden).find("s3:ListBucket") != std::string::npos);
    aws.send(iam::PutUserPolicy{.user_name = "mary",
                                .policy_name = "list",
                                .policy_document =
                                    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                        "Action":"s3:ListBucket","Resource":"arn:aws:s3:::photos"}]})"})
        .value();
    CHECK(code(mary.send(GetObject{.bucket = "photos", .key = "a"})) == "NoSuchKey");
  }

  TEST_CASE_FIXTURE(UserFixture, "a copy needs its source, tags their own permission") {
    put("a");
    Aws mary = user(R"("s3:PutObject")");
    CHECK(code(mary.send(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"})) ==
          "AccessDenied");
    CHECK(message(mary.send(PutObject{.bucket = "photos", .key = "b", .tagging = "a=b"}))
              .find("s3:PutObjectTagging") != std::string::npos);
    CHECK_FALSE(exists("b"));
  }

  // User Guide, "Multipart upload API and permissions".
  TEST_CASE_FIXTURE(UserFixture,
                    "parts need what putting needs, and their lists permissions of their own") {
    put("a");
    Aws mary = user(R"("s3:PutObject")");
    const std::string id =
        mary.send(CreateMultipartUpload{.bucket = "photos", .key = "b"}).value().upload_id;
    const UploadPart part{
        .bucket = "photos", .key = "b", .upload_id = id, .part_number = 1, .body = "x"};
    CHECK(mary.send(part).ok());
    const auto refused = [&](const auto& in) { return message(mary.send(in)); };
    const ListParts parts{.bucket = "photos", .key = "b", .upload_id = id};
    CHECK(refused(parts).find("s3:ListMultipartUploadParts") != std::string::npos);
    CHECK(refused(ListMultipartUploads{.bucket = "photos"}).find("s3:ListBucketMultipartUploads") !=
          std::string::npos);
    CHECK(refused(AbortMultipartUpload{.bucket = "photos", .key = "b", .upload_id = id})
              .find("s3:AbortMultipartUpload") != std::string::npos);
    CHECK(refused(UploadPartCopy{.bucket = "photos",
                                 .key = "b",
                                 .upload_id = id,
                                 .part_number = 2,
                                 .copy_source = "photos/a"})
              .find("s3:GetObject ") != std::string::npos);
    CHECK(aws.send(parts).value().initiator.id == "arn:aws:iam::000000000000:user/mary");
  }

  TEST_CASE_FIXTURE(UserFixture, "many deletions are allowed one by one") {
    put("own/a");
    put("b");
    Aws mary = user(R"("s3:DeleteObject")", "arn:aws:s3:::photos/own/*");
    const auto result =
        mary.send(DeleteObjects{.bucket = "photos",
                                .to_delete = {.objects = {{.key = "own/a"}, {.key = "b"}}}})
            .value();
    REQUIRE(result.errors.size() == 1);
    CHECK(result.errors[0].key == "b");
    CHECK(result.errors[0].code == "AccessDenied");
    CHECK(exists("b"));
    CHECK_FALSE(exists("own/a"));
  }

  // User Guide, "How to perform conditional deletes".
  TEST_CASE_FIXTURE(UserFixture, "a delete on the condition of an ETag reads, too") {
    const std::string etag = put("a").etag;
    Aws mary = user(R"("s3:DeleteObject")");
    const auto refused = mary.send(DeleteObject{.bucket = "photos", .key = "a", .if_match = etag});
    CHECK(message(refused).find("s3:GetObject") != std::string::npos);
    const auto some = mary.send(
        DeleteObjects{.bucket = "photos", .to_delete = {.objects = {{.key = "a", .etag = etag}}}});
    CHECK(some.value().errors.size() == 1);
    CHECK(exists("a"));
    CHECK(mary.send(DeleteObject{.bucket = "photos", .key = "a", .if_match = "*"}).ok());
  }

  TEST_CASE_FIXTURE(UserFixture, "another account needs the consent of the bucket") {
    put("a");
    Aws stranger = user(R"("s3:*")", "*", "111122223333");
    const GetObject read{.bucket = "photos", .key = "a"};
    CHECK(message(stranger.send(read)) == "Access Denied");
    aws.send(PutBucketPolicy{
                 .bucket = "photos",
                 .policy = R"({"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},
                              "Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}})"})
        .value();
    CHECK(stranger.send(read).ok());
  }
}

}  // namespace
}  // namespace emu::s3
