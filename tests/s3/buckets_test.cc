// Sources: Amazon S3 API Reference, "CreateBucket", "DeleteBucket", "ListBuckets"; User Guide,
// "General purpose bucket naming rules".
#include <doctest/doctest.h>

#include "s3/bucket_name.h"
#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

std::vector<std::string> names(const ListBucketsResult& listed) {
  std::vector<std::string> all;
  for (const Bucket& bucket : listed.buckets) all.push_back(bucket.name);
  return all;
}

TEST_SUITE("s3: buckets") {
  TEST_CASE_FIXTURE(test::Fixture, "a bucket is made, found and deleted") {
    const auto made = aws.send(CreateBucket{.bucket = "photos"}).value();
    CHECK(made.location == "/photos");
    CHECK(made.bucket_arn == "arn:aws:s3:::photos");
    CHECK(aws.send(HeadBucket{.bucket = "photos"}).value().bucket_region == "us-east-1");
    CHECK(aws.send(GetBucketLocation{.bucket = "photos"}).value().location_constraint == "");
    CHECK(aws.send(GetBucketVersioning{.bucket = "photos"}).value().status == "");
    CHECK(aws.send(DeleteBucket{.bucket = "photos"}).ok());
    CHECK(code(aws.send(HeadBucket{.bucket = "photos"})) == "NoSuchBucket");
  }

  TEST_CASE("names follow the rules") {
    for (const char* name : {"abc", "a.b-c", "0aa", "192.168.5", "1.2.3.4.5"}) {
      INFO(name);
      CHECK(is_bucket_name(name));
    }
    for (const char* name :
         {"ab", "Abc", "a_b", "-abc", "abc-", ".abc", "a..b", "192.168.5.4", "xn--abc", "sthree-a",
          "amzn-s3-demo-bucket", "a-s3alias", "a--ol-s3", "a.mrap", "a--x-s3", "a--table-s3"}) {
      INFO(name);
      CHECK_FALSE(is_bucket_name(name));
    }
    CHECK_FALSE(is_bucket_name(std::string(64, 'a')));
    CHECK(is_bucket_name(std::string(63, 'a')));
  }

  TEST_CASE_FIXTURE(test::Fixture, "a wrong name is refused") {
    const auto refused = aws.send(CreateBucket{.bucket = "No"});
    CHECK(code(refused) == "InvalidBucketName");
    CHECK(refused.error().status == 400);
    CHECK(aws.send(ListBuckets{}).value().buckets.empty());
  }

  TEST_CASE_FIXTURE(test::Fixture, "outside us-east-1 the region must be named") {
    Aws ireland = cloud.aws({.region = "eu-west-1"});
    CHECK(message(ireland.send(CreateBucket{.bucket = "abc"})) ==
          "The unspecified location constraint is incompatible for the region specific endpoint "
          "this request was sent to.");
    const auto in = [](std::string region) {
      return CreateBucket{.bucket = "abc",
                          .create_bucket_configuration =
                              CreateBucketConfiguration{.location_constraint = std::move(region)}};
    };
    CHECK(code(ireland.send(in("us-west-2"))) == "IllegalLocationConstraintException");
    CHECK(code(ireland.send(in("us-east-1"))) == "IllegalLocationConstraintException");
    CHECK(message(ireland.send(in("nowhere"))) ==
          "The nowhere location constraint is incompatible for the region specific endpoint this "
          "request was sent to.");
    CHECK(code(aws.send(in("us-east-1"))) == "InvalidLocationConstraint");
    CHECK(code(aws.send(in("nowhere"))) == "InvalidLocationConstraint");
    CHECK(ireland.send(in("EU")).value().location == "http://abc.s3.amazonaws.com/");
    // API Reference, "GetBucketLocation": EU stays what it was asked as.
    CHECK(aws.send(GetBucketLocation{.bucket = "abc"}).value().location_constraint == "EU");
    CHECK(ireland.send(HeadBucket{.bucket = "abc"}).value().bucket_region == "eu-west-1");
    aws.send(CreateBucket{.bucket = "def"}).value();
    CHECK(aws.send(GetBucketLocation{.bucket = "def"}).value().location_constraint == "");
  }

  TEST_CASE_FIXTURE(test::Fixture, "us-east-1 makes buckets anywhere; others are redirected") {
    aws.send(CreateBucket{.bucket = "abc",
                          .create_bucket_configuration =
                              CreateBucketConfiguration{.location_constraint = "eu-west-1"}})
        .value();
    const auto refused = aws.send(HeadBucket{.bucket = "abc"});
    CHECK(code(refused) == "PermanentRedirect");
    CHECK(refused.error().status == 301);
    CHECK(S3Fixture::field(refused.error(), "Endpoint") == "abc.s3.eu-west-1.amazonaws.com");
    CHECK(cloud.aws({.region = "eu-west-1"}).send(HeadBucket{.bucket = "abc"}).ok());
  }

  TEST_CASE_FIXTURE(test::Fixture, "a name is one account's, and in us-east-1 may be made again") {
    aws.send(CreateBucket{.bucket = "abc"}).value();
    CHECK(aws.send(CreateBucket{.bucket = "abc"}).ok());
    const auto foreign = cloud.aws({.account = "111122223333"}).send(CreateBucket{.bucket = "abc"});
    CHECK(code(foreign) == "BucketAlreadyExists");
    CHECK(foreign.error().status == 409);

    const CreateBucket elsewhere{.bucket = "def",
                                 .create_bucket_configuration =
                                     CreateBucketConfiguration{.location_constraint = "eu-west-1"}};
    aws.send(elsewhere).value();
    CHECK(code(aws.send(elsewhere)) == "BucketAlreadyOwnedByYou");
  }

  // API Reference, "CreateBucket" (BucketAlreadyOwnedByYou).
  TEST_CASE_FIXTURE(test::Fixture, "making a bucket again in us-east-1 resets its list") {
    const CreateBucket create{.bucket = "abc", .object_ownership = "ObjectWriter"};
    aws.send(create).value();
    aws.send(PutBucketAcl{.bucket = "abc", .acl = "log-delivery-write"}).value();
    CHECK(aws.send(GetBucketAcl{.bucket = "abc"}).value().grants.size() == 3);
    aws.send(create).value();
    CHECK(aws.send(GetBucketAcl{.bucket = "abc"}).value().grants.size() == 1);
  }

  // User Guide, "Namespaces for general purpose buckets".
  TEST_CASE_FIXTURE(test::Fixture, "a name in the account's own namespace ends as it must") {
    const auto create = [&](const char* name, const char* space) {
      return code(aws.send(CreateBucket{.bucket = name, .bucket_namespace = space}));
    };
    CHECK(create("abc-000000000000-us-east-1-an", "account-regional") == "");
    CHECK(create("abc-111122223333-us-east-1-an", "account-regional") == "InvalidBucketName");
    CHECK(create("abc-000000000000-eu-west-1-an", "account-regional") == "InvalidBucketName");
    CHECK(create("abc", "account-regional") == "InvalidBucketName");
    CHECK(create("abc", "mine") == "InvalidArgument");
    CHECK(create("abc", "global") == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "only an empty bucket can be deleted") {
    put("a");
    const auto refused = aws.send(DeleteBucket{.bucket = "photos"});
    CHECK(code(refused) == "BucketNotEmpty");
    CHECK(refused.error().status == 409);
    CHECK(exists("a"));
  }

  TEST_CASE_FIXTURE(test::Fixture, "buckets are listed by name, in pages, by prefix and region") {
    for (const char* name : {"web-b", "web-a", "logs"}) {
      aws.send(CreateBucket{.bucket = name}).value();
    }
    cloud.aws({.account = "111122223333"}).send(CreateBucket{.bucket = "foreign"}).value();
    aws.send(CreateBucket{.bucket = "web-c",
                          .create_bucket_configuration =
                              CreateBucketConfiguration{.location_constraint = "eu-west-1"}})
        .value();
    const auto all = aws.send(ListBuckets{}).value();
    CHECK(names(all) == std::vector<std::string>{"logs", "web-a", "web-b", "web-c"});
    CHECK(all.owner.id.size() == 64);
    CHECK(all.buckets[3].bucket_region == "eu-west-1");

    const auto first = aws.send(ListBuckets{.max_buckets = 2, .prefix = "web-"}).value();
    CHECK(names(first) == std::vector<std::string>{"web-a", "web-b"});
    const auto second = aws.send(ListBuckets{.max_buckets = 2,
                                             .continuation_token = first.continuation_token,
                                             .prefix = "web-"})
                            .value();
    CHECK(names(second) == std::vector<std::string>{"web-c"});
    CHECK(second.continuation_token == "");
    CHECK(names(aws.send(ListBuckets{.bucket_region = "eu-west-1"}).value()) ==
          std::vector<std::string>{"web-c"});
    CHECK(code(aws.send(ListBuckets{.max_buckets = 0})) == "InvalidArgument");
  }

  TEST_CASE_FIXTURE(S3Fixture, "an unexpected owner is refused") {
    CHECK(code(aws.send(HeadBucket{.bucket = "photos", .expected_bucket_owner = "111122223333"})) ==
          "AccessDenied");
    CHECK(code(aws.send(HeadBucket{.bucket = "photos", .expected_bucket_owner = "me"})) ==
          "InvalidBucketOwnerAWSAccountID");
    CHECK(aws.send(HeadBucket{.bucket = "photos", .expected_bucket_owner = "000000000000"}).ok());
  }

  TEST_CASE_FIXTURE(test::Fixture, "a new bucket takes no ACL but private") {
    CHECK(code(aws.send(CreateBucket{.bucket = "abc", .acl = "public-read"})) ==
          "InvalidBucketAclWithObjectOwnership");
    CHECK(code(aws.send(CreateBucket{
              .bucket = "abc", .acl = "public-read", .object_ownership = "ObjectWriter"})) ==
          "InvalidBucketAclWithBlockPublicAccessError");
    CHECK(aws.send(CreateBucket{.bucket = "abc", .acl = "private"}).ok());
  }
}

}  // namespace
}  // namespace emu::s3
