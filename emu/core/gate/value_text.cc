#include "core/gate/value_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>

#include "core/text/ascii.h"

namespace emu {

namespace {

void append_value(const Shape& shape, const void* value, std::string& out);

// "KeySchemaElement(attributeName=pk, keyType=HASH)"
void append_structure(const Shape& shape, const void* value, std::string& out) {
  out += shape.name;
  std::string_view separator = "(";
  for (const Member& member : shape.members) {
    out += separator;
    separator = ", ";
    append_lower_first(member.name, out);
    out += '=';
    const void* held = member.get(value, member.offset);
    if (held == nullptr) {
      out += "null";
    } else {
      append_value(member.shape(), held, out);
    }
  }
  out += shape.members.empty() ? "()" : ")";
}

// "[a, b]"
void append_list(const Shape& shape, const void* value, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < shape.size(value); ++i) {
    if (i != 0) out += ", ";
    append_value(shape.element(), shape.at(value, i), out);
  }
  out += ']';
}

// "{a=1, b=2}"
void append_map(const Shape& shape, const void* value, std::string& out) {
  struct Visitor {
    const Shape& element;
    std::string& out;
    std::string_view separator = "";
  } visitor{shape.element(), out};
  out += '{';
  shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
    auto& to = *static_cast<Visitor*>(v);
    to.out.append(to.separator).append(key).append("=");
    to.separator = ", ";
    append_value(to.element, held, to.out);
  });
  out += '}';
}

// As the framework, which is written in Java, prints what it refuses.
void append_value(const Shape& shape, const void* value, std::string& out) {
  switch (shape.kind) {
    case Kind::kString:
      out += shape.text(value);
      return;
    case Kind::kBoolean:
      out += shape.integer(value) != 0 ? "true" : "false";
      return;
    case Kind::kInteger:
      out += std::to_string(shape.integer(value));
      return;
    case Kind::kDouble:
      fmt::format_to(std::back_inserter(out), "{}", shape.real(value));
      return;
    case Kind::kBlob: {
      const std::size_t size = shape.text(value).size();
      fmt::format_to(std::back_inserter(out), "java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]",
                     size);
      return;
    }
    case Kind::kList:
      return append_list(shape, value, out);
    case Kind::kMap:
      return append_map(shape, value, out);
    case Kind::kStructure:
      return append_structure(shape, value, out);
    case Kind::kTimestamp:
    case Kind::kCustom:
      return;
  }
}

}  // namespace

std::string value_text(const Shape& shape, const void* value) {
  std::string text;
  append_value(shape, value, text);
  return text;
}

void append_lower_first(std::string_view name, std::string& out) {
  if (name.empty()) return;
  out += to_lower(name.front());
  out += name.substr(1);
}

}  // namespace emu
