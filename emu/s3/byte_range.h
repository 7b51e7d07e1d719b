// The Range of a read.
// Source: Amazon S3 API Reference, "GetObject"; RFC 9110, section 14.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace emu::s3 {

// What "bytes=first-last" asks for. A suffix has no first: its last counts from the end.
struct ByteRange {
  std::optional<std::uint64_t> first;
  std::optional<std::uint64_t> last;
};

// Nothing for what S3 passes over: another unit, several ranges, a range that ends before it
// begins, broken syntax.
std::optional<ByteRange> parse_range(std::string_view text);

struct Slice {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

// The bytes of an object that are meant, or nothing when it has none of them.
std::optional<Slice> resolve(const ByteRange& range, std::uint64_t object_size);

}  // namespace emu::s3
