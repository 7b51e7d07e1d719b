// Source: Amazon S3 User Guide, "Categorizing your objects using tags".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

TEST_SUITE("s3: tags") {
  TEST_CASE_FIXTURE(S3Fixture, "an object's tags are put, told and deleted") {
    aws.send(PutObject{.bucket = "photos", .key = "a", .tagging = "team=red&empty="}).value();
    const auto tags = aws.send(GetObjectTagging{.bucket = "photos", .key = "a"}).value().tag_set;
    REQUIRE(tags.size() == 2);
    CHECK(tags[0].key == "team");
    CHECK(tags[0].value == "red");
    CHECK(tags[1].value == "");

    aws.send(
           PutObjectTagging{.bucket = "photos", .key = "a", .tagging = {.tag_set = {{.key = "x"}}}})
        .value();
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().tag_count == 1);
    aws.send(DeleteObjectTagging{.bucket = "photos", .key = "a"}).value();
    CHECK(aws.send(GetObjectTagging{.bucket = "photos", .key = "a"}).value().tag_set.empty());
    CHECK(code(aws.send(GetObjectTagging{.bucket = "photos", .key = "b"})) == "NoSuchKey");
  }

  TEST_CASE_FIXTURE(S3Fixture, "wrong tags are refused") {
    put("a");
    const auto tagged = [&](std::vector<Tag> tags) {
      return code(aws.send(PutObjectTagging{
          .bucket = "photos", .key = "a", .tagging = {.tag_set = std::move(tags)}}));
    };
    CHECK(tagged(std::vector<Tag>(11, Tag{.key = "k"})) == "BadRequest");
    CHECK(tagged({{.key = "k"}, {.key = "k"}}) == "InvalidTag");
    CHECK(tagged({{.key = std::string(129, 'k')}}) == "InvalidTag");
    CHECK(tagged({{.key = "k", .value = std::string(257, 'v')}}) == "InvalidTag");
    CHECK(tagged({{.key = "aws:k"}}) == "InvalidTag");
    CHECK(tagged({{.key = "k", .value = "<>"}}) == "InvalidTag");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "b", .tagging = "a=1&a=2"})) ==
          "InvalidArgument");
    CHECK_FALSE(exists("b"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "buckets have tags too") {
    CHECK(code(aws.send(GetBucketTagging{.bucket = "photos"})) == "NoSuchTagSet");
    aws.send(PutBucketTagging{.bucket = "photos",
                              .tagging = {.tag_set = {{.key = "team", .value = "red"}}}})
        .value();
    CHECK(aws.send(GetBucketTagging{.bucket = "photos"}).value().tag_set[0].value == "red");
    aws.send(DeleteBucketTagging{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketTagging{.bucket = "photos"})) == "NoSuchTagSet");
  }
}

}  // namespace
}  // namespace emu::s3
