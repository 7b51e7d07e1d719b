// Sources: Amazon S3 API Reference, "PutBucketEncryption", "GetBucketEncryption"; User Guide,
// "Setting default server-side encryption behavior for Amazon S3 buckets", "Using server-side
// encryption with customer-provided keys (SSE-C)", "Blocking or unblocking SSE-C for a general
// purpose bucket".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

constexpr const char* kKmsKey = "arn:aws:kms:us-east-1:000000000000:key/1234abcd";
// 32 bytes, and their MD5.
constexpr const char* kSecret = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";
constexpr const char* kSecretMd5 = "dnF5x6K/8ZZRzpfSlMMM+w==";

struct EncryptionFixture : S3Fixture {
  Result<Nothing> set(ServerSideEncryptionRule rule) {
    return aws.send(PutBucketEncryption{.bucket = "photos",
                                        .server_side_encryption_configuration = {.rules = {rule}}});
  }
  ServerSideEncryptionRule rule() {
    return aws.send(GetBucketEncryption{.bucket = "photos"})
        .value()
        .server_side_encryption_configuration->rules.front();
  }
  static ServerSideEncryptionRule by_default(std::string algorithm, std::string key = {}) {
    return {.apply_server_side_encryption_by_default = ServerSideEncryptionByDefault{
                .sse_algorithm = std::move(algorithm), .kms_master_key_id = std::move(key)}};
  }
  static PutObject with_secret(std::string key = kSecret, std::string md5 = kSecretMd5) {
    return {.bucket = "photos",
            .key = "secret",
            .body = "hi",
            .sse_customer_algorithm = "AES256",
            .sse_customer_key = std::move(key),
            .sse_customer_key_md5 = std::move(md5)};
  }
};

TEST_SUITE("s3: encryption of buckets") {
  TEST_CASE_FIXTURE(EncryptionFixture, "a bucket encrypts by AES256 until something else is put") {
    CHECK(rule().apply_server_side_encryption_by_default->sse_algorithm == "AES256");
    CHECK(rule().bucket_key_enabled == false);
    CHECK(put("a").server_side_encryption == "AES256");

    auto by_kms = by_default("aws:kms", kKmsKey);
    by_kms.bucket_key_enabled = true;
    set(by_kms).value();
    CHECK(rule().apply_server_side_encryption_by_default->kms_master_key_id == kKmsKey);
    const auto stored = put("b");
    CHECK(stored.server_side_encryption == "aws:kms");
    CHECK(stored.sse_kms_key_id == kKmsKey);
    CHECK(stored.bucket_key_enabled == true);
    const auto head = aws.send(HeadObject{.bucket = "photos", .key = "b"}).value();
    CHECK(head.sse_kms_key_id == kKmsKey);

    aws.send(DeleteBucketEncryption{.bucket = "photos"}).value();
    CHECK(rule().apply_server_side_encryption_by_default->sse_algorithm == "AES256");
    const auto plain = put("c");
    CHECK(plain.server_side_encryption == "AES256");
    CHECK_FALSE(plain.bucket_key_enabled);
  }

  TEST_CASE_FIXTURE(EncryptionFixture, "what a request asks for goes before the default") {
    set(by_default("aws:kms:dsse", kKmsKey)).value();
    const auto plain =
        aws.send(PutObject{.bucket = "photos", .key = "a", .server_side_encryption = "AES256"})
            .value();
    CHECK(plain.server_side_encryption == "AES256");
    CHECK(plain.sse_kms_key_id == "");
    // A copy is encrypted as its bucket does, not as its source is.
    const auto copy =
        aws.send(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"}).value();
    CHECK(copy.server_side_encryption == "aws:kms:dsse");
    CHECK(copy.sse_kms_key_id == kKmsKey);
  }

  TEST_CASE_FIXTURE(EncryptionFixture, "configurations that cannot hold are refused") {
    CHECK(message(set(by_default("AES256", kKmsKey))) ==
          "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or "
          "aws:kms:dsse");
    CHECK(code(set({})) == "MalformedXML");
    CHECK(code(set(by_default("rot13"))) == "MalformedXML");
    CHECK(code(aws.send(PutBucketEncryption{
              .bucket = "photos",
              .server_side_encryption_configuration = {
                  .rules = {by_default("AES256"), by_default("AES256")}}})) == "MalformedXML");
    CHECK(rule().apply_server_side_encryption_by_default->sse_algorithm == "AES256");
  }

  TEST_CASE_FIXTURE(EncryptionFixture, "a customer's key can be blocked, and let in again") {
    CHECK(aws.send(with_secret()).ok());
    set({.blocked_encryption_types = BlockedEncryptionTypes{.encryption_type = {"SSE-C"}}}).value();
    CHECK(rule().apply_server_side_encryption_by_default->sse_algorithm == "AES256");
    CHECK(rule().blocked_encryption_types->encryption_type == std::vector<std::string>{"SSE-C"});
    const auto refused = aws.send(with_secret());
    CHECK(code(refused) == "AccessDenied");
    CHECK(refused.error().status == 403);
    // What was stored before can still be read.
    CHECK(aws.send(GetObject{.bucket = "photos",
                             .key = "secret",
                             .sse_customer_algorithm = "AES256",
                             .sse_customer_key = kSecret,
                             .sse_customer_key_md5 = kSecretMd5})
              .ok());
    set({.blocked_encryption_types = BlockedEncryptionTypes{.encryption_type = {"NONE"}}}).value();
    CHECK(aws.send(with_secret()).ok());
  }

  TEST_CASE_FIXTURE(EncryptionFixture, "a customer's key is checked before anything is stored") {
    struct Case {
      const char* algorithm;
      const char* key;
      const char* md5;
      const char* refusal;
    };
    const Case cases[] = {
        {"", kSecret, kSecretMd5,
         "Requests specifying Server Side Encryption with Customer provided keys must provide a "
         "valid encryption algorithm."},
        {"AES512", kSecret, kSecretMd5,
         "The encryption request you specified is not valid. The valid value is AES256."},
        {"AES256", "", kSecretMd5,
         "Requests specifying Server Side Encryption with Customer provided keys must provide an "
         "appropriate secret key."},
        {"AES256", kSecret, "",
         "Requests specifying Server Side Encryption with Customer provided keys must provide the "
         "client calculated MD5 of the secret key."},
        {"AES256", "c2hvcnQ=", kSecretMd5,
         "The secret key was invalid for the specified algorithm."},
        {"AES256", kSecret, "XUFAKrxLKna5cZ2REBfFkg==",
         "The calculated MD5 hash of the key did not match the hash that was provided."},
    };
    for (const Case& each : cases) {
      PutObject wrong = with_secret(each.key, each.md5);
      wrong.sse_customer_algorithm = each.algorithm;
      CHECK(message(aws.send(wrong)) == each.refusal);
    }
    CHECK_FALSE(exists("secret"));
  }

  TEST_CASE_FIXTURE(EncryptionFixture,
                    "an encryption context is a JSON object of texts in Base64") {
    PutObject request{.bucket = "photos",
                      .key = "a",
                      .server_side_encryption = "aws:kms",
                      .sse_kms_encryption_context = "eyJhIjoxfQ=="};  // {"a":1}
    CHECK(code(aws.send(request)) == "InvalidArgument");
    request.sse_kms_encryption_context = "eyJhIjoiYiJ9";  // {"a":"b"}
    CHECK(aws.send(request).value().sse_kms_encryption_context == "eyJhIjoiYiJ9");
  }
}

}  // namespace
}  // namespace emu::s3
