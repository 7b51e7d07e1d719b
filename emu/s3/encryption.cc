#include "s3/encryption.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/hash/hash.h"
#include "core/json/json_view.h"
#include "core/text/base64.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kKeyHeader = "x-amz-server-side-encryption-customer-key";
constexpr std::string_view kKeyMd5Header = "x-amz-server-side-encryption-customer-key-MD5";
constexpr std::string_view kMethodHeader = "x-amz-server-side-encryption";
constexpr std::string_view kContextHeader = "x-amz-server-side-encryption-context";

Error invalid_encryption_algorithm(std::string_view algorithm) {
  return make_error("InvalidEncryptionAlgorithmError",
                    "The encryption request you specified is not valid. The valid value is AES256.",
                    400,
                    {{"ArgumentName", "x-amz-server-side-encryption-customer-algorithm"},
                     {"ArgumentValue", std::string(algorithm)}});
}

Error customer_key_must(std::string_view what) {
  return invalid_argument(
      fmt::format("Requests specifying Server Side Encryption with Customer provided keys must {}.",
                  what),
      kMethodHeader, "null");
}

// The MD5 of a customer's key, after key and MD5 were found to fit.
Result<std::string> checked_key_md5(const CustomerKey& key) {
  if (key.algorithm.empty()) return customer_key_must("provide a valid encryption algorithm");
  if (key.algorithm != "AES256") return invalid_encryption_algorithm(key.algorithm);
  if (key.key.empty()) return customer_key_must("provide an appropriate secret key");
  if (key.md5.empty()) {
    return customer_key_must("provide the client calculated MD5 of the secret key");
  }
  const auto bytes = base64_decode(key.key);
  if (!bytes || bytes->size() != kCustomerKeyBytes) {
    return invalid_argument("The secret key was invalid for the specified algorithm.", kKeyHeader,
                            "");
  }
  std::string md5_text = base64_encode(as_bytes(md5(*bytes)));
  if (key.md5 != md5_text) {
    return invalid_argument(
        "The calculated MD5 hash of the key did not match the hash that was provided.",
        kKeyMd5Header, key.md5);
  }
  return md5_text;
}

bool is_kms(std::string_view method) { return method == "aws:kms" || method == "aws:kms:dsse"; }

bool blocks_customer_keys(const StoredBucket& bucket) {
  const auto& blocked = bucket.encryption.blocked_encryption_types;
  if (!blocked) return false;
  const auto& types = blocked->encryption_type;
  return std::find(types.begin(), types.end(), "SSE-C") != types.end();
}

// Source: Amazon S3 User Guide, "Blocking or unblocking SSE-C for a general purpose bucket".
Error customer_keys_blocked(const Call& call, const StoredBucket& bucket) {
  return make_error(
      "AccessDenied",
      fmt::format(
          "User: {} is not authorized to perform: s3:PutObject on resource: \"{}\" because "
          "this bucket has blocked upload requests that specify Server Side Encryption with "
          "Customer provided keys (SSE-C). Please specify a different server-side "
          "encryption type",
          call.caller.arn, bucket.arn()),
      403);
}

Result<Encryption> customer_encryption(const Call& call, const StoredBucket& bucket,
                                       const EncryptionRequest& request) {
  if (!request.method.empty()) {
    return invalid_argument(
        "Server Side Encryption with Customer provided key is incompatible with the encryption "
        "method specified",
        kMethodHeader, request.method);
  }
  EMU_TRY(std::string key_md5, checked_key_md5(request.customer_key));
  if (blocks_customer_keys(bucket)) return customer_keys_blocked(call, bucket);
  return Encryption{.method = "", .customer_key_md5 = std::move(key_md5)};
}

// Base64 of a JSON object of texts.
Status check_kms_context(std::string_view context) {
  if (context.empty()) return {};
  const auto text = base64_decode(context);
  std::string why;
  const auto document = text ? JsonDocument::parse(*text, why) : std::nullopt;
  const bool fits = document && document->root().type() == JsonView::Type::kObject &&
                    document->root().each_member([](std::string_view, const JsonView& value) {
                      return value.type() == JsonView::Type::kString;
                    });
  if (fits) return {};
  return invalid_argument(
      "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string "
      "holding JSON which represents a string-string map",
      kContextHeader, context);
}

// What the bucket does by default fills what the request leaves out. A key belongs to its method.
EncryptionRequest with_defaults(const StoredBucket& bucket, EncryptionRequest request) {
  const ServerSideEncryptionRule& rule = bucket.encryption;
  const auto& by_default = rule.apply_server_side_encryption_by_default;
  if (request.method.empty() && request.kms_key_id.empty() && request.kms_context.empty()) {
    request.method = by_default->sse_algorithm;
    request.kms_key_id = by_default->kms_master_key_id;
  }
  if (!request.bucket_key) request.bucket_key = rule.bucket_key_enabled;
  return request;
}

Result<Encryption> kms_encryption(const Call& call, const EncryptionRequest& request) {
  EMU_CHECK(check_kms_context(request.kms_context));
  Encryption encryption{.method = std::string(request.method),
                        .kms_key_id = std::string(request.kms_key_id),
                        .kms_context = std::string(request.kms_context)};
  // Answers tell of a bucket key only where there is one.
  if (request.bucket_key.value_or(false)) encryption.bucket_key = true;
  if (encryption.kms_key_id.empty()) {
    encryption.kms_key_id =
        fmt::format("arn:aws:kms:{}:{}:alias/aws/s3", call.region(), call.account());
  }
  return encryption;
}

}  // namespace

Result<std::string> customer_key_md5(const CustomerKey& key) { return checked_key_md5(key); }

Result<Encryption> check_encryption(const Call& call, const StoredBucket& bucket,
                                    const EncryptionRequest& asked) {
  if (!asked.customer_key.empty()) return customer_encryption(call, bucket, asked);
  const EncryptionRequest request = with_defaults(bucket, asked);
  if (is_kms(request.method)) return kms_encryption(call, request);
  if (!request.method.empty() && request.method != "AES256") {
    return invalid_argument("The encryption method specified is not supported", kMethodHeader,
                            request.method);
  }
  if (!request.kms_key_id.empty() || !request.kms_context.empty()) {
    return invalid_argument(
        "Server Side Encryption with AWS KMS managed key requires HTTP header "
        "x-amz-server-side-encryption : aws:kms",
        kMethodHeader, request.method);
  }
  return Encryption{};
}

Status check_customer_key(const CustomerKey& key, const Encryption& encryption) {
  if (encryption.customer_key_md5.empty()) {
    if (key.empty()) return {};
    return invalid_request("The encryption parameters are not applicable to this object.");
  }
  if (key.empty()) {
    return invalid_request(
        "The object was stored using a form of Server Side Encryption. The correct parameters must "
        "be provided to retrieve the object.");
  }
  EMU_TRY(const std::string key_md5, checked_key_md5(key));
  if (key_md5 != encryption.customer_key_md5) return access_denied();
  return {};
}

}  // namespace emu::s3
