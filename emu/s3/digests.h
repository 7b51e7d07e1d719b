// The digests of bodies that are stored.
// Source: Amazon S3 API Reference, "PutObject", "UploadPart".
#pragma once

#include <emu/result.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/hash/hash.h"
#include "core/task/scheduler.h"
#include "s3/checksum.h"

namespace emu::s3 {

// Digests a body, or copies it: a long one with the world free for others, so that whatever was
// looked up before may be gone after it.
void digest_body(Scheduler& scheduler, std::size_t body_bytes, const std::function<void()>& digest);

// Whether a body is not too long for one request, and as long as announced.
Status check_body_size(std::uint64_t body_bytes, std::optional<std::int64_t> announced);

// Whether the MD5 in base64 that a request gives, if any, is the body's.
Status check_content_md5(std::string_view given, const Md5Sum& right);
// For what is no MD5 in base64.
Error invalid_digest(std::string_view content_md5);

// Whether a request says what its body must be. Those that lock an object have to.
template <class In>
bool gives_digest(const In& in) {
  const GivenChecksums checksums = checksums_in(in);
  return !in.content_md5.empty() || !in.checksum_algorithm.empty() ||
         std::any_of(checksums.begin(), checksums.end(),
                     [](std::string_view checksum) { return !checksum.empty(); });
}
// `request` is as S3 calls it: "Put Object", "Put Part".
// Source: Amazon S3 API Reference, "PutObject" (Content-MD5).
Error digest_missing(std::string_view request);

// The MD5 as an ETag, in quotes.
std::string etag_of(const Md5Sum& md5);

}  // namespace emu::s3
