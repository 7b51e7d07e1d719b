// Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3"; API Reference,
// "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload".
#include <doctest/doctest.h>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

// Of a part of 5 MiB of "a", and of "end".
constexpr const char* kFirstCrc32 = "r/zBbw==";
constexpr const char* kLastCrc32 = "APwzsQ==";
constexpr const char* kFirstSha256 = "oplo+tLngqqfIECjXwWtuX7Yl56x9XLIyOp4Y34nXzw=";
constexpr const char* kLastSha256 = "Nh5I0DCPIOMtul+1Yyi68Y1y7wzLQ7hPXCYtKmofxsg=";
constexpr const char* kCompositeSha256 = "CCs1a+1DlLxspT19ARp9eg2ZuO4lvUykB7Orxi45QJg=";

struct ChecksumFixture : MultipartFixture {
  std::string begin_with(const char* algorithm, const char* type = "") {
    return begin({.bucket = {}, .key = {}, .checksum_algorithm = algorithm, .checksum_type = type});
  }
  std::string refusal(const char* algorithm, const char* type) {
    return message(aws.send(CreateMultipartUpload{.bucket = "photos",
                                                  .key = "film",
                                                  .checksum_algorithm = algorithm,
                                                  .checksum_type = type}));
  }
  GetObjectResult read() {
    return aws.send(GetObject{.bucket = "photos", .key = "film", .checksum_mode = "ENABLED"})
        .value();
  }
};

