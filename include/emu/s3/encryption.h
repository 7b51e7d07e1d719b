// How a bucket encrypts new objects: PutBucketEncryption, GetBucketEncryption and
// DeleteBucketEncryption. Include <emu/s3.h>.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// "AES256", "aws:kms" or "aws:kms:dsse"; a key only with the latter two. It is kept as it was sent
// and given in answers: nothing is encrypted.
struct ServerSideEncryptionByDefault {
  std::string sse_algorithm;
  std::string kms_master_key_id = {};
  static void describe(StructureShape<ServerSideEncryptionByDefault>& s);
};

// "SSE-C" refuses new objects under a customer's key; "NONE" takes them.
struct BlockedEncryptionTypes {
  std::vector<std::string> encryption_type = {};
  static void describe(StructureShape<BlockedEncryptionTypes>& s);
};

struct ServerSideEncryptionRule {
  std::optional<ServerSideEncryptionByDefault> apply_server_side_encryption_by_default = {};
  std::optional<bool> bucket_key_enabled = {};
  std::optional<BlockedEncryptionTypes> blocked_encryption_types = {};
  static void describe(StructureShape<ServerSideEncryptionRule>& s);
};

struct ServerSideEncryptionConfiguration {
  std::vector<ServerSideEncryptionRule> rules;
  static void describe(StructureShape<ServerSideEncryptionConfiguration>& s);
};

// Objects that are stored without a method of their own get that of the one rule.
// Errors: MalformedXML, InvalidArgument for a key with AES256.
struct PutBucketEncryption {
  static constexpr OperationName kOperation{"s3", "PutBucketEncryption", "PUT",
                                            "/{Bucket}?encryption"};
  using Result = Nothing;
  std::string bucket;
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  ServerSideEncryptionConfiguration server_side_encryption_configuration;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketEncryption>& s);
};

struct GetBucketEncryptionResult {
  std::optional<ServerSideEncryptionConfiguration> server_side_encryption_configuration = {};
  static void describe(StructureShape<GetBucketEncryptionResult>& s);
};

// Where nothing was put, the answer is AES256, which S3 then uses.
struct GetBucketEncryption {
  static constexpr OperationName kOperation{"s3", "GetBucketEncryption", "GET",
                                            "/{Bucket}?encryption"};
  using Result = GetBucketEncryptionResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketEncryption>& s);
};

// Sets it back to AES256.
struct DeleteBucketEncryption {
  static constexpr OperationName kOperation{"s3", "DeleteBucketEncryption", "DELETE",
                                            "/{Bucket}?encryption", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketEncryption>& s);
};

}  // namespace emu::s3
