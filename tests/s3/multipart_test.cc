// Sources: Amazon S3 API Reference, "CreateMultipartUpload", "UploadPart", "AbortMultipartUpload";
// User Guide, "Uploading and copying objects using multipart upload", "Amazon S3 multipart upload
// limits".
#include <doctest/doctest.h>

#include <chrono>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

const std::string kKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const std::string kKeyMd5 = "KYvwGXoFFJ42a2u2GDWhwQ==";
const std::string kOtherKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDA=";
const std::string kOtherKeyMd5 = "e4IDL0Ua653T1KIokBEAuw==";

TEST_SUITE("s3: multipart uploads") {
  TEST_CASE_FIXTURE(MultipartFixture, "an object is put together of its parts, in order") {
    const auto begun = aws.send(CreateMultipartUpload{.bucket = "photos",
                                                      .key = "film",
                                                      .content_type = "video/mp4",
                                                      .metadata = {{"Seat", "12A"}},
                                                      .storage_class = "STANDARD_IA",
                                                      .tagging = "a=1"})
                           .value();
    CHECK(begun.bucket == "photos");
    CHECK(begun.key == "film");
    CHECK(begun.server_side_encryption == "AES256");
    CHECK(begun.checksum_algorithm == "");
    CHECK_FALSE(exists("film"));

    const auto second = upload(begun.upload_id, 2, "end");
    CHECK(second.etag == "\"7f021a1415b86f2d013b2618fb31ae53\"");
    const auto first = upload(begun.upload_id, 1, full_part('a'));
    CHECK_FALSE(exists("film"));
    const Time begun_at = cloud.now();
    cloud.advance(1min);

    const auto done = complete(begun.upload_id, {{.part_number = 1, .etag = first.etag},
                                                 {.part_number = 2, .etag = second.etag}})
                          .value();
    CHECK(done.etag == "\"cc8f6f16b44b75adde6349ab98aee432-2\"");
    CHECK(done.location == "https://photos.s3.us-east-1.amazonaws.com/film");
    CHECK(done.checksum_type == "FULL_OBJECT");

    const auto read = aws.send(GetObject{.bucket = "photos", .key = "film"}).value();
    CHECK(read.body.view() == std::string(kSmallestPart, 'a') + "end");
    CHECK(read.etag == done.etag);
    CHECK(read.content_type == "video/mp4");
    CHECK(read.metadata.at("seat") == "12A");
    CHECK(read.storage_class == "STANDARD_IA");
    CHECK(read.tag_count == 1);
    // User Guide, "Working with object metadata": the date of the initiation.
    CHECK(read.last_modified == begun_at);
    CHECK(code(parts_of(begun.upload_id)) == errors::kNoSuchUpload);
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a part that comes again takes the place of the one before") {
    const std::string id = begin();
    const auto old = upload(id, 1, "old");
    const auto young = upload(id, 1, "young");
    CHECK(code(complete(id, {{.part_number = 1, .etag = old.etag}})) == errors::kInvalidPart);
    CHECK(complete(id, {{.part_number = 1, .etag = young.etag}}).ok());
    CHECK(body_of("film") == "young");
  }

  TEST_CASE_FIXTURE(MultipartFixture, "an upload that is not there is refused everywhere") {
    const std::string id = begin();
    const auto gone = [&](const std::string& upload_id) {
      CHECK(code(aws.send(part(upload_id, 1, "x"))) == errors::kNoSuchUpload);
      CHECK(code(parts_of(upload_id)) == errors::kNoSuchUpload);
      CHECK(code(complete(upload_id, {{.part_number = 1, .etag = "x"}})) == errors::kNoSuchUpload);
      const auto aborted =
          aws.send(AbortMultipartUpload{.bucket = "photos", .key = "film", .upload_id = upload_id});
      CHECK(aborted.error().code == errors::kNoSuchUpload);
      CHECK(aborted.error().status == 404);
      CHECK(field(aborted.error(), "UploadId") == upload_id);
    };
    gone("unknown");
    aws.send(AbortMultipartUpload{.bucket = "photos", .key = "film", .upload_id = id}).value();
    gone(id);
    // An id is of one key.
    const std::string other = begin({.bucket = {}, .key = "other"});
    gone(other);
  }

  TEST_CASE_FIXTURE(MultipartFixture, "parts have numbers from 1 to 10,000") {
    const std::string id = begin();
    for (const std::int32_t number : {-1, 0, 10'001}) {
      CAPTURE(number);
      const auto refused = aws.send(part(id, number, "x"));
      CHECK(message(refused) == "Part number must be an integer between 1 and 10000, inclusive");
      CHECK(field(refused.error(), "ArgumentName") == "partNumber");
      CHECK(field(refused.error(), "ArgumentValue") == std::to_string(number));
    }
    CHECK(parts_of(id).value().parts.empty());
    CHECK(aws.send(part(id, 10'000, "x")).ok());
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a part that is not what was sent is refused") {
    const std::string id = begin();
    UploadPart in = part(id, 1, "123456789");
    in.content_md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    CHECK(code(aws.send(in)) == "BadDigest");
    in.content_md5 = "?";
    CHECK(code(aws.send(in)) == "InvalidDigest");
    in.content_md5 = {};
    in.checksum_crc32 = "AAAAAA==";
    CHECK(message(aws.send(in)) ==
          "The CRC32 you specified did not match the calculated checksum.");
    in.checksum_crc32 = {};
    in.content_length = 8;
    CHECK(code(aws.send(in)) == "IncompleteBody");
    CHECK(parts_of(id).value().parts.empty());
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a customer's key must come with each part") {
    const auto begun = aws.send(CreateMultipartUpload{.bucket = "photos",
                                                      .key = "film",
                                                      .sse_customer_algorithm = "AES256",
                                                      .sse_customer_key = kKey,
                                                      .sse_customer_key_md5 = kKeyMd5})
                           .value();
    CHECK(begun.server_side_encryption == "");
    CHECK(begun.sse_customer_key_md5 == kKeyMd5);
    UploadPart in = part(begun.upload_id, 1, "secret");
    CHECK(message(aws.send(in)) ==
          "The multipart upload initiate requested encryption. Subsequent part requests must "
          "include the appropriate encryption parameters.");
    in.sse_customer_algorithm = "AES256";
    in.sse_customer_key = kOtherKey;
    in.sse_customer_key_md5 = kOtherKeyMd5;
    CHECK(message(aws.send(in)) ==
          "The provided encryption parameters did not match the ones used originally.");
    in.sse_customer_key = kKey;
    in.sse_customer_key_md5 = kKeyMd5;
    const auto stored = aws.send(in).value();
    CHECK(stored.sse_customer_algorithm == "AES256");
    CHECK(complete(begun.upload_id, {{.part_number = 1, .etag = stored.etag}}).ok());
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "film"})) == "InvalidRequest");

    UploadPart unasked = part(begin(), 1, "x");
    unasked.sse_customer_algorithm = "AES256";
    unasked.sse_customer_key = kKey;
    CHECK(message(aws.send(unasked)) ==
          "The multipart upload initiate did not request encryption. Please resend the request "
          "without sending encryption parameters.");
  }

  TEST_CASE_FIXTURE(MultipartFixture,
                    "what the object cannot have is refused when the upload begins") {
    const auto refused = [&](CreateMultipartUpload in) {
      in.bucket = "photos";
      in.key = "film";
      return code(aws.send(in));
    };
    CHECK(refused({.bucket = "", .key = "", .storage_class = "COLD"}) == "InvalidStorageClass");
    CHECK(refused({.bucket = "", .key = "", .tagging = "a=1&a=2"}) == "InvalidArgument");
    CHECK(refused({.bucket = "", .key = "", .server_side_encryption = "rot13"}) ==
          "InvalidArgument");
    CHECK(refused({.bucket = "", .key = "", .acl = "public-read"}) ==
          "AccessControlListNotSupported");
    CHECK(code(aws.send(CreateMultipartUpload{.bucket = "missing", .key = "film"})) ==
          "NoSuchBucket");
    CHECK(aws.send(ListMultipartUploads{.bucket = "photos"}).value().uploads.empty());
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a bucket with uploads under way can be deleted") {
    upload(begin(), 1, "x");
    CHECK(aws.send(DeleteBucket{.bucket = "photos"}).ok());
    aws.send(CreateBucket{.bucket = "photos"}).value();
    CHECK(aws.send(ListMultipartUploads{.bucket = "photos"}).value().uploads.empty());
  }
}

}  // namespace
}  // namespace emu::s3
