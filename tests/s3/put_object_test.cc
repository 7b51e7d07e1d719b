// Sources: Amazon S3 API Reference, "PutObject"; User Guide, "Working with object metadata",
// "Checking object integrity in Amazon S3".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

TEST_SUITE("s3: PutObject") {
  TEST_CASE_FIXTURE(S3Fixture, "an object is stored with its headers and metadata") {
    const auto stored = aws.send(PutObject{.bucket = "photos",
                                           .key = "a/b.txt",
                                           .body = "hello",
                                           .content_type = "text/plain",
                                           .cache_control = "no-store",
                                           .expires = "tomorrow",
                                           .metadata = {{"Seat", "12A"}}})
                            .value();
    CHECK(stored.etag == "\"5d41402abc4b2a76b9719d911017c592\"");
    CHECK(stored.server_side_encryption == "AES256");
    CHECK(stored.checksum_type == "FULL_OBJECT");

    const auto read = aws.send(GetObject{.bucket = "photos", .key = "a/b.txt"}).value();
    CHECK(read.body.view() == "hello");
    CHECK(read.etag == stored.etag);
    CHECK(read.content_type == "text/plain");
    CHECK(read.cache_control == "no-store");
    CHECK(read.expires == "tomorrow");
    CHECK(read.metadata == std::map<std::string, std::string>{{"seat", "12A"}});
    CHECK(read.content_length == 5);
    CHECK(read.last_modified == cloud.now());
    CHECK(read.storage_class == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "the last write wins, and the body is not copied") {
    const Blob body(std::string(100'000, 'x'));
    put("a", "old");
    put("a", body);
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a"}).value().body.data() == body.data());
  }

  TEST_CASE_FIXTURE(S3Fixture, "an object without a type is binary") {
    put("a");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().content_type ==
          "binary/octet-stream");
  }

  TEST_CASE_FIXTURE(S3Fixture, "S3 computes CRC64NVME unless another checksum is named or given") {
    CHECK(put("a", "123456789").checksum_crc64nvme == "rosUhgp5mIg=");
    const auto named = aws.send(PutObject{.bucket = "photos",
                                          .key = "b",
                                          .body = "123456789",
                                          .checksum_algorithm = "CRC32C"})
                           .value();
    CHECK(named.checksum_crc32c == "4waSgw==");
    CHECK(named.checksum_crc64nvme == "");
    const auto given =
        aws
            .send(PutObject{
                .bucket = "photos", .key = "c", .body = "123456789", .checksum_crc32 = "y/Q5Jg=="})
            .value();
    CHECK(given.checksum_crc32 == "y/Q5Jg==");

    const GetObject plain{.bucket = "photos", .key = "c"};
    CHECK(aws.send(plain).value().checksum_crc32 == "");
    const GetObject checked{.bucket = "photos", .key = "c", .checksum_mode = "ENABLED"};
    CHECK(aws.send(checked).value().checksum_crc32 == "y/Q5Jg==");
    CHECK(aws.send(checked).value().checksum_type == "FULL_OBJECT");
  }

  TEST_CASE_FIXTURE(S3Fixture, "a body that is not what was sent is refused") {
    const auto refused = [&](PutObject in) {
      in.bucket = "photos";
      in.key = "a";
      in.body = "123456789";
      return aws.send(in).error();
    };
    const Error crc = refused({.bucket = "", .key = "", .checksum_crc32 = "AAAAAA=="});
    CHECK(crc.code == "BadDigest");
    CHECK(crc.message == "The CRC32 you specified did not match the calculated checksum.");
    CHECK(refused({.bucket = "", .key = "", .checksum_sha256 = "AAAA"}).message ==
          "Value for x-amz-checksum-sha256 header is invalid.");
    CHECK(refused({.bucket = "", .key = "", .checksum_crc32 = "y/Q5Jg==", .checksum_crc32c = "x"})
              .code == "InvalidRequest");
    CHECK(refused(
              {.bucket = "", .key = "", .checksum_algorithm = "SHA1", .checksum_crc32 = "y/Q5Jg=="})
              .message == "Value for x-amz-sdk-checksum-algorithm header is invalid.");

    const Error md5 = refused({.bucket = "", .key = "", .content_md5 = "1B2M2Y8AsgTpgAmY7PhCfg=="});
    CHECK(md5.code == "BadDigest");
    CHECK(field(md5, "CalculatedDigest") == "JfnnlDI7RTiF9RgfG2JNCw==");
    CHECK(refused({.bucket = "", .key = "", .content_md5 = "?"}).code == "InvalidDigest");
    CHECK(refused({.bucket = "", .key = "", .content_length = 8}).code == "IncompleteBody");
    CHECK_FALSE(exists("a"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "limits hold") {
    const auto refused = [&](const PutObject& in) { return code(aws.send(in)); };
    CHECK(refused({.bucket = "photos", .key = std::string(1025, 'k')}) == "KeyTooLongError");
    CHECK(refused({.bucket = "photos", .key = "\xff"}) == "InvalidURI");
    CHECK(
        refused({.bucket = "photos", .key = "a", .metadata = {{"name", std::string(2045, 'm')}}}) ==
        "MetadataTooLarge");
    CHECK(
        refused({.bucket = "photos", .key = "a", .metadata = {{"name", std::string(2044, 'm')}}}) ==
        "");
    CHECK(refused({.bucket = "photos", .key = "b", .storage_class = "COLD"}) ==
          "InvalidStorageClass");
    CHECK(refused({.bucket = "photos", .key = "b", .website_redirect_location = "there"}) ==
          "InvalidRedirectLocation");
    CHECK(refused({.bucket = "missing", .key = "b"}) == "NoSuchBucket");
    CHECK(refused({.bucket = "photos", .key = ""}) == "InvalidRequest");
    CHECK_FALSE(exists("b"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "a write may ask that nothing, or one version, is replaced") {
    const PutObject fresh{.bucket = "photos", .key = "a", .body = "1", .if_none_match = "*"};
    const auto first = aws.send(fresh).value();
    const auto second = aws.send(fresh);
    CHECK(code(second) == "PreconditionFailed");
    CHECK(second.error().status == 412);
    CHECK(field(second.error(), "Condition") == "If-None-Match");

    const PutObject next{.bucket = "photos", .key = "a", .body = "2", .if_match = first.etag};
    CHECK(aws.send(next).ok());
    CHECK(code(aws.send(next)) == "PreconditionFailed");
    CHECK(body_of("a") == "2");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "b", .if_match = first.etag})) ==
          "NoSuchKey");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "b", .if_none_match = first.etag})) ==
          "NotImplemented");
  }

  TEST_CASE_FIXTURE(S3Fixture, "ACLs are refused, except those that change nothing") {
    const auto with = [&](const char* acl) {
      return aws.send(PutObject{.bucket = "photos", .key = "a", .acl = acl});
    };
    CHECK(code(with("public-read")) == "AccessControlListNotSupported");
    CHECK(message(with("public-read")) == "The bucket does not allow ACLs");
    CHECK_FALSE(exists("a"));
    CHECK(with("bucket-owner-full-control").ok());

    aws.send(PutBucketOwnershipControls{
                 .bucket = "photos",
                 .ownership_controls = {.rules = {{.object_ownership = "ObjectWriter"}}}})
        .value();
    CHECK(code(with("public-read")) == "AccessDenied");
    CHECK(with("bucket-owner-read").ok());
    const auto controls =
        aws.send(GetBucketOwnershipControls{.bucket = "photos"}).value().ownership_controls;
    CHECK(controls.rules.at(0).object_ownership == "ObjectWriter");
    CHECK(code(aws.send(PutBucketOwnershipControls{
              .bucket = "photos",
              .ownership_controls = {.rules = {{.object_ownership = "Nobody"}}}})) ==
          "MalformedXML");
    aws.send(DeleteBucketOwnershipControls{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketOwnershipControls{.bucket = "photos"})) ==
          errors::kOwnershipControlsNotFoundError);
    CHECK(with("bucket-owner-read").ok());
  }

  TEST_CASE_FIXTURE(S3Fixture, "a customer's key is needed again to read") {
    const std::string key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    const auto stored = aws.send(PutObject{.bucket = "photos",
                                           .key = "a",
                                           .body = "secret",
                                           .sse_customer_algorithm = "AES256",
                                           .sse_customer_key = key,
                                           .sse_customer_key_md5 = "KYvwGXoFFJ42a2u2GDWhwQ=="})
                            .value();
    CHECK(stored.server_side_encryption == "");
    CHECK(stored.sse_customer_key_md5 == "KYvwGXoFFJ42a2u2GDWhwQ==");
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "a"})) == "InvalidRequest");
    GetObject read{.bucket = "photos",
                   .key = "a",
                   .sse_customer_algorithm = "AES256",
                   .sse_customer_key = key,
                   .sse_customer_key_md5 = "KYvwGXoFFJ42a2u2GDWhwQ=="};
    CHECK(aws.send(read).value().body.view() == "secret");
    read.sse_customer_key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDA=";
    read.sse_customer_key_md5 = "e4IDL0Ua653T1KIokBEAuw==";
    CHECK(code(aws.send(read)) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(S3Fixture, "encryption with a managed key is told, other methods are refused") {
    const auto stored = aws.send(PutObject{.bucket = "photos",
                                           .key = "a",
                                           .server_side_encryption = "aws:kms",
                                           .sse_kms_key_id = "k"})
                            .value();
    CHECK(stored.server_side_encryption == "aws:kms");
    CHECK(stored.sse_kms_key_id == "k");
    CHECK(code(aws.send(
              PutObject{.bucket = "photos", .key = "a", .server_side_encryption = "rot13"})) ==
          "InvalidArgument");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "a", .sse_kms_key_id = "k"})) ==
          "InvalidArgument");
  }
}

}  // namespace
}  // namespace emu::s3
