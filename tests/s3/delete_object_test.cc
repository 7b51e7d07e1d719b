// Source: Amazon S3 API Reference, "DeleteObject", "DeleteObjects".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

TEST_SUITE("s3: DeleteObject and DeleteObjects") {
  TEST_CASE_FIXTURE(S3Fixture, "an object is deleted, and again without an error") {
    put("a");
    CHECK(aws.send(DeleteObject{.bucket = "photos", .key = "a"}).ok());
    CHECK_FALSE(exists("a"));
    CHECK(aws.send(DeleteObject{.bucket = "photos", .key = "a"}).ok());
    CHECK(code(aws.send(DeleteObject{.bucket = "nowhere", .key = "a"})) == "NoSuchBucket");
  }

  TEST_CASE_FIXTURE(S3Fixture, "it may be deleted only as it was seen") {
    const std::string etag = put("a").etag;
    put("b", "other");
    CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = "b", .if_match = etag})) ==
          "PreconditionFailed");
    CHECK(exists("b"));
    CHECK(aws.send(DeleteObject{.bucket = "photos", .key = "a", .if_match = etag}).ok());
    CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = "a", .if_match = "*"})) ==
          "PreconditionFailed");
    CHECK(aws.send(DeleteObject{.bucket = "photos", .key = "b", .if_match = "*"}).ok());
  }

  TEST_CASE_FIXTURE(S3Fixture, "many are deleted at once, each for itself") {
    const std::string etag = put("a").etag;
    put("b", "other");
    const auto result =
        aws
            .send(DeleteObjects{
                .bucket = "photos",
                .to_delete = {.objects = {{.key = "a"}, {.key = "b", .etag = etag}, {.key = "c"}}}})
            .value();
    REQUIRE(result.deleted.size() == 2);
    CHECK(result.deleted[0].key == "a");
    CHECK(result.deleted[1].key == "c");
    REQUIRE(result.errors.size() == 1);
    CHECK(result.errors[0].key == "b");
    CHECK(result.errors[0].code == "PreconditionFailed");
    CHECK(exists("b"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "quiet answers tell of failures only") {
    put("a");
    const auto result =
        aws.send(DeleteObjects{.bucket = "photos",
                               .to_delete = {.objects = {{.key = "a"}}, .quiet = true}})
            .value();
    CHECK(result.deleted.empty());
    CHECK_FALSE(exists("a"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "none or more than 1,000 are refused") {
    put("a");
    CHECK(code(aws.send(DeleteObjects{.bucket = "photos"})) == "MalformedXML");
    DeleteObjects many{.bucket = "photos"};
    many.to_delete.objects.assign(1001, {.key = "a"});
    CHECK(code(aws.send(many)) == "MalformedXML");
    CHECK(exists("a"));
  }
}

}  // namespace
}  // namespace emu::s3
