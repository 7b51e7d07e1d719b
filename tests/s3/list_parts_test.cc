// Source: Amazon S3 API Reference, "ListParts".
#include <doctest/doctest.h>

#include <chrono>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("s3: ListParts") {
  TEST_CASE_FIXTURE(MultipartFixture, "parts are listed by number, a page at a time") {
    const std::string id = begin({.bucket = {}, .key = {}, .storage_class = "STANDARD_IA"});
    for (const std::int32_t number : {9, 1, 4}) {
      cloud.advance(1s);
      upload(id, number, std::string(static_cast<std::size_t>(number), 'x'));
    }
    const auto all = parts_of(id).value();
    CHECK(all.bucket == "photos");
    CHECK(all.key == "film");
    CHECK(all.upload_id == id);
    CHECK(all.storage_class == "STANDARD_IA");
    CHECK(all.max_parts == 1000);
    CHECK(all.part_number_marker == 0);
    CHECK(all.next_part_number_marker == 9);
    CHECK_FALSE(all.is_truncated);
    CHECK(all.owner.id.size() == 64);
    CHECK(all.initiator.id == all.owner.id);
    REQUIRE(all.parts.size() == 3);
    CHECK(all.parts[1].part_number == 4);
    CHECK(all.parts[1].size == 4);
    CHECK(all.parts[1].last_modified == cloud.now());
    CHECK(all.parts[1].checksum_crc64nvme == "");

    ListParts in{.bucket = "photos", .key = "film", .upload_id = id, .max_parts = 2};
    const auto first = aws.send(in).value();
    CHECK(first.parts.size() == 2);
    CHECK(first.is_truncated);
    CHECK(first.next_part_number_marker == 4);
    in.part_number_marker = first.next_part_number_marker;
    const auto last = aws.send(in).value();
    REQUIRE(last.parts.size() == 1);
    CHECK(last.parts[0].part_number == 9);
    CHECK(last.part_number_marker == 4);
    CHECK_FALSE(last.is_truncated);
  }

  TEST_CASE_FIXTURE(MultipartFixture,
                    "a page has at most 1,000 parts, and its bounds are no less than none") {
    const std::string id = begin();
    ListParts in{.bucket = "photos", .key = "film", .upload_id = id, .max_parts = 5000};
    CHECK(aws.send(in).value().max_parts == 1000);
    CHECK(aws.send(in).value().next_part_number_marker == 0);
    in.max_parts = -1;
    CHECK(message(aws.send(in)) ==
          "Argument max-parts must be an integer between 0 and 2147483647");
    in.max_parts = {};
    in.part_number_marker = -1;
    CHECK(message(aws.send(in)) ==
          "Argument part-number-marker must be an integer between 0 and 2147483647");
  }
}

}  // namespace
}  // namespace emu::s3
