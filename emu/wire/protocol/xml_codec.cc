#include "wire/protocol/xml_codec.h"

#include <emu/description.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "wire/protocol/text_value.h"
#include "wire/protocol/xml_field.h"

namespace emu::wire {

namespace {

constexpr std::string_view kListEntry = "member";  // of lists inside of lists
constexpr std::string_view kMapEntry = "entry";

class XmlMembersWriter {
 public:
  XmlMembersWriter(const ProtocolProfile& protocol, XmlWriter& xml)
      : protocol_(protocol), xml_(xml) {}

  void members(const Shape& shape, const void* structure) {
    for (const Member& m : shape.members) {
      if (m.location != Location::kBody || m.is_xml_attribute) continue;
      const void* value = m.get(structure, m.offset);
      if (value == nullptr) {
        if (!m.always_written) continue;
        value = static_cast<const char*>(structure) + m.offset;  // an empty text or container
      }
      member(xml_field(protocol_, m), m.shape(), value);
    }
  }

 private:
  void member(const XmlField& field, const Shape& shape, const void* value) {
    const bool is_container = shape.kind == Kind::kList || shape.kind == Kind::kMap;
    if (!is_container) return element(field.name, shape, value);
    const bool is_wrapped = !field.is_flattened;
    if (is_wrapped) xml_.open(field.name);
    if (shape.kind == Kind::kList) {
      list(is_wrapped ? field.entry : field.name, shape, value);
    } else {
      map(is_wrapped ? kMapEntry : field.name, field, shape, value);
    }
    if (is_wrapped) xml_.close();
  }

  void element(std::string_view name, const Shape& shape, const void* value) {
    if (is_text_shape(shape)) {
      xml_.element(name, std::string_view(text_of(shape, value, time_form())));
      return;
    }
    open(name, shape, value);
    if (shape.kind == Kind::kStructure) {
      members(shape, value);
    } else if (shape.kind == Kind::kList) {
      list(kListEntry, shape, value);
    }
    xml_.close();
  }

  void open(std::string_view name, const Shape& shape, const void* value) {
    if (shape.xml_namespace_name.empty()) return xml_.open(name);
    for (const Member& m : shape.members) {
      if (!m.is_xml_attribute) continue;
      const void* attribute = m.get(value, m.offset);
      if (attribute == nullptr) continue;
      return xml_.open(name, {{shape.xml_namespace_name, shape.xml_namespace_uri},
                              {m.wire_name, m.shape().text(attribute)}});
    }
    xml_.open(name);
  }

  TimeForm time_form() const {
    return protocol_.has_whole_seconds ? TimeForm::kIso8601Seconds : TimeForm::kIso8601;
  }

  void list(std::string_view name, const Shape& shape, const void* value) {
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      element(name, shape.element(), shape.at(value, i));
    }
  }

  void map(std::string_view name, const XmlField& field, const Shape& shape, const void* value) {
    struct Visitor {
      XmlMembersWriter& self;
      std::string_view name;
      const XmlField& field;
      const Shape& element;
    } visitor{*this, name, field, shape.element()};
    shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
      const auto& to = *static_cast<Visitor*>(v);
      to.self.xml_.open(to.name);
      to.self.xml_.element(to.field.key, key);
      to.self.element(to.field.value, to.element, held);
      to.self.xml_.close();
    });
  }

  const ProtocolProfile& protocol_;
  XmlWriter& xml_;
};

class XmlMembersReader {
 public:
  explicit XmlMembersReader(const ProtocolProfile& protocol) : protocol_(protocol) {}

  bool members(const Shape& shape, void* structure, const XmlNode& node) {
    for (const Member& m : shape.members) {
      if (m.location == Location::kBody && !member(m, structure, node)) return false;
    }
    return true;
  }

 private:
  // Whoever writes the document chooses the prefix of a namespace.
  static void attribute(const Member& m, void* structure, const XmlNode& node) {
    const std::string_view name = after_prefix(m.wire_name);
    for (const auto& [key, value] : node.attributes) {
      if (after_prefix(key) == name) m.shape().set_text(m.emplace(structure, m.offset), value);
    }
  }

  static std::string_view after_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
  }

  bool member(const Member& m, void* structure, const XmlNode& parent) {
    if (m.is_xml_attribute) {
      attribute(m, structure, parent);
      return true;
    }
    const XmlField field = xml_field(protocol_, m);
    const Shape& shape = m.shape();
    const bool is_container = shape.kind == Kind::kList || shape.kind == Kind::kMap;
    if (is_container && field.is_flattened) {
      for (const XmlNode& child : parent.children) {
        if (child.name != field.name) continue;
        if (!entry(field, shape, m.emplace(structure, m.offset), child)) return false;
      }
      return true;
    }
    const XmlNode* node = parent.child(field.name);
    if (node == nullptr) return true;
    void* value = m.emplace(structure, m.offset);
    if (!is_container) return element(shape, value, *node);
    for (const XmlNode& child : node->children) {
      if (!entry(field, shape, value, child)) return false;
    }
    return true;
  }

  // One of a list or a map.
  bool entry(const XmlField& field, const Shape& container, void* value, const XmlNode& node) {
    if (container.kind == Kind::kList) {
      return element(container.element(), container.append(value), node);
    }
    const std::string* key = node.text_of(field.key);
    const XmlNode* held = node.child(field.value);
    return key != nullptr && held != nullptr &&
           element(container.element(), container.insert(value, *key), *held);
  }

  bool element(const Shape& shape, void* value, const XmlNode& node) {
    if (shape.kind == Kind::kStructure) return members(shape, value, node);
    if (shape.kind == Kind::kList) {
      for (const XmlNode& child : node.children) {
        if (!element(shape.element(), shape.append(value), child)) return false;
      }
      return true;
    }
    if (!is_text_shape(shape) || !node.children.empty()) return false;
    return read_text(shape, value, shape.kind == Kind::kString ? node.text : trim(node.text));
  }

  const ProtocolProfile& protocol_;
};

}  // namespace

void write_xml_members(const ProtocolProfile& protocol, const Shape& shape, const void* structure,
                       XmlWriter& xml) {
  XmlMembersWriter(protocol, xml).members(shape, structure);
}

bool read_xml_members(const ProtocolProfile& protocol, const Shape& shape, void* structure,
                      const XmlNode& node) {
  return XmlMembersReader(protocol).members(shape, structure, node);
}

}  // namespace emu::wire
