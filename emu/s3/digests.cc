#include "s3/digests.h"

#include <fmt/format.h>

#include "core/text/base64.h"
#include "core/text/hex.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

// A longer body is digested with the world free for others.
constexpr std::size_t kDigestedInsideBytesMax = std::size_t{64} * 1024;

Error bad_content_md5(std::string_view expected, std::string_view calculated) {
  return make_error(
      "BadDigest", "The Content-MD5 you specified did not match what we received.", 400,
      {{"ExpectedDigest", std::string(expected)}, {"CalculatedDigest", std::string(calculated)}});
}

Error incomplete_body() {
  return make_error(
      "IncompleteBody",
      "You did not provide the number of bytes specified by the Content-Length HTTP header", 400);
}

}  // namespace

void digest_body(Scheduler& scheduler, std::size_t body_bytes,
                 const std::function<void()>& digest) {
  if (body_bytes < kDigestedInsideBytesMax) {
    digest();
  } else {
    scheduler.outside(digest);
  }
}

Status check_body_size(std::uint64_t body_bytes, std::optional<std::int64_t> announced) {
  if (body_bytes > kPutBytesMax) return entity_too_large(body_bytes, kPutBytesMax);
  if (announced && *announced != static_cast<std::int64_t>(body_bytes)) return incomplete_body();
  return {};
}

Error invalid_digest(std::string_view content_md5) {
  return make_error("InvalidDigest", "The Content-MD5 you specified was invalid.", 400,
                    {{"Content-MD5", std::string(content_md5)}});
}

Status check_content_md5(std::string_view given, const Md5Sum& right) {
  if (given.empty()) return {};
  const auto bytes = base64_decode(given);
  if (!bytes || bytes->size() != right.size()) return invalid_digest(given);
  if (*bytes != as_bytes(right)) return bad_content_md5(given, base64_encode(as_bytes(right)));
  return {};
}

Error digest_missing(std::string_view request) {
  return invalid_request(
      fmt::format("Content-MD5 OR x-amz-checksum- HTTP header is required for {} requests with "
                  "Object Lock parameters",
                  request));
}

std::string etag_of(const Md5Sum& md5) { return fmt::format("\"{}\"", hex_encode(as_bytes(md5))); }

}  // namespace emu::s3
