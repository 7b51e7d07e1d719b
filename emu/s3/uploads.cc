#include "s3/uploads.h"

#include <fmt/format.h>

#include "core/hash/ids.h"
#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::size_t kUploadIdRandomLength = 84;

}  // namespace

std::string new_upload_id(Random& random, StoredBucket& bucket) {
  return fmt::format("{:012x}", bucket.next_upload++) + base62_id(random, kUploadIdRandomLength);
}

Error no_such_upload(std::string_view upload_id) {
  return make_error("NoSuchUpload",
                    "The specified upload does not exist. The upload ID may be invalid, or the "
                    "upload may have been aborted or completed.",
                    404, {{"UploadId", std::string(upload_id)}});
}

Error not_a_part_number(std::string_view value) {
  return invalid_argument("Part number must be an integer between 1 and 10000, inclusive",
                          "partNumber", value);
}

Status check_part_number(std::int32_t part_number) {
  if (part_number >= 1 && part_number <= kPartNumberMax) return {};
  return not_a_part_number(std::to_string(part_number));
}

Status check_part_key(const CustomerKey& key, const StoredUpload& upload) {
  const std::string& expected = upload.object.encryption.customer_key_md5;
  if (expected.empty()) {
    if (key.empty()) return {};
    return invalid_request(
        "The multipart upload initiate did not request encryption. Please resend the request "
        "without sending encryption parameters.");
  }
  if (key.empty()) {
    return invalid_request(
        "The multipart upload initiate requested encryption. Subsequent part requests must include "
        "the appropriate encryption parameters.");
  }
  EMU_TRY(const std::string key_md5, customer_key_md5(key));
  if (key_md5 == expected) return {};
  return invalid_request(
      "The provided encryption parameters did not match the ones used originally.");
}

std::optional<ChecksumAlgorithm> asked_algorithm(const StoredUpload& upload) {
  if (!upload.has_checksum) return std::nullopt;
  return upload.object.checksum.algorithm;
}

Error checksum_mismatch(std::optional<ChecksumAlgorithm> expected,
                        std::optional<ChecksumAlgorithm> actual) {
  const auto name = [](std::optional<ChecksumAlgorithm> algorithm) {
    return algorithm ? lower_case(name_of(*algorithm)) : std::string("null");
  };
  return invalid_request(
      fmt::format("Checksum Type mismatch occurred, expected checksum Type: {}, actual checksum "
                  "Type: {}",
                  name(expected), name(actual)));
}

Status check_part_checksum(std::optional<ChecksumAlgorithm> given, const StoredUpload& upload) {
  const auto asked = asked_algorithm(upload);
  if (!asked || given == asked) return {};
  if (!given && upload.object.checksum.type == ChecksumType::kFullObject) return {};
  return checksum_mismatch(asked, given);
}

std::string initiator_of(const Caller& caller) {
  switch (caller.kind) {
    case Caller::Kind::kUser:
    case Caller::Kind::kRole:
      return caller.arn;
    case Caller::Kind::kAnonymous:
      return canonical_user_id(kAnonymousAccount);
    default:
      return canonical_user_id(caller.account);
  }
}

}  // namespace emu::s3
