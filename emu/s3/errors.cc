#include "s3/errors.h"

#include <emu/describe.h>
#include <fmt/format.h>

#include <utility>

#include "s3/limits.h"

namespace emu::s3 {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Error make(std::string_view code, std::string_view message, int status, Fields fields = {}) {
  return {.code = std::string(code),
          .message = std::string(message),
          .status = status,
          .fields = std::move(fields)};
}

Error of_bucket(std::string_view code, std::string_view message, int status,
                std::string_view bucket) {
  return make(code, message, status, {{"BucketName", std::string(bucket)}});
}

// S3 puts the ARN of IAM's sentence in quotes.
std::string quote_resource(const std::string& text) {
  constexpr std::string_view kBefore = "on resource: ";
  const auto begin = text.find(kBefore);
  if (begin == text.npos) return text;
  auto end = text.rfind(" because ");
  if (end == text.npos) end = text.rfind(" with an explicit deny");
  const auto arn = begin + kBefore.size();
  if (end == text.npos || end < arn || text[arn] == '"') return text;
  return fmt::format("{}\"{}\"{}", text.substr(0, arn), text.substr(arn, end - arn),
                     text.substr(end));
}

}  // namespace

Error access_denied() { return make("AccessDenied", "Access Denied", 403); }

Error access_denied(const Call& call, const std::string& text) {
  if (call.caller.kind == Caller::Kind::kAnonymous) return access_denied();
  return make("AccessDenied", quote_resource(text), 403);
}

Error public_access_blocked(const Call& call, std::string_view action, std::string_view bucket,
                            std::string_view what, std::string_view setting) {
  return make("AccessDenied",
              fmt::format("User: {} is not authorized to perform: {} on resource: "
                          "\"arn:aws:s3:::{}\" because public {} are prevented by the {} setting "
                          "in S3 Block Public Access.",
                          call.caller.arn, action, bucket, what, setting),
              403);
}

Error invalid_shape(const Call&, const std::vector<Violation>& violations) {
  const Violation& first = violations.front();
  const bool in_payload =
      first.member->location == Location::kBody || first.member->location == Location::kPayload;
  if (in_payload) return malformed_xml();
  return invalid_request(fmt::format("Missing required parameter: {}", first.path));
}

Error no_such_bucket(std::string_view bucket) {
  return of_bucket("NoSuchBucket", "The specified bucket does not exist", 404, bucket);
}

Error permanent_redirect(std::string_view bucket, std::string_view region) {
  return make("PermanentRedirect",
              "The bucket you are attempting to access must be addressed using the specified "
              "endpoint. Please send all future requests to this endpoint.",
              301,
              {{"Endpoint", fmt::format("{}.s3.{}.amazonaws.com", bucket, region)},
               {"Bucket", std::string(bucket)}});
}

Error invalid_bucket_owner(std::string_view account) {
  return make("InvalidBucketOwnerAWSAccountID",
              "The value of the expected bucket owner parameter must be an AWS account ID.", 400,
              {{"ExpectedBucketOwner", std::string(account)}});
}

Error invalid_bucket_name(std::string_view bucket) {
  return of_bucket("InvalidBucketName", "The specified bucket is not valid.", 400, bucket);
}

Error bucket_already_exists(std::string_view bucket) {
  return of_bucket("BucketAlreadyExists",
                   "The requested bucket name is not available. The bucket namespace is shared by "
                   "all users of the system. Please select a different name and try again.",
                   409, bucket);
}

Error bucket_already_owned_by_you(std::string_view bucket) {
  return of_bucket(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.", 409,
      bucket);
}

Error bucket_not_empty(std::string_view bucket) {
  return of_bucket("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, bucket);
}

Error too_many_buckets() {
  return make("TooManyBuckets", "You have attempted to create more buckets than allowed", 400);
}

Error invalid_location_constraint(std::string_view constraint) {
  return make("InvalidLocationConstraint", "The specified location-constraint is not valid", 400,
              {{"LocationConstraint", std::string(constraint)}});
}

Error illegal_location_constraint(std::string_view constraint) {
  return make("IllegalLocationConstraintException",
              fmt::format("The {} location constraint is incompatible for the region specific "
                          "endpoint this request was sent to.",
                          constraint.empty() ? "unspecified" : constraint),
              400);
}

Error bucket_acl_without_acls() {
  return make("InvalidBucketAclWithObjectOwnership",
              "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
              400);
}

Error bucket_acl_public() {
  return make("InvalidBucketAclWithBlockPublicAccessError",
              "Bucket cannot have public ACLs set with BlockPublicAccess enabled", 400);
}

Error no_such_key(std::string_view key) {
  return make("NoSuchKey", "The specified key does not exist.", 404, {{"Key", std::string(key)}});
}

Error invalid_uri(std::string_view key) {
  return make("InvalidURI", "Couldn't parse the specified URI.", 400, {{"URI", std::string(key)}});
}

Error key_too_long(std::size_t size) {
  return make("KeyTooLongError", "Your key is too long", 400,
              {{"Size", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kKeyBytesMax)}});
}

Error entity_too_large(std::uint64_t size) {
  return make(
      "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400,
      {{"ProposedSize", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kPutBytesMax)}});
}

Error incomplete_body() {
  return make("IncompleteBody",
              "You did not provide the number of bytes specified by the Content-Length HTTP header",
              400);
}

Error metadata_too_large(std::size_t size) {
  return make(
      "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400,
      {{"Size", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kMetadataBytesMax)}});
}

