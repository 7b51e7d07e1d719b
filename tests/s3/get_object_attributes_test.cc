// Sources: Amazon S3 API Reference, "GetObjectAttributes", "GetObject" (partNumber).
#include <doctest/doctest.h>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

const std::vector<std::string> kAll = {"ETag", "Checksum", "ObjectParts", "StorageClass",
                                       "ObjectSize"};

struct AttributesFixture : MultipartFixture {
  // An object of two parts, whose numbers are 2 and 5 where nothing asks for consecutive ones.
  CompleteMultipartUploadResult make_film(const char* algorithm) {
    const bool composite = *algorithm != '\0';
    const std::string id = begin({.bucket = {}, .key = {}, .checksum_algorithm = algorithm});
    std::vector<CompletedPart> parts;
    for (const auto& [number, body] : std::vector<std::pair<std::int32_t, Blob>>{
             {composite ? 1 : 2, full_part('a')}, {composite ? 2 : 5, Blob("end")}}) {
      UploadPart in = part(id, number, body);
      in.checksum_algorithm = algorithm;
      const auto stored = aws.send(in).value();
      parts.push_back(
          {.part_number = number, .etag = stored.etag, .checksum_crc32 = stored.checksum_crc32});
    }
    return complete(id, parts).value();
  }
};

TEST_SUITE("s3: GetObjectAttributes") {
  TEST_CASE_FIXTURE(AttributesFixture, "what is asked for is told, and no more") {
    const auto stored = put("a", "123456789");
    const auto all =
        aws.send(GetObjectAttributes{.bucket = "photos", .key = "a", .object_attributes = kAll})
            .value();
    CHECK("\"" + all.etag + "\"" == stored.etag);
    CHECK(all.checksum->checksum_crc64nvme == "rosUhgp5mIg=");
    CHECK(all.checksum->checksum_type == "FULL_OBJECT");
    CHECK(all.storage_class == "STANDARD");
    CHECK(all.object_size == 9);
    CHECK(all.last_modified == cloud.now());
    CHECK_FALSE(all.object_parts);

    const auto size =
        aws.send(GetObjectAttributes{
                     .bucket = "photos", .key = "a", .object_attributes = {"ObjectSize"}})
            .value();
    CHECK(size.object_size == 9);
    CHECK(size.etag == "");
    CHECK_FALSE(size.checksum);
    CHECK(size.storage_class == "");
  }

  TEST_CASE_FIXTURE(AttributesFixture, "attributes must be named, and known") {
    put("a");
    GetObjectAttributes in{.bucket = "photos", .key = "a"};
    CHECK(message(aws.send(in)) ==
          "The x-amz-object-attributes header specifying the attributes to be retrieved is either "
          "missing or empty");
    in.object_attributes = {"ETag", "Colour"};
    const Error error = aws.send(in).error();
    CHECK(error.code == errors::kInvalidArgument);
    CHECK(error.message == "Invalid attribute name specified.");
    CHECK(field(error, "ArgumentValue") == "Colour");
    in.key = "missing";
    in.object_attributes = {"ETag"};
    CHECK(code(aws.send(in)) == errors::kNoSuchKey);
  }

  TEST_CASE_FIXTURE(AttributesFixture, "the parts of an object are told when they have checksums") {
    make_film("");
    GetObjectAttributes in{.bucket = "photos", .key = "film", .object_attributes = kAll};
    const auto plain = aws.send(in).value().object_parts.value();
    CHECK(plain.total_parts_count == 2);
    CHECK(plain.parts.empty());
    CHECK_FALSE(plain.max_parts);

    const auto done = make_film("CRC32");
    const auto told = aws.send(in).value();
    CHECK(told.checksum->checksum_crc32 + "-2" == done.checksum_crc32);
    CHECK(told.checksum->checksum_type == "COMPOSITE");
    REQUIRE(told.object_parts->parts.size() == 2);
    CHECK(told.object_parts->total_parts_count == 2);
    CHECK(told.object_parts->max_parts == 1000);
    CHECK(told.object_parts->is_truncated == false);
    CHECK(told.object_parts->next_part_number_marker == 2);
    CHECK(told.object_parts->parts[0].size == static_cast<std::int64_t>(kSmallestPart));
    CHECK(told.object_parts->parts[1].size == 3);
    CHECK(told.object_parts->parts[1].checksum_crc32 == "APwzsQ==");

    in.max_parts = 1;
    const auto first = aws.send(in).value().object_parts.value();
    CHECK(first.parts.size() == 1);
    CHECK(first.is_truncated == true);
    in.part_number_marker = first.next_part_number_marker;
    const auto last = aws.send(in).value().object_parts.value();
    REQUIRE(last.parts.size() == 1);
    CHECK(last.parts[0].part_number == 2);
    CHECK(last.parts[0].size == 3);
    CHECK(last.part_number_marker == 1);
    CHECK(last.is_truncated == false);
  }
}

TEST_SUITE("s3: part numbers in reads") {
  TEST_CASE_FIXTURE(AttributesFixture, "a part is read by its place") {
    const auto done = make_film("");
    GetObject in{.bucket = "photos", .key = "film", .part_number = 2};
    const auto last = aws.send(in).value();
    CHECK(last.body.view() == "end");
    CHECK(last.status_code == 206);
    CHECK(last.content_range == "bytes 5242880-5242882/5242883");
    CHECK(last.parts_count == 2);
    CHECK(last.etag == done.etag);
    in.part_number = 1;
    CHECK(aws.send(in).value().body.size() == kSmallestPart);
    const auto head =
        aws.send(HeadObject{.bucket = "photos", .key = "film", .part_number = 1}).value();
    CHECK(head.content_length == static_cast<std::int64_t>(kSmallestPart));
    CHECK(head.parts_count == 2);
    CHECK_FALSE(aws.send(HeadObject{.bucket = "photos", .key = "film"}).value().parts_count);

    in.part_number = 3;
    const Error error = aws.send(in).error();
    CHECK(error.code == errors::kInvalidPartNumber);
    CHECK(error.status == 416);
    CHECK(field(error, "ActualPartCount") == "2");
    CHECK(field(error, "PartNumberRequested") == "3");
  }

  TEST_CASE_FIXTURE(AttributesFixture,
                    "a part has its own checksum where the object's is composite") {
    make_film("CRC32");
    GetObject in{.bucket = "photos", .key = "film", .checksum_mode = "ENABLED", .part_number = 2};
    CHECK(aws.send(in).value().checksum_crc32 == "APwzsQ==");
    CHECK(aws.send(in).value().checksum_type == "COMPOSITE");
    in.checksum_mode = {};
    CHECK(aws.send(in).value().checksum_crc32 == "");
    make_film("");
    in.checksum_mode = "ENABLED";
    CHECK(aws.send(in).value().checksum_crc64nvme == "");
  }
}

}  // namespace
}  // namespace emu::s3
