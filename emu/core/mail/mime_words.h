// Encoded words: how headers of mail carry text that is not ASCII.
//
//   encode_mime_words("Grüße")                    == "=?UTF-8?B?R3LDvMOfZQ==?="
//   decode_mime_words("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=") == "Grüße"
//
// Of charsets UTF-8, US-ASCII and ISO-8859-1 are known; a word in another one stays as it is.
// Source: RFC 2047.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace emu {

// The text itself when it is ASCII.
std::string encode_mime_words(std::string_view utf8);
// Valid UTF-8 whatever `text` is.
std::string decode_mime_words(std::string_view text);

// The text with U+FFFD for each byte that is not UTF-8.
std::string to_valid_utf8(std::string text);

// The text of a quoted string, "\"a\"" without its quotes; any other text as it is.
std::string unquote_mime(std::string_view text);

// Lenient, as mail has to be read: what is no encoding stays.
std::string decode_quoted_printable(std::string_view text);
// White space is passed over; the end of text that is no Base64 is left out.
std::string decode_mime_base64(std::string_view text);
// How many bytes that has, without decoding it.
std::size_t mime_base64_size(std::string_view text);

// Text of a charset as valid UTF-8, or nothing for one that is not known.
std::optional<std::string> utf8_of_charset(std::string_view text, std::string_view charset);

}  // namespace emu
