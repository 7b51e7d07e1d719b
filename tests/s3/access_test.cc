// Sources: IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation logic";
// Amazon S3 User Guide, "How Amazon S3 authorizes a request", "Blocking public access to your
// Amazon S3 storage"; API Reference, "PutBucketPolicy", "GetObject" (Permissions).
#include "s3/access.h"

#include <doctest/doctest.h>

#include "s3/access_fixture.h"

namespace emu::s3 {
namespace {

TEST_SUITE("s3: access across accounts") {
  TEST_CASE_FIXTURE(AccessFixture,
                    "a user of another account needs its own policy and the bucket's") {
    put("a");
    Aws allowed = user(kOther, allow("s3:*"), "ann");
    Aws bare = user(kOther, "", "bob");
    CHECK(read(allowed) == "AccessDenied");
    put_policy(statement("Allow", R"({"AWS":"111122223333"})", "s3:GetObject"));
    CHECK(read(allowed) == "");
    CHECK(read(bare) == "AccessDenied");
    // Naming the user does not spare it its own account's permission.
    put_policy(statement("Allow", R"({"AWS":"arn:aws:iam::111122223333:user/bob"})", "s3:*"));
    CHECK(read(bare) == "AccessDenied");
    CHECK(read(allowed) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(AccessFixture, "in the bucket's account either policy lets a user in") {
    put("a");
    Aws by_own = user(kOwn, allow("s3:GetObject"), "ann");
    Aws by_bucket = user(kOwn, "", "bob");
    CHECK(read(by_own) == "");
    CHECK(read(by_bucket) == "AccessDenied");
    put_policy(statement("Allow", R"({"AWS":"arn:aws:iam::000000000000:user/bob"})", "s3:*"));
    CHECK(read(by_bucket) == "");
  }

  TEST_CASE_FIXTURE(AccessFixture, "the root of another account is held to the bucket's policy") {
    put("a", "hello");
    for (const auto& refused :
         {code(other.send(GetObject{.bucket = "photos", .key = "a"})),
          code(other.send(HeadObject{.bucket = "photos", .key = "a"})),
          code(other.send(PutObject{.bucket = "photos", .key = "b"})),
          code(other.send(DeleteObject{.bucket = "photos", .key = "a"})),
          code(other.send(ListObjectsV2{.bucket = "photos"})),
          code(other.send(HeadBucket{.bucket = "photos"})),
          code(other.send(GetBucketLocation{.bucket = "photos"})),
          code(other.send(GetBucketPolicy{.bucket = "photos"})),
          code(other.send(PutBucketPolicy{.bucket = "photos", .policy = kPublicRead})),
          code(other.send(DeletePublicAccessBlock{.bucket = "photos"})),
          code(other.send(DeleteBucket{.bucket = "photos"}))}) {
      CHECK(refused == "AccessDenied");
    }
    put_policy(statement("Allow", R"({"AWS":"arn:aws:iam::111122223333:root"})", "s3:GetObject"));
    CHECK(read(other) == "");
    CHECK(code(other.send(PutObject{.bucket = "photos", .key = "b"})) == "AccessDenied");
    CHECK(body_of("a") == "hello");
  }

  TEST_CASE_FIXTURE(AccessFixture,
                    "no copy, batch or version id leads around the bucket's policy") {
    put("a", "hello");
    other.send(CreateBucket{.bucket = "theirs"}).value();
    CHECK(code(other.send(CopyObject{.bucket = "theirs", .key = "b", .copy_source = "photos/a"})) ==
          "AccessDenied");
    CHECK(code(other.send(CopyObject{
              .bucket = "theirs", .key = "b", .copy_source = "/photos/a%3FversionId"})) ==
          "AccessDenied");
    other.send(PutObject{.bucket = "theirs", .key = "c"}).value();
    CHECK(code(other.send(CopyObject{.bucket = "photos", .key = "a", .copy_source = "theirs/c"})) ==
          "AccessDenied");
    // To ask for many deletions nobody needs a permission, but for each of them.
    const auto batch = other.send(
        DeleteObjects{.bucket = "photos", .to_delete = {.objects = {{.key = "a"}, {.key = "b"}}}});
    REQUIRE(batch.value().errors.size() == 2);
    CHECK(batch.value().errors[0].code == "AccessDenied");
    CHECK(code(other.send(GetObject{.bucket = "photos", .key = "a", .version_id = "null"})) ==
          "AccessDenied");
    CHECK(body_of("a") == "hello");
  }

  TEST_CASE_FIXTURE(AccessFixture, "no key is spelled so that a denial misses it") {
    put("a");
    for (const char* key : {"a:b", "a*b", "a?b", "/a", "a//b", "${aws:username}", "..", "a\nb",
                            "arn:aws:s3:::photos/a", "?versionId=null", "a%2Fb", "ä"}) {
      CAPTURE(key);
      aws.send(DeleteBucketPolicy{.bucket = "photos"}).value();
      put(key);
      put_policy(R"("Effect":"Deny","Principal":"*","Action":"s3:*Object*",)"
                 R"("Resource":"arn:aws:s3:::photos/*")");
      CHECK(read(aws, key) == "AccessDenied");
      CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = key})) == "AccessDenied");
      CHECK(code(aws.send(PutObject{.bucket = "photos", .key = key})) == "AccessDenied");
    }
  }

  // Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors in Amazon S3".
  TEST_CASE_FIXTURE(AccessFixture, "only callers of the bucket's account are told why") {
    put("a");
    Aws stranger = user(kOther, "", "ann");
    Aws own = user(kOwn, "", "bob");
    const GetObject get{.bucket = "photos", .key = "a"};
    CHECK(message(stranger.send(get)) == "Access Denied");
    CHECK(message(other.send(get)) == "Access Denied");
    CHECK(message(nobody.send(get)) == "Access Denied");
    CHECK(message(own.send(get)).find("because no identity-based policy allows") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(AccessFixture, "a denial keeps everyone out, the account's own root too") {
    put("a");
    put_policy(statement("Deny", R"("*")", "s3:*"));
    CHECK(read(aws) == "AccessDenied");
    CHECK(message(aws.send(GetObject{.bucket = "photos", .key = "a"}))
              .find("with an explicit deny in a resource-based policy") != std::string::npos);
    CHECK(code(aws.send(DeleteBucket{.bucket = "photos"})) == "AccessDenied");
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read(other) == "AccessDenied");
    Aws admin = user(kOwn, allow("*"), "ann");
    CHECK(code(admin.send(DeleteBucketPolicy{.bucket = "photos"})) == "AccessDenied");
    // Or nobody could mend it.
    CHECK(aws.send(GetBucketPolicy{.bucket = "photos"}).ok());
    CHECK(aws.send(DeleteBucketPolicy{.bucket = "photos"}).ok());
    CHECK(read(aws) == "");
  }

  // Amazon S3 User Guide, "Bucket policies for Amazon S3" (Principal).
  TEST_CASE_FIXTURE(AccessFixture, "a policy may name an account by its canonical user id") {
    put("a");
    const std::string principal = R"({"CanonicalUser":")" + id_of(other) + R"("})";
    put_policy(statement("Allow", principal, "s3:GetObject"));
    CHECK(read(other) == "");
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    put_policy(statement("Allow", R"("*")", "s3:GetObject") + "},{" +
               statement("Deny", principal, "s3:*"));
    CHECK(read(other) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(AccessFixture, "a policy is its own account's business") {
    put_policy(statement("Allow", R"({"AWS":"111122223333"})", "s3:*"));
    const auto refused = other.send(GetBucketPolicy{.bucket = "photos"});
    CHECK(code(refused) == "MethodNotAllowed");
    CHECK(refused.error().status == 405);
    CHECK(code(other.send(DeleteBucketPolicy{.bucket = "photos"})) == "MethodNotAllowed");
    CHECK(code(other.send(PutBucketPolicy{.bucket = "photos", .policy = kPublicRead})) ==
          "MethodNotAllowed");
  }

  TEST_CASE_FIXTURE(AccessFixture,
                    "a restricted bucket with a public policy serves its own account") {
    put("a");
    publish();
    Aws stranger = user(kOther, allow("s3:*"), "ann");
    Aws own = user(kOwn, "", "bob");
    CHECK(read(stranger) == "");
    aws.send(PutPublicAccessBlock{
                 .bucket = "photos",
                 .public_access_block_configuration = {.restrict_public_buckets = true}})
        .value();
    CHECK(read(stranger) == "AccessDenied");
    CHECK(read(other) == "AccessDenied");
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read(own) == "");
  }

  TEST_CASE_FIXTURE(AccessFixture, "what is missing is told to who may list the bucket") {
    Aws stranger = user(kOther, allow("s3:*"), "ann");
    put_policy(statement("Allow", R"({"AWS":"111122223333"})", "s3:GetObject"));
    CHECK(read(stranger, "none") == "AccessDenied");
    CHECK(message(stranger.send(GetObject{.bucket = "photos", .key = "none"})) == "Access Denied");
    CHECK(read(other, "none") == "AccessDenied");
    put_policy(statement("Allow", R"({"AWS":"111122223333"})", "s3:*"));
    CHECK(read(stranger, "none") == "NoSuchKey");
    CHECK(read(other, "none") == "NoSuchKey");
  }

  TEST_CASE_FIXTURE(AccessFixture,
                    "the owner that is expected is looked at for a copy's source too") {
    put("a");
    const auto copy = [&](const char* expected) {
      return code(aws.send(CopyObject{.bucket = "photos",
                                      .key = "b",
                                      .copy_source = "photos/a",
                                      .expected_source_bucket_owner = expected}));
    };
    CHECK(copy(kOther) == "AccessDenied");
    CHECK(copy(kOwn) == "");
    const std::string owner = kOther;
    for (const auto& refused :
         {code(aws.send(GetBucketAcl{.bucket = "photos", .expected_bucket_owner = owner})),
          code(aws.send(
              PutBucketAcl{.bucket = "photos", .acl = "private", .expected_bucket_owner = owner})),
          code(aws.send(
              GetObjectAcl{.bucket = "photos", .key = "a", .expected_bucket_owner = owner})),
          code(aws.send(PutObjectAcl{
              .bucket = "photos", .key = "a", .acl = "private", .expected_bucket_owner = owner})),
          code(aws.send(ListObjectVersions{.bucket = "photos", .expected_bucket_owner = owner})),
          code(aws.send(DeleteObjects{.bucket = "photos",
          .to_delete = {.objects = {{.key = "a"}}},
          .expected_bucket_owner = owner}))}) {
      CHECK(refused == "AccessDenied");
    }
    CHECK(exists("a"));
  }

  TEST_CASE_FIXTURE(AccessFixture, "a name that another account has taken is told to everybody") {
    Aws user_of_other = user(kOther, allow("s3:*"), "ann");
    CHECK(code(user_of_other.send(CreateBucket{.bucket = "photos"})) == "BucketAlreadyExists");
    CHECK(code(other.send(CreateBucket{.bucket = "photos"})) == "BucketAlreadyExists");
  }

  // A decision that is kept must not outlive what it was made from.
  TEST_CASE_FIXTURE(AccessFixture, "a bucket that changes hands takes no decision along") {
    Aws own = user(kOwn, allow("s3:*"), "ann");
    put("a");
    CHECK(read(own) == "");
    aws.send(DeleteObject{.bucket = "photos", .key = "a"}).value();
    aws.send(DeleteBucket{.bucket = "photos"}).value();
    other.send(CreateBucket{.bucket = "photos"}).value();
    other.send(PutObject{.bucket = "photos", .key = "a"}).value();
    CHECK(read(own) == "AccessDenied");
  }
}

}  // namespace
}  // namespace emu::s3
