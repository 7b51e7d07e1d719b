#include "core/json/json_writer.h"

#include <charconv>
#include <cmath>

#include "core/base/little_endian.h"
#include "core/text/base64.h"

namespace emu {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

// The letter of a two-character escape, or 0.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return 0;
  }
}

bool must_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// Whether some of eight bytes must be escaped. A bit may be borrowed from a byte's neighbour, but
// only when that is one of those.
bool must_escape_any(std::uint64_t word) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  constexpr std::uint64_t kLowBits = 0x0101010101010101;
  const auto some_below = [](std::uint64_t bytes, std::uint64_t limit) {
    return (bytes - limit * kLowBits) & ~bytes & kHighBits;
  };
  const auto some_equal = [&](char c) {
    return some_below(word ^ static_cast<std::uint8_t>(c) * kLowBits, 1);
  };
  return (some_below(word, 0x20) | some_equal('"') | some_equal('\\')) != 0;
}

// The first character from `at` on that must be escaped; the size when there is none.
std::size_t find_escape(std::string_view text, std::size_t at) {
  while (text.size() - at >= 8 && !must_escape_any(load_little_endian_64(text.data() + at))) {
    at += 8;
  }
  while (at < text.size() && !must_escape(text[at])) ++at;
  return at;
}

template <class Number>
void append_number(Number number, std::string& out) {
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, number);
  out.append(text, end);
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t plain = 0;  // start of the run that needs no escape
  for (std::size_t i = find_escape(text, 0); i < text.size(); i = find_escape(text, i + 1)) {
    out.append(text, plain, i - plain);
    plain = i + 1;
    if (const char letter = short_escape(text[i]); letter != 0) {
      out += '\\';
      out += letter;
    } else {
      const auto code = static_cast<unsigned char>(text[i]);
      out += "\\u00";
      out += kHexDigits[code >> 4];
      out += kHexDigits[code & 15];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void JsonWriter::separate() {
  if (after_value_) out_ += ',';
  after_value_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  after_value_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  after_value_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(name, out_);
  out_ += ':';
  after_value_ = false;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(text, out_);
}

void JsonWriter::integer(std::int64_t number) {
  separate();
  append_number(number, out_);
}

void JsonWriter::real(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(number, out_);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::timestamp(Time time) {
  const std::int64_t millis = epoch_millis(time);
  separate();
  append_number(millis / 1000, out_);
  if (const std::int64_t rest = millis % 1000; rest != 0) {
    out_ += '.';
    out_ += static_cast<char>('0' + rest / 100);
    out_ += static_cast<char>('0' + rest / 10 % 10);
    out_ += static_cast<char>('0' + rest % 10);
  }
}

void JsonWriter::bytes(std::string_view bytes) {
  separate();
  out_ += '"';
  out_ += base64_encode(bytes);
  out_ += '"';
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

}  // namespace emu