TEST_SUITE("s3: checksums of multipart uploads") {
  TEST_CASE_FIXTURE(ChecksumFixture, "an upload begins with an algorithm and a type that fit") {
    const auto begun =
        aws.send(CreateMultipartUpload{
                     .bucket = "photos", .key = "film", .checksum_algorithm = "SHA256"})
            .value();
    CHECK(begun.checksum_algorithm == "SHA256");
    CHECK(begun.checksum_type == "COMPOSITE");
    const auto type_of = [&](const char* algorithm) {
      const std::string id = begin_with(algorithm);
      return parts_of(id).value().checksum_type;
    };
    CHECK(type_of("CRC32") == "COMPOSITE");
    CHECK(type_of("crc32c") == "COMPOSITE");
    CHECK(type_of("CRC64NVME") == "FULL_OBJECT");
    CHECK(type_of("") == "");

    CHECK(refusal("MD4", "") ==
          "Checksum algorithm provided is unsupported. Please try again with any of the valid "
          "types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    CHECK(refusal("", "FULL_OBJECT") ==
          "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm "
          "header.");
    CHECK(refusal("CRC32", "HALF") == "Value for x-amz-checksum-type header is invalid.");
    CHECK(refusal("SHA1", "FULL_OBJECT") ==
          "The FULL_OBJECT checksum type cannot be used with the sha1 checksum algorithm.");
    CHECK(refusal("CRC64NVME", "COMPOSITE") ==
          "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.");
    CHECK(refusal("CRC32C", "FULL_OBJECT") == "");
  }

  TEST_CASE_FIXTURE(ChecksumFixture, "a composite checksum is of the parts' checksums") {
    const std::string id = begin_with("SHA256");
    UploadPart first = part(id, 1, full_part('a'));
    CHECK(message(aws.send(first)) ==
          "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: "
          "null");
    first.checksum_crc32 = kFirstCrc32;
    CHECK(message(aws.send(first)) ==
          "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: "
          "crc32");
    first.checksum_crc32 = {};
    first.checksum_sha256 = kFirstSha256;
    CHECK(aws.send(first).value().checksum_sha256 == kFirstSha256);
    // With a name alone it is computed, as an SDK would before sending.
    UploadPart last = part(id, 2, "end");
    last.checksum_algorithm = "SHA256";
    CHECK(aws.send(last).value().checksum_sha256 == kLastSha256);
    CHECK(parts_of(id).value().checksum_algorithm == "SHA256");
    CHECK(parts_of(id).value().parts.at(1).checksum_sha256 == kLastSha256);

    std::vector<CompletedPart> parts;
    for (const Part& stored : parts_of(id).value().parts) {
      parts.push_back({.part_number = stored.part_number, .etag = stored.etag});
    }
    CHECK(message(complete(id, parts)) ==
          "The upload was created using a sha256 checksum. The complete request must include the "
          "checksum for each part. It was missing for part 1 in the request.");
    parts[0].checksum_sha256 = kFirstSha256;
    parts[1].checksum_sha256 = kFirstSha256;
    CHECK(code(complete(id, parts)) == errors::kInvalidPart);
    parts[1].checksum_sha256 = kLastSha256;

    CompleteMultipartUpload in = completion(id, parts);
    in.checksum_sha256 = "bad";
    CHECK(message(aws.send(in)) == "Value for x-amz-checksum-sha256 header is invalid.");
    in.checksum_sha256 = std::string(kCompositeSha256) + "-3";
    CHECK(code(aws.send(in)) == errors::kBadDigest);
    in.checksum_sha256 = kFirstSha256;
    CHECK(code(aws.send(in)) == errors::kBadDigest);
    in.checksum_sha256 = {};
    in.checksum_type = "FULL_OBJECT";
    CHECK(message(aws.send(in)) ==
          "The upload was created using the COMPOSITE checksum mode. The complete request must "
          "use the same checksum mode.");
    in.checksum_type = "COMPOSITE";
    in.checksum_sha256 = kCompositeSha256;
    const auto done = aws.send(in).value();
    CHECK(done.checksum_sha256 == std::string(kCompositeSha256) + "-2");
    CHECK(done.checksum_type == "COMPOSITE");
    CHECK(read().checksum_sha256 == done.checksum_sha256);
    CHECK(read().checksum_type == "COMPOSITE");
    const auto listed = aws.send(ListObjectsV2{.bucket = "photos"}).value().contents.at(0);
    CHECK(listed.checksum_algorithm == std::vector<std::string>{"SHA256"});
    CHECK(listed.checksum_type == "COMPOSITE");
    CHECK(aws.send(ListObjectVersions{.bucket = "photos"}).value().versions.at(0).checksum_type ==
          "COMPOSITE");
  }

  TEST_CASE_FIXTURE(ChecksumFixture, "parts with composite checksums have consecutive numbers") {
    const std::string id = begin_with("CRC32");
    UploadPart only = part(id, 2, "end");
    only.checksum_crc32 = kLastCrc32;
    const std::string etag = aws.send(only).value().etag;
    CHECK(code(complete(id, {{.part_number = 2, .etag = etag, .checksum_crc32 = kLastCrc32}})) ==
          errors::kInvalidPartOrder);
  }

  TEST_CASE_FIXTURE(ChecksumFixture,
                    "a checksum of the whole object is joined from those of the parts") {
    const std::string id = begin_with("CRC32", "FULL_OBJECT");
    UploadPart first = part(id, 1, full_part('a'));
    first.checksum_crc32 = kFirstCrc32;
    const std::string first_etag = aws.send(first).value().etag;
    // Parts need not come with one.
    const auto last = upload(id, 2, "end");
    CHECK(last.checksum_crc32 == "");
    CompleteMultipartUpload in = completion(
        id, {{.part_number = 1, .etag = first_etag}, {.part_number = 2, .etag = last.etag}});
    in.checksum_crc64nvme = "AAAAAAAAAAA=";
    CHECK(message(aws.send(in)) ==
          "Checksum Type mismatch occurred, expected checksum Type: crc32, actual checksum Type: "
          "crc64nvme");
    in.checksum_crc64nvme = {};
    in.checksum_crc32 = kFirstCrc32;
    CHECK(code(aws.send(in)) == errors::kBadDigest);
    in.checksum_crc32 = "JZ3nOw==";
    const auto done = aws.send(in).value();
    CHECK(done.checksum_crc32 == "JZ3nOw==");
    CHECK(done.checksum_type == "FULL_OBJECT");
    CHECK(read().checksum_crc32 == "JZ3nOw==");
  }

  TEST_CASE_FIXTURE(ChecksumFixture,
                    "every checksum of the whole object is what putting it whole gives") {
    const Blob whole(full_part('a').str() + "end");
    for (const char* algorithm : {"CRC32", "CRC32C", "CRC64NVME"}) {
      CAPTURE(algorithm);
      const auto put = aws.send(PutObject{.bucket = "photos",
                                          .key = "whole",
                                          .body = whole,
                                          .checksum_algorithm = algorithm})
                           .value();
      const std::string id = begin_with(algorithm, "FULL_OBJECT");
      const auto done =
          complete(id, {{.part_number = 1, .etag = upload(id, 1, full_part('a')).etag},
                        {.part_number = 2, .etag = upload(id, 2, "end").etag}})
              .value();
      CHECK(done.checksum_crc32 == put.checksum_crc32);
      CHECK(done.checksum_crc32c == put.checksum_crc32c);
      CHECK(done.checksum_crc64nvme == put.checksum_crc64nvme);
    }
  }

  // SDKs send CRC32 with the parts of uploads that began without an algorithm.
  TEST_CASE_FIXTURE(ChecksumFixture,
                    "without an algorithm any checksum is verified, and CRC64NVME is kept") {
    const std::string id = begin();
    UploadPart in = part(id, 1, "end");
    in.checksum_crc32 = kFirstCrc32;
    CHECK(code(aws.send(in)) == errors::kBadDigest);
    in.checksum_crc32 = kLastCrc32;
    const auto stored = aws.send(in).value();
    CHECK(stored.checksum_crc32 == kLastCrc32);
    CHECK(stored.checksum_crc64nvme == "");
    CHECK(parts_of(id).value().parts.at(0).checksum_crc32 == "");
    CHECK(parts_of(id).value().checksum_algorithm == "");
    CHECK(code(complete(id,
                        {{.part_number = 1, .etag = stored.etag, .checksum_crc32 = kLastCrc32}})) ==
          errors::kInvalidPart);
    const auto done = complete(id, {{.part_number = 1, .etag = stored.etag}}).value();
    CHECK(done.checksum_crc64nvme == put("whole", "end").checksum_crc64nvme);
    CHECK(done.checksum_type == "FULL_OBJECT");
  }

  TEST_CASE_FIXTURE(ChecksumFixture, "a copy of an object that came in parts is whole") {
    const std::string id = begin_with("SHA256");
    UploadPart in = part(id, 1, "end");
    in.checksum_algorithm = "SHA256";
    const auto stored = aws.send(in).value();
    complete(id,
             {{.part_number = 1, .etag = stored.etag, .checksum_sha256 = stored.checksum_sha256}})
        .value();
    const auto copy = [&](const char* algorithm) {
      return aws
          .send(CopyObject{.bucket = "photos",
                           .key = "copy",
                           .copy_source = "photos/film",
                           .checksum_algorithm = algorithm})
          .value()
          .copy_object_result;
    };
    CHECK(copy("").etag == "\"7f021a1415b86f2d013b2618fb31ae53\"");
    CHECK(copy("").checksum_sha256 == kLastSha256);
    CHECK(copy("").checksum_type == "FULL_OBJECT");
    CHECK(copy("CRC32").checksum_crc32 == kLastCrc32);
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "copy", .part_number = 2})) ==
          errors::kInvalidPartNumber);
  }
}

}  // namespace
}  // namespace emu::s3
