#include "s3/byte_range.h"

#include <algorithm>
#include <charconv>

namespace emu::s3 {

namespace {

// Fails on anything but digits, the empty text included.
bool read_number(std::string_view text, std::uint64_t& number) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end;
}

}  // namespace

std::optional<ByteRange> parse_range(std::string_view text) {
  constexpr std::string_view kUnit = "bytes=";
  if (!text.starts_with(kUnit)) return std::nullopt;
  text.remove_prefix(kUnit.size());
  const auto dash = text.find('-');
  if (dash == text.npos) return std::nullopt;
  const std::string_view before = text.substr(0, dash);
  const std::string_view after = text.substr(dash + 1);

  ByteRange range;
  std::uint64_t number = 0;
  if (!before.empty()) {
    if (!read_number(before, number)) return std::nullopt;
    range.first = number;
  }
  if (!after.empty()) {
    if (!read_number(after, number)) return std::nullopt;
    range.last = number;
  }
  if (!range.first && !range.last) return std::nullopt;
  if (range.first && range.last && *range.last < *range.first) return std::nullopt;
  return range;
}

std::optional<Slice> resolve(const ByteRange& range, std::uint64_t object_size) {
  if (!range.first) {
    const std::uint64_t size = std::min(*range.last, object_size);
    if (size == 0) return std::nullopt;
    return Slice{.offset = object_size - size, .size = size};
  }
  if (*range.first >= object_size) return std::nullopt;
  const std::uint64_t last = range.last ? std::min(*range.last, object_size - 1) : object_size - 1;
  return Slice{.offset = *range.first, .size = last - *range.first + 1};
}

}  // namespace emu::s3
