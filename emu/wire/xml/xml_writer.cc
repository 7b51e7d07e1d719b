#include "wire/xml/xml_writer.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "core/base/assert.h"
#include "core/text/utf8.h"

namespace emu::wire {

namespace {

constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    // A reader would turn it into a line feed.
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain = {};
  for (unsigned char c = 0x20; c < 0x80; ++c) plain[c] = entity_of(static_cast<char>(c)).empty();
  plain['\n'] = true;
  plain['\t'] = true;
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

// Writes the character at `at` and moves behind it.
void append_special(std::string_view text, std::size_t& at, std::string& out) {
  if (const auto entity = entity_of(text[at]); !entity.empty()) {
    out += entity;
    ++at;
    return;
  }
  const std::size_t begin = at;
  const auto character = decode_code_point(text, at);
  if (!character) {
    out += "\xef\xbf\xbd";
    ++at;
  } else if (is_xml_text(text.substr(begin, at - begin))) {
    out += text.substr(begin, at - begin);
  } else {
    fmt::format_to(std::back_inserter(out), "&#x{:x};", static_cast<std::uint32_t>(*character));
  }
}

}  // namespace

void append_xml_escaped(std::string_view text, std::string& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(at, plain - at);
    at = plain;
    if (at < text.size()) append_special(text, at, out);
  }
}

XmlWriter::XmlWriter(std::string& out, Declaration declaration) : out_(out) {
  if (declaration == Declaration::kWrite) out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::begin(std::string_view name, Attributes attributes) {
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    append_xml_escaped(value, out_);
    out_ += '"';
  }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  out_ += '>';
  open_.push_back(name);
}

void XmlWriter::close() {
  EMU_ASSERT(!open_.empty(), "what is closed has been opened");
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

void XmlWriter::close_compactly() {
  EMU_ASSERT(!open_.empty(), "what is closed has been opened");
  const std::string just_opened = std::string("<").append(open_.back()) + ">";
  if (!out_.ends_with(just_opened)) return close();
  out_.insert(out_.size() - 1, 1, '/');
  open_.pop_back();
}

void XmlWriter::element(std::string_view name, std::string_view value) {
  open(name);
  text(value);
  close();
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  out_ += "/>";
}

}  // namespace emu::wire
