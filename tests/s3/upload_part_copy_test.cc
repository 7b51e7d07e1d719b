// Source: Amazon S3 API Reference, "UploadPartCopy".
#include <doctest/doctest.h>

#include "s3/multipart_fixture.h"
#include "support/room.h"

namespace emu::s3 {
namespace {

struct PartCopyFixture : MultipartFixture {
  PartCopyFixture() { put("source", "0123456789"); }

  UploadPartCopy copy(const std::string& id, std::string range = {}) {
    return {.bucket = "photos",
            .key = "film",
            .upload_id = id,
            .part_number = 1,
            .copy_source = "photos/source",
            .copy_source_range = std::move(range)};
  }
};

TEST_SUITE("s3: UploadPartCopy") {
  TEST_CASE_FIXTURE(PartCopyFixture, "a part is taken from an object, whole or in part") {
    const std::string id = begin();
    const auto whole = aws.send(copy(id)).value().copy_part_result;
    CHECK(whole.etag == "\"781e5e245d69b566979b86e28d23f2c7\"");
    CHECK(whole.last_modified == cloud.now());
    CHECK(whole.checksum_crc64nvme == "");
    const auto ranged = aws.send(copy(id, "bytes=2-4")).value().copy_part_result;
    CHECK(complete(id, {{.part_number = 1, .etag = ranged.etag}}).ok());
    CHECK(body_of("film") == "234");
  }

  TEST_CASE_FIXTURE(PartCopyFixture, "it has the checksum that the upload began with") {
    const std::string id = begin({.bucket = {}, .key = {}, .checksum_algorithm = "CRC32"});
    const auto part = aws.send(copy(id)).value().copy_part_result;
    CHECK(part.checksum_crc32 == "poTHxg==");
    CHECK(
        complete(id, {{.part_number = 1, .etag = part.etag, .checksum_crc32 = part.checksum_crc32}})
            .value()
            .checksum_type == "COMPOSITE");
  }

  TEST_CASE_FIXTURE(PartCopyFixture, "a range must be well-formed and lie in the object") {
    const std::string id = begin();
    for (const char* range : {"bytes=2-", "bytes=-3", "2-3", "bytes=3-2", "bytes=0-1,3-4"}) {
      CAPTURE(range);
      const Error error = aws.send(copy(id, range)).error();
      CHECK(error.code == errors::kInvalidArgument);
      CHECK(error.message ==
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first "
            "and last are the zero-based offsets of the first and last bytes to copy");
      CHECK(field(error, "ArgumentName") == "x-amz-copy-source-range");
    }
    CHECK(message(aws.send(copy(id, "bytes=0-10"))) ==
          "Range specified is not valid for source object of size: 10");
    CHECK(parts_of(id).value().parts.empty());
  }

  TEST_CASE_FIXTURE(PartCopyFixture, "source and upload must be there, and conditions hold") {
    const std::string id = begin();
    UploadPartCopy in = copy("unknown");
    CHECK(code(aws.send(in)) == errors::kNoSuchUpload);
    in = copy(id);
    in.copy_source = "photos/missing";
    CHECK(code(aws.send(in)) == errors::kNoSuchKey);
    in = copy(id);
    in.copy_source_if_match = "\"other\"";
    CHECK(code(aws.send(in)) == errors::kPreconditionFailed);
    in = copy(id);
    in.part_number = 0;
    CHECK(code(aws.send(in)) == errors::kInvalidArgument);
  }

  TEST_CASE_FIXTURE(PartCopyFixture,
                    "parts that share their bytes need room when they are joined") {
    put("source", full_part('x'));
    const std::string id = begin();
    std::vector<CompletedPart> parts;
    for (std::int32_t number = 1; number <= 3; ++number) {
      UploadPartCopy in = copy(id);
      in.part_number = number;
      parts.push_back({.part_number = number, .etag = aws.send(in).value().copy_part_result.etag});
    }
    test::Room room(2 * kSmallestPart);
    cloud.world().set_memory_gauge(&room);
    CHECK(code(complete(id, parts)) == "SlowDown");
    CHECK(parts_of(id).value().parts.size() == 3);
    room.bytes = 3 * kSmallestPart;
    CHECK(complete(id, parts).ok());
    cloud.world().set_memory_gauge(nullptr);
  }
}

}  // namespace
}  // namespace emu::s3
