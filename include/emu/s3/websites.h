// Static websites out of a bucket.
// Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct RedirectAllRequestsTo {
  std::string host_name;
  std::string protocol = {};  // "http" or "https"; else that of the request
  static void describe(StructureShape<RedirectAllRequestsTo>& s);
};

struct IndexDocument {
  std::string suffix;  // "index.html"; without a slash
  static void describe(StructureShape<IndexDocument>& s);
};

struct ErrorDocument {
  std::string key;
  static void describe(StructureShape<ErrorDocument>& s);
};

// When a routing rule holds; both, when both are there.
struct Condition {
  std::string key_prefix_equals = {};
  std::string http_error_code_returned_equals = {};  // "404"
  static void describe(StructureShape<Condition>& s);
};

struct Redirect {
  std::string host_name = {};
  std::string protocol = {};
  std::string http_redirect_code = {};       // "301" unless given
  std::string replace_key_prefix_with = {};  // not with the next one
  std::string replace_key_with = {};
  static void describe(StructureShape<Redirect>& s);
};

struct RoutingRule {
  std::optional<Condition> condition = {};  // absent: always
  Redirect redirect = {};
  static void describe(StructureShape<RoutingRule>& s);
};

struct WebsiteConfiguration {
  std::optional<IndexDocument> index_document = {};
  std::optional<ErrorDocument> error_document = {};
  std::optional<RedirectAllRequestsTo> redirect_all_requests_to = {};  // stands alone
  std::vector<RoutingRule> routing_rules = {};                         // up to 50
  static void describe(StructureShape<WebsiteConfiguration>& s);
};

// Errors: InvalidArgument, InvalidRequest.
struct PutBucketWebsite {
  static constexpr OperationName kOperation{"s3", "PutBucketWebsite", "PUT", "/{Bucket}?website"};
  using Result = Nothing;
  std::string bucket;
  WebsiteConfiguration website_configuration = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketWebsite>& s);
};

struct GetBucketWebsiteResult {
  std::optional<IndexDocument> index_document = {};
  std::optional<ErrorDocument> error_document = {};
  std::optional<RedirectAllRequestsTo> redirect_all_requests_to = {};
  std::vector<RoutingRule> routing_rules = {};
  static void describe(StructureShape<GetBucketWebsiteResult>& s);
};

// Errors: NoSuchWebsiteConfiguration (404).
struct GetBucketWebsite {
  static constexpr OperationName kOperation{"s3", "GetBucketWebsite", "GET", "/{Bucket}?website"};
  using Result = GetBucketWebsiteResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketWebsite>& s);
};

struct DeleteBucketWebsite {
  static constexpr OperationName kOperation{"s3", "DeleteBucketWebsite", "DELETE",
                                            "/{Bucket}?website", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketWebsite>& s);
};

}  // namespace emu::s3
