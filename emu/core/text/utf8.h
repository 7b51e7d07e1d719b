// UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
//
//   count_code_points("예약")      == 2
//   truncate_utf8("예약", 4)       == "예"
//   is_valid_utf8("\xc0\x80")      == false
//
// Runs of ASCII are taken eight bytes at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace emu {

// Reads the code point that begins at `position` (less than the size of `text`) and moves
// `position` behind it. Bytes that are not valid UTF-8 give nothing and leave `position` where it
// is.
std::optional<char32_t> decode_code_point(std::string_view text, std::size_t& position);

bool is_valid_utf8(std::string_view text);

// Whether `text` is valid UTF-8 and each character may stand in an XML 1.0 document:
// #x9 | #xA | #xD | #x20-#xD7FF | #xE000-#xFFFD | #x10000-#x10FFFF. SQS accepts exactly these in a
// message body.
bool is_xml_text(std::string_view text);

// The number of code points of valid UTF-8. Each byte of anything else that does not continue a
// sequence counts as one.
std::size_t count_code_points(std::string_view text);

// The number of units that the same text has in UTF-16: two for a code point above U+FFFF.
std::size_t count_utf16_units(std::string_view text);

// The longest beginning of valid UTF-8 that has at most `bytes_max` bytes and cuts no code point in
// two.
std::string_view truncate_utf8(std::string_view text, std::size_t bytes_max);

}  // namespace emu
