#include "s3/errors.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "s3/arn.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

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

// Whether some bucket could be called so, be it by the rules of before 2018, which had capital
// letters and underscores.
bool may_name_bucket(std::string_view name) {
  constexpr std::size_t kOldLengthMax = 255;
  return name.size() >= kBucketNameLengthMin && name.size() <= kOldLengthMax &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == '_'; });
}

}  // namespace

Error make_error(std::string_view code, std::string_view message, int status, ErrorFields fields) {
  return {.code = std::string(code),
          .message = std::string(message),
          .status = status,
          .fields = std::move(fields)};
}

Error bucket_error(std::string_view code, std::string_view message, int status,
                   std::string_view bucket) {
  return make_error(code, message, status, {{"BucketName", std::string(bucket)}});
}

Error access_denied() { return make_error("AccessDenied", "Access Denied", 403); }

Error access_denied(const Call& call, const std::string& text) {
  if (call.caller.kind == Caller::Kind::kAnonymous) return access_denied();
  return make_error("AccessDenied", quote_resource(text), 403);
}

Error public_access_blocked(const Call& call, std::string_view action, std::string_view bucket,
                            std::string_view what, std::string_view setting) {
  return make_error(
      "AccessDenied",
      fmt::format("User: {} is not authorized to perform: {} on resource: "
                  "\"{}\" because public {} are prevented by the {} setting in S3 Block Public "
                  "Access.",
                  call.caller.arn, action, bucket_arn_of(bucket), what, setting),
      403);
}

Error invalid_shape(const Call& call, const std::vector<Violation>& violations) {
  const Violation& first = violations.front();
  const bool in_payload =
      first.member->location == Location::kBody || first.member->location == Location::kPayload;
  if (in_payload) return is_about_acl(call.operation) ? malformed_acl() : malformed_xml();
  return invalid_request(fmt::format("Missing required parameter: {}", first.path));
}

Error bucket_acl_without_acls() {
  return make_error(
      "InvalidBucketAclWithObjectOwnership",
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting", 400);
}

Error no_such_bucket(std::string_view bucket) {
  if (!may_name_bucket(bucket)) {
    return bucket_error("InvalidBucketName", "The specified bucket is not valid.", 400, bucket);
  }
  return bucket_error("NoSuchBucket", "The specified bucket does not exist", 404, bucket);
}

Error no_such_key(std::string_view key) {
  return make_error("NoSuchKey", "The specified key does not exist.", 404,
                    {{"Key", std::string(key)}});
}

Error no_such_version(std::string_view key, std::string_view version_id) {
  return make_error("NoSuchVersion", "The specified version does not exist.", 404,
                    {{"Key", std::string(key)}, {"VersionId", std::string(version_id)}});
}

Error invalid_uri(std::string_view key) {
  return make_error("InvalidURI", "Couldn't parse the specified URI.", 400,
                    {{"URI", std::string(key)}});
}

Error not_implemented_header(std::string_view header, std::string_view message) {
  Error error = make_error("NotImplemented",
                           "A header you provided implies functionality that is not implemented",
                           501, {{"Header", std::string(header)}});
  if (!message.empty()) error.fields.emplace_back("additionalMessage", message);
  return error;
}

Error entity_too_large() {
  return make_error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400);
}

Error entity_too_large(std::uint64_t proposed, std::uint64_t most) {
  Error error = entity_too_large();
  error.fields = {{"ProposedSize", std::to_string(proposed)},
                  {"MaxSizeAllowed", std::to_string(most)}};
  return error;
}

Error precondition_failed(std::string_view condition) {
  return make_error("PreconditionFailed",
                    "At least one of the pre-conditions you specified did not hold", 412,
                    {{"Condition", std::string(condition)}});
}

Error invalid_argument(std::string_view message, std::string_view name, std::string_view value) {
  return make_error("InvalidArgument", message, 400,
                    {{"ArgumentName", std::string(name)}, {"ArgumentValue", std::string(value)}});
}

Error wrong_continuation_token(std::string_view token) {
  return invalid_argument("The continuation token provided is incorrect", "continuation-token",
                          token);
}

Error invalid_request(std::string_view message) {
  return make_error("InvalidRequest", message, 400);
}

Error malformed_xml() {
  return make_error(
      "MalformedXML",
      "The XML you provided was not well-formed or did not validate against our published "
      "schema",
      400);
}

bool is_about_acl(const Operation& operation) { return operation.name.uri.ends_with("?acl"); }

Error malformed_acl() {
  Error error = malformed_xml();
  error.code = "MalformedACLError";
  return error;
}

Error malformed_policy(std::string_view message) {
  return make_error("MalformedPolicy", message, 400);
}

Error no_such_website(std::string_view bucket) {
  return bucket_error("NoSuchWebsiteConfiguration",
                      "The specified bucket does not have a website configuration", 404, bucket);
}

Status check_rule_id(std::string_view id, std::string_view element) {
  if (id.size() <= kRuleIdLengthMax) return {};
  return invalid_argument("ID length should not exceed allowed limit of 255", element, id);
}

Error repeated_rule_id(std::string_view id) {
  return invalid_argument("Rule ID must be unique. Found same ID for more than one rule", "ID", id);
}

Error cors_origin_missing() {
  return make_error("BadRequest", "Insufficient information. Origin request header needed.", 400);
}

Error cors_method_invalid(std::string_view method) {
  return make_error(
      "BadRequest",
      fmt::format("Invalid Access-Control-Request-Method: {}", method.empty() ? "null" : method),
      400);
}

Error cors_not_enabled(std::string_view method) {
  return make_error("AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", 403,
                    {{"Method", std::string(method)}, {"ResourceType", "BUCKET"}});
}

// The spelling is AWS's.
Error cors_not_allowed(std::string_view method) {
  return make_error(
      "AccessForbidden",
      "CORSResponse: This CORS request is not allowed. This is usually because the "
      "evalution of Origin, request method / Access-Control-Request-Method or "
      "Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      403, {{"Method", std::string(method)}, {"ResourceType", "OBJECT"}});
}

Error method_not_allowed(std::string_view method, std::string_view resource_type) {
  return make_error(
      "MethodNotAllowed", "The specified method is not allowed against this resource.", 405,
      {{"Method", std::string(method)}, {"ResourceType", std::string(resource_type)}});
}

}  // namespace emu::s3
