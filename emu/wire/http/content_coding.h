// Bodies that travel compressed: Content-Encoding and Accept-Encoding.
//
//   const auto coding = accepted_coding("gzip, deflate;q=0.5");     // gzip
//   const std::string body = compress(*coding, text);
//   const auto plain = decompress(*coding, body, 16 << 20);         // at most so many bytes
//
// Source: RFC 9110, "Content Codings" and "Accept-Encoding".
#pragma once

#include <optional>
#include <string_view>

#include "core/text/compression.h"

namespace emu::wire {

using ContentCoding = Compression;

// "gzip" or "deflate", whatever the case of its letters; nothing for any other.
std::optional<ContentCoding> content_coding(std::string_view name);
std::string_view coding_name(ContentCoding coding);

// The coding that the header prefers, gzip where it does not care; nothing when it wants neither.
std::optional<ContentCoding> accepted_coding(std::string_view accept_encoding);

}  // namespace emu::wire
