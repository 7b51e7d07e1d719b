// What a bucket has one of, kept and given back without an effect here: server access logging,
// transfer acceleration, and who pays for requests. Include <emu/s3.h>.
#pragma once

#include <emu/s3/acl.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// Of delivered logs; kept as they were put.
struct TargetGrant {
  std::optional<Grantee> grantee = {};
  std::string permission = {};  // "FULL_CONTROL", "READ" or "WRITE"
  static void describe(StructureShape<TargetGrant>& s);
};

struct SimplePrefix {
  static void describe(StructureShape<SimplePrefix>& s);
};

struct PartitionedPrefix {
  std::string partition_date_source = {};
  static void describe(StructureShape<PartitionedPrefix>& s);
};

struct TargetObjectKeyFormat {
  std::optional<SimplePrefix> simple_prefix = {};
  std::optional<PartitionedPrefix> partitioned_prefix = {};
  static void describe(StructureShape<TargetObjectKeyFormat>& s);
};

// The target bucket must exist, in the account and region of the logged one.
struct LoggingEnabled {
  std::string target_bucket;
  std::vector<TargetGrant> target_grants = {};
  std::optional<std::string> target_prefix = {};  // required; may be empty
  std::optional<TargetObjectKeyFormat> target_object_key_format = {};
  static void describe(StructureShape<LoggingEnabled>& s);
};

struct BucketLoggingStatus {
  std::optional<LoggingEnabled> logging_enabled = {};
  static void describe(StructureShape<BucketLoggingStatus>& s);
};

// Without LoggingEnabled logging ends. No logs are written.
// Errors: InvalidTargetBucketForLogging, InvalidArgument for grants that cannot hold.
struct PutBucketLogging {
  static constexpr OperationName kOperation{"s3", "PutBucketLogging", "PUT", "/{Bucket}?logging"};
  using Result = Nothing;
  std::string bucket;
  BucketLoggingStatus bucket_logging_status = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketLogging>& s);
};

struct GetBucketLoggingResult {
  std::optional<LoggingEnabled> logging_enabled = {};
  static void describe(StructureShape<GetBucketLoggingResult>& s);
};

struct GetBucketLogging {
  static constexpr OperationName kOperation{"s3", "GetBucketLogging", "GET", "/{Bucket}?logging"};
  using Result = GetBucketLoggingResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketLogging>& s);
};

struct AccelerateConfiguration {
  std::string status = {};
  static void describe(StructureShape<AccelerateConfiguration>& s);
};

// "Enabled" or "Suspended".
// Errors: InvalidRequest for a bucket with a period in its name, MalformedXML.
struct PutBucketAccelerateConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketAccelerateConfiguration", "PUT",
                                            "/{Bucket}?accelerate"};
  using Result = Nothing;
  std::string bucket;
  AccelerateConfiguration accelerate_configuration;
  std::string expected_bucket_owner = {};
  std::string checksum_algorithm = {};
  static void describe(StructureShape<PutBucketAccelerateConfiguration>& s);
};

struct GetBucketAccelerateConfigurationResult {
  std::string status = {};
  std::string request_charged = {};
  static void describe(StructureShape<GetBucketAccelerateConfigurationResult>& s);
};

// The status is empty where none was ever put.
struct GetBucketAccelerateConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketAccelerateConfiguration", "GET",
                                            "/{Bucket}?accelerate"};
  using Result = GetBucketAccelerateConfigurationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  std::string request_payer = {};
  static void describe(StructureShape<GetBucketAccelerateConfiguration>& s);
};

struct RequestPaymentConfiguration {
  std::string payer;
  static void describe(StructureShape<RequestPaymentConfiguration>& s);
};

// "Requester" or "BucketOwner", the default.
// Errors: MalformedXML.
struct PutBucketRequestPayment {
  static constexpr OperationName kOperation{"s3", "PutBucketRequestPayment", "PUT",
                                            "/{Bucket}?requestPayment"};
  using Result = Nothing;
  std::string bucket;
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  RequestPaymentConfiguration request_payment_configuration;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketRequestPayment>& s);
};

struct GetBucketRequestPaymentResult {
  std::string payer = {};
  static void describe(StructureShape<GetBucketRequestPaymentResult>& s);
};

struct GetBucketRequestPayment {
  static constexpr OperationName kOperation{"s3", "GetBucketRequestPayment", "GET",
                                            "/{Bucket}?requestPayment"};
  using Result = GetBucketRequestPaymentResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketRequestPayment>& s);
};

}  // namespace emu::s3
