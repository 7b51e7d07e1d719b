// Bodies that travel compressed: Content-Encoding and Accept-Encoding.
//
//   const auto coding = accepted_coding("gzip, deflate;q=0.5");     // gzip
//   const std::string body = compress(*coding, text);
//   const auto plain = decompress(*coding, body, 16 << 20);         // at most so many bytes
//
// Source: RFC 9110, "Content Codings" and "Accept-Encoding".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace emu::wire {

enum class ContentCoding : std::uint8_t { kGzip, kDeflate };

// "gzip" or "deflate", whatever the case of its letters; nothing for any other.
std::optional<ContentCoding> content_coding(std::string_view name);
std::string_view coding_name(ContentCoding coding);

// The coding that the header prefers, gzip where it does not care; nothing when it wants neither.
std::optional<ContentCoding> accepted_coding(std::string_view accept_encoding);

std::string compress(ContentCoding coding, std::string_view body);

enum class DecompressProblem : std::uint8_t {
  kMalformed,
  kTooLong,  // a few bytes can stand for gigabytes: no more than the bound is written
};
std::variant<std::string, DecompressProblem> decompress(ContentCoding coding, std::string_view body,
                                                        std::size_t bytes_max);

}  // namespace emu::wire