Error invalid_storage_class(std::string_view storage_class) {
  return make("InvalidStorageClass", "The storage class you specified is not valid", 400,
              {{"StorageClassRequested", std::string(storage_class)}});
}

Error invalid_redirect_location() {
  return make("InvalidRedirectLocation",
              "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
              400);
}

Error acl_not_supported() {
  return make("AccessControlListNotSupported", "The bucket does not allow ACLs", 400);
}

Error not_implemented_header(std::string_view header, std::string_view message) {
  return make("NotImplemented",
              "A header you provided implies functionality that is not implemented", 501,
              {{"Header", std::string(header)}, {"additionalMessage", std::string(message)}});
}

Error invalid_digest(std::string_view content_md5) {
  return make("InvalidDigest", "The Content-MD5 you specified was invalid.", 400,
              {{"Content-MD5", std::string(content_md5)}});
}

Error bad_content_md5(std::string_view expected, std::string_view calculated) {
  return make(
      "BadDigest", "The Content-MD5 you specified did not match what we received.", 400,
      {{"ExpectedDigest", std::string(expected)}, {"CalculatedDigest", std::string(calculated)}});
}

Error bad_checksum(std::string_view algorithm) {
  return make("BadDigest",
              fmt::format("The {} you specified did not match the calculated checksum.", algorithm),
              400);
}

Error invalid_checksum_header(std::string_view header) {
  return invalid_request(fmt::format("Value for {} header is invalid.", header));
}

Error precondition_failed(std::string_view condition) {
  return make("PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
              412, {{"Condition", std::string(condition)}});
}

Error not_modified() { return make("NotModified", "Not Modified", 304); }

Error invalid_range(std::string_view range, std::uint64_t size) {
  return make("InvalidRange", "The requested range is not satisfiable", 416,
              {{"RangeRequested", std::string(range)}, {"ActualObjectSize", std::to_string(size)}});
}

Error invalid_part_number(std::int32_t requested) {
  return make("InvalidPartNumber", "The requested partnumber is not satisfiable", 416,
              {{"PartNumberRequested", std::to_string(requested)}, {"ActualPartCount", "1"}});
}

Error invalid_argument(std::string_view message, std::string_view name, std::string_view value) {
  return make("InvalidArgument", message, 400,
              {{"ArgumentName", std::string(name)}, {"ArgumentValue", std::string(value)}});
}

Error invalid_request(std::string_view message) { return make("InvalidRequest", message, 400); }

Error invalid_tag(std::string_view message, std::string_view key) {
  return make("InvalidTag", message, 400, {{"TagKey", std::string(key)}});
}

Error too_many_tags(std::string_view whose, std::size_t most) {
  return make("BadRequest", fmt::format("{} tags cannot be greater than {}", whose, most), 400);
}

Error malformed_xml() {
  return make("MalformedXML",
              "The XML you provided was not well-formed or did not validate against our published "
              "schema",
              400);
}

Error malformed_policy(std::string_view message) { return make("MalformedPolicy", message, 400); }

Error invalid_encryption_algorithm(std::string_view algorithm) {
  return make("InvalidEncryptionAlgorithmError",
              "The encryption request you specified is not valid. The valid value is AES256.", 400,
              {{"ArgumentName", "x-amz-server-side-encryption-customer-algorithm"},
               {"ArgumentValue", std::string(algorithm)}});
}

Error no_such_policy(std::string_view bucket) {
  return of_bucket("NoSuchBucketPolicy", "The bucket policy does not exist", 404, bucket);
}

Error no_such_cors(std::string_view bucket) {
  return of_bucket("NoSuchCORSConfiguration", "The CORS configuration does not exist", 404, bucket);
}

Error no_such_website(std::string_view bucket) {
  return of_bucket("NoSuchWebsiteConfiguration",
                   "The specified bucket does not have a website configuration", 404, bucket);
}

Error no_such_public_access_block(std::string_view bucket) {
  return of_bucket("NoSuchPublicAccessBlockConfiguration",
                   "The public access block configuration was not found", 404, bucket);
}

Error no_such_ownership_controls(std::string_view bucket) {
  return of_bucket("OwnershipControlsNotFoundError", "The bucket ownership controls were not found",
                   404, bucket);
}

Error no_such_tag_set(std::string_view bucket) {
  return of_bucket("NoSuchTagSet", "The TagSet does not exist", 404, bucket);
}

Error cors_origin_missing() {
  return make("BadRequest", "Insufficient information. Origin request header needed.", 400);
}

Error cors_method_invalid(std::string_view method) {
  return make(
      "BadRequest",
      fmt::format("Invalid Access-Control-Request-Method: {}", method.empty() ? "null" : method),
      400);
}

Error cors_not_enabled(std::string_view method) {
  return make("AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", 403,
              {{"Method", std::string(method)}, {"ResourceType", "BUCKET"}});
}

// The spelling is AWS's.
Error cors_not_allowed(std::string_view method) {
  return make("AccessForbidden",
              "CORSResponse: This CORS request is not allowed. This is usually because the "
              "evalution of Origin, request method / Access-Control-Request-Method or "
              "Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
              403, {{"Method", std::string(method)}, {"ResourceType", "OBJECT"}});
}

Error method_not_allowed(std::string_view method, std::string_view resource_type) {
  return make("MethodNotAllowed", "The specified method is not allowed against this resource.", 405,
              {{"Method", std::string(method)}, {"ResourceType", std::string(resource_type)}});
}

}  // namespace emu::s3
