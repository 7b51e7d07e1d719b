// Source: Amazon S3 API Reference, "CopyObject".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("s3: CopyObject") {
  TEST_CASE_FIXTURE(S3Fixture, "a copy has the body, headers and metadata of its source") {
    aws.send(PutObject{.bucket = "photos",
                       .key = "a b",
                       .body = "hello",
                       .content_type = "text/plain",
                       .metadata = {{"seat", "12A"}},
                       .storage_class = "STANDARD_IA",
                       .tagging = "k=v"})
        .value();
    cloud.advance(1min);
    const auto copied =
        aws.send(CopyObject{.bucket = "photos", .key = "c", .copy_source = "photos/a%20b"}).value();
    CHECK(copied.copy_object_result.etag == "\"5d41402abc4b2a76b9719d911017c592\"");
    CHECK(copied.copy_object_result.last_modified == cloud.now());
    CHECK(copied.copy_object_result.checksum_crc64nvme != "");
    const auto read = aws.send(GetObject{.bucket = "photos", .key = "c"}).value();
    CHECK(read.body.view() == "hello");
    CHECK(read.content_type == "text/plain");
    CHECK(read.metadata.at("seat") == "12A");
    CHECK(read.tag_count == 1);
    CHECK(read.storage_class == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "REPLACE takes headers, metadata and tags of the request") {
    aws.send(PutObject{.bucket = "photos",
                       .key = "a",
                       .content_type = "text/plain",
                       .metadata = {{"seat", "12A"}},
                       .tagging = "k=v"})
        .value();
    aws.send(CopyObject{.bucket = "photos",
                        .key = "c",
                        .copy_source = "/photos/a",
                        .metadata_directive = "REPLACE",
                        .metadata = {{"row", "7"}},
                        .tagging_directive = "REPLACE"})
        .value();
    const auto read = aws.send(GetObject{.bucket = "photos", .key = "c"}).value();
    CHECK(read.content_type == "binary/octet-stream");
    CHECK(read.metadata == std::map<std::string, std::string>{{"row", "7"}});
    CHECK_FALSE(read.tag_count);
  }

  TEST_CASE_FIXTURE(S3Fixture, "a copy onto itself must change something") {
    put("a");
    CopyObject self{.bucket = "photos", .key = "a", .copy_source = "photos/a"};
    CHECK(code(aws.send(self)) == "InvalidRequest");
    self.storage_class = "GLACIER_IR";
    CHECK(aws.send(self).ok());
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().storage_class ==
          "GLACIER_IR");
    self.storage_class = "";
    self.metadata_directive = "REPLACE";
    CHECK(aws.send(self).ok());
  }

  // Texts as recorded from AWS.
  TEST_CASE_FIXTURE(S3Fixture, "the source is read as a form is written, or refused") {
    put("a b", "spaced");
    put("a+b", "plus");
    const auto copy = [&](std::string source) {
      return aws.send(CopyObject{.bucket = "photos", .key = "c", .copy_source = std::move(source)});
    };
    copy("photos/a+b").value();
    CHECK(body_of("c") == "spaced");
    copy("/photos/a%2Bb").value();
    CHECK(body_of("c") == "plus");

    const auto text = [&](std::string source) {
      const auto refused = copy(std::move(source));
      CHECK(code(refused) == "InvalidArgument");
      CHECK(field(refused.error(), "ArgumentName") == "x-amz-copy-source");
      return refused.error().message;
    };
    CHECK(text("photos") == "Invalid copy source object key");
    CHECK(text("photos/") == "Invalid copy source object key");
    CHECK(text("/") == "Invalid copy source bucket name");
    CHECK(text("B/a") == "Invalid copy source bucket name");
    CHECK(text("photos/%zz") == "Invalid copy source encoding");
    CHECK(body_of("c") == "plus");
  }

  TEST_CASE_FIXTURE(S3Fixture, "conditions on the source and on the target") {
    const std::string etag = put("a", "1").etag;
    put("b", "2");
    const auto outcome = [&](CopyObject in) {
      in.bucket = "photos";
      in.key = "c";
      in.copy_source = "photos/a";
      return code(aws.send(in));
    };
    const auto empty = [] { return CopyObject{.bucket = "", .key = "", .copy_source = ""}; };
    CopyObject in = empty();
    in.copy_source_if_none_match = etag;
    CHECK(outcome(in) == "PreconditionFailed");
    in = empty();
    in.copy_source_if_match = "\"no\"";
    CHECK(outcome(in) == "PreconditionFailed");
    in.copy_source_if_match = etag;
    in.copy_source_if_unmodified_since = cloud.now() - 1h;
    CHECK(outcome(in) == "");
    in = empty();
    in.copy_source_if_modified_since = cloud.now();
    CHECK(outcome(in) == "PreconditionFailed");
    in = empty();
    in.if_none_match = "*";
    CHECK(outcome(in) == "PreconditionFailed");
    in = empty();
    in.if_match = etag;
    CHECK(outcome(in) == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "sources that are none are refused") {
    const auto from = [&](const char* source) {
      return code(aws.send(CopyObject{.bucket = "photos", .key = "c", .copy_source = source}));
    };
    CHECK(from("photos") == "InvalidArgument");
    CHECK(from("photos/%zz") == "InvalidArgument");
    CHECK(from("photos/missing") == "NoSuchKey");
    CHECK(from("nowhere/a") == "NoSuchBucket");
    put("a");
    CHECK(from("photos/a?versionId=null") == "");
    CHECK(from("photos/a?versionId=7") == "InvalidArgument");
    CHECK(code(aws.send(CopyObject{.bucket = "photos",
                                   .key = "c",
                                   .copy_source = "photos/a",
                                   .metadata_directive = "KEEP"})) == "InvalidArgument");
  }
}

}  // namespace
}  // namespace emu::s3
