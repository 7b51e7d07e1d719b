// Writes XML documents of answers.
//
//   std::string out;
//   XmlWriter xml(out);
//   xml.open("ListBucketResult", {{"xmlns", kNamespace}});
//   xml.element("Name", "photos");
//   xml.close();
//
// Elements are closed in the order they were opened; the writer remembers their names.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::wire {

// Text between tags or in an attribute. A character that XML cannot hold is written as its number,
// as S3 does; a byte that is not UTF-8 as U+FFFD.
void append_xml_escaped(std::string_view text, std::string& out);

class XmlWriter {
 public:
  enum class Declaration { kWrite, kOmit };

  explicit XmlWriter(std::string& out, Declaration declaration = Declaration::kWrite);

  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // Names are literals or live until the element is closed.
  void open(std::string_view name, Attributes attributes = {});
  void close();
  // Writes <name/> when nothing has been written since it was opened, without attributes.
  void close_compactly();

  void text(std::string_view text) { append_xml_escaped(text, out_); }

  void element(std::string_view name, std::string_view value);
  void element(std::string_view name, const char* value) { element(name, std::string_view(value)); }
  void element(std::string_view name, bool value) { element(name, value ? "true" : "false"); }
  template <std::integral Number>
  void element(std::string_view name, Number value) {
    element(name, std::string_view(std::to_string(value)));
  }
  void empty(std::string_view name, Attributes attributes = {});

 private:
  void begin(std::string_view name, Attributes attributes);

  std::string& out_;
  std::vector<std::string_view> open_ = {};
};

}  // namespace emu::wire
