#include "s3/encryption.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kKeyHeader = "x-amz-server-side-encryption-customer-key";
constexpr std::string_view kKeyMd5Header = "x-amz-server-side-encryption-customer-key-MD5";
constexpr std::string_view kMethodHeader = "x-amz-server-side-encryption";

Error invalid_encryption_algorithm(std::string_view algorithm) {
  return make_error("InvalidEncryptionAlgorithmError",
                    "The encryption request you specified is not valid. The valid value is AES256.",
                    400,
                    {{"ArgumentName", "x-amz-server-side-encryption-customer-algorithm"},
                     {"ArgumentValue", std::string(algorithm)}});
}

// The MD5 of a customer's key, after key and MD5 were found to fit.
Result<std::string> checked_key_md5(const CustomerKey& key) {
  if (key.algorithm != "AES256") return invalid_encryption_algorithm(key.algorithm);
  const auto bytes = base64_decode(key.key);
  if (key.key.empty()) {
    return invalid_argument(
        "Requests specifying Server Side Encryption with Customer provided keys must provide an "
        "appropriate secret key.",
        kKeyHeader, "null");
  }
  if (!bytes || bytes->size() != kCustomerKeyBytes) {
    return invalid_argument("The secret key was invalid for the specified algorithm.", kKeyHeader,
                            "");
  }
  std::string md5_text = base64_encode(as_bytes(md5(*bytes)));
  if (!key.md5.empty() && key.md5 != md5_text) {
    return invalid_argument(
        "The calculated MD5 hash of the key did not match the hash that was provided.",
        kKeyMd5Header, key.md5);
  }
  return md5_text;
}

bool is_kms(std::string_view method) { return method == "aws:kms" || method == "aws:kms:dsse"; }

}  // namespace

Result<Encryption> check_encryption(const Call& call, const EncryptionRequest& request) {
  if (!request.customer_key.empty()) {
    if (!request.method.empty()) {
      return invalid_argument(
          "Server Side Encryption with Customer provided key is incompatible with the encryption "
          "method specified",
          kMethodHeader, request.method);
    }
    EMU_TRY(std::string key_md5, checked_key_md5(request.customer_key));
    return Encryption{.method = "", .customer_key_md5 = std::move(key_md5)};
  }
  const std::string_view method = request.method.empty() ? "AES256" : request.method;
  if (method != "AES256" && !is_kms(method)) {
    return invalid_argument("The encryption method specified is not supported", kMethodHeader,
                            method);
  }
  if (!is_kms(method)) {
    if (!request.kms_key_id.empty() || !request.kms_context.empty()) {
      return invalid_argument(
          "Server Side Encryption with AWS KMS managed key requires HTTP header "
          "x-amz-server-side-encryption : aws:kms",
          kMethodHeader, request.method);
    }
    return Encryption{};
  }
  Encryption encryption{.method = std::string(method),
                        .kms_key_id = std::string(request.kms_key_id),
                        .kms_context = std::string(request.kms_context),
                        .bucket_key = request.bucket_key};
  if (encryption.kms_key_id.empty()) {
    encryption.kms_key_id =
        fmt::format("arn:aws:kms:{}:{}:alias/aws/s3", call.region(), call.account());
  }
  return encryption;
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
