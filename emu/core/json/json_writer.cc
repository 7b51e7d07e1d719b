#include "core/json/json_writer.h"

#include <charconv>
#include <cmath>

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
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!must_escape(text[i])) continue;
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
