// Cross-origin resource sharing: which pages of other origins may use a bucket.
// Source: Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct CorsRule {
  std::string id = {};                            // up to 255 characters
  std::vector<std::string> allowed_headers = {};  // each with at most one *
  std::vector<std::string> allowed_methods = {};  // GET, PUT, HEAD, POST, DELETE
  std::vector<std::string> allowed_origins = {};  // each with at most one *
  std::vector<std::string> expose_headers = {};
  std::optional<std::int32_t> max_age_seconds = {};
  static void describe(StructureShape<CorsRule>& s);
};

struct CorsConfiguration {
  std::vector<CorsRule> cors_rules = {};  // 1 to 100; the first that fits decides
  static void describe(StructureShape<CorsConfiguration>& s);
};

// Replaces the rules of a bucket. Errors: InvalidRequest, MalformedXML.
struct PutBucketCors {
  static constexpr OperationName kOperation{"s3", "PutBucketCors", "PUT", "/{Bucket}?cors"};
  using Result = Nothing;
  std::string bucket;
  CorsConfiguration cors_configuration = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketCors>& s);
};

struct GetBucketCorsResult {
  std::vector<CorsRule> cors_rules = {};
  static void describe(StructureShape<GetBucketCorsResult>& s);
};

// Errors: NoSuchCORSConfiguration (404).
struct GetBucketCors {
  static constexpr OperationName kOperation{"s3", "GetBucketCors", "GET", "/{Bucket}?cors"};
  using Result = GetBucketCorsResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketCors>& s);
};

struct DeleteBucketCors {
  static constexpr OperationName kOperation{"s3", "DeleteBucketCors", "DELETE", "/{Bucket}?cors",
                                            204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketCors>& s);
};

}  // namespace emu::s3
