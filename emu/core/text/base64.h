// Base64 of RFC 4648: the standard alphabet with padding, and the url-safe one without.
//
//   base64_encode("hello")             == "aGVsbG8="
//   base64_decode("aGVsbG8=")          == "hello"
//   base64_url_encode("\xfb\xff")      == "-_8"
//
// Decoding is strict: no white space, no foreign character, nothing after the padding, and the bits
// that the last character has to spare must be zero, so that every decodable text is the encoding
// of exactly one value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu {

std::string base64_encode(std::string_view bytes);

// The padding is required.
std::optional<std::string> base64_decode(std::string_view text);

std::string base64_url_encode(std::string_view bytes);

// The padding may be left out, as base64_url_encode does.
std::optional<std::string> base64_url_decode(std::string_view text);

}  // namespace emu
