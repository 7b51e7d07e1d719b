#include "wire/protocol/form_codec.h"

#include <emu/describe.h>
#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/percent.h"
#include "wire/protocol/text_value.h"
#include "wire/protocol/xml_field.h"

namespace emu::wire {

namespace {

std::string joined(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

class FormMembersWriter {
 public:
  FormMembersWriter(const ProtocolProfile& protocol, std::string& out)
      : protocol_(protocol), out_(out) {}

  void members(std::string_view path, const Shape& shape, const void* structure) {
    for (const Member& m : shape.members) {
      const void* value = m.get(structure, m.offset);
      if (value != nullptr) member(path, m, value);
    }
  }

 private:
  void member(std::string_view path, const Member& m, const void* value) {
    const XmlField field = xml_field(protocol_, m);
    const Shape& shape = m.shape();
    std::string name = joined(path, field.name);
    if (shape.kind == Kind::kList) {
      if (!field.is_flattened) name = joined(name, field.entry);
      list(name, shape, value);
    } else if (shape.kind == Kind::kMap) {
      if (!field.is_flattened) name = joined(name, "entry");
      map(name, field, shape, value);
    } else {
      element(name, shape, value);
    }
  }

  void element(std::string_view name, const Shape& shape, const void* value) {
    if (shape.kind == Kind::kStructure) return members(name, shape, value);
    if (!is_text_shape(shape)) return;
    out_ += '&';
    append_percent_encoded(name, Slash::kEncode, out_);
    out_ += '=';
    append_percent_encoded(text_of(shape, value, TimeForm::kIso8601), Slash::kEncode, out_);
  }

  void list(std::string_view name, const Shape& shape, const void* value) {
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      element(fmt::format("{}.{}", name, i + 1), shape.element(), shape.at(value, i));
    }
  }

  void map(std::string_view name, const XmlField& field, const Shape& shape, const void* value) {
    struct Visitor {
      FormMembersWriter& self;
      std::string_view name;
      const XmlField& field;
      const Shape& element;
      std::size_t number = 0;
    } visitor{*this, name, field, shape.element()};
    shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
      auto& to = *static_cast<Visitor*>(v);
      const std::string entry = fmt::format("{}.{}", to.name, ++to.number);
      to.self.element(joined(entry, to.field.key), shape_of<std::string>(), &(to.self.key_ = key));
      to.self.element(joined(entry, to.field.value), to.element, held);
    });
  }

  const ProtocolProfile& protocol_;
  std::string& out_;
  std::string key_ = {};
};

class FormMembersReader {
 public:
  explicit FormMembersReader(const ProtocolProfile& protocol) : protocol_(protocol) {}

  bool members(std::string_view path, const Shape& shape, void* structure, const QueryNode& node) {
    for (const Member& m : shape.members) {
      const XmlField field = xml_field(protocol_, m);
      const QueryNode* below = node.find(field.name);
      if (below == nullptr) continue;
      if (!value(joined(path, field.name), field, m.shape(), m.emplace(structure, m.offset),
                 *below)) {
        return false;
      }
    }
    return true;
  }

  const std::string& bad() const { return bad_; }

 private:
  bool value(const std::string& path, const XmlField& field, const Shape& shape, void* held,
             const QueryNode& node) {
    switch (shape.kind) {
      case Kind::kStructure:
        return members(path, shape, held, node);
      case Kind::kList:
        for (const QueryNode* entry : entries(field, node)) {
          if (!value(path, field, shape.element(), shape.append(held), *entry)) return false;
        }
        return true;
      case Kind::kMap:
        for (const QueryNode* entry : entries(field, node)) {
          if (!map_entry(path, field, shape, held, *entry)) return false;
        }
        return true;
      default:
        return text(path, shape, held, node);
    }
  }

  // A flattened list or map with a single entry may leave out its number: "AttributeName=All",
  // "Attribute.Name=DelaySeconds&Attribute.Value=5". An empty value is that of an empty list.
  static std::vector<const QueryNode*> entries(const XmlField& field, const QueryNode& node) {
    std::vector<const QueryNode*> numbered = node.list();
    if (!numbered.empty() || !field.is_flattened) return numbered;
    const bool has_value = node.value() && !node.value()->empty();
    if (has_value || !node.children().empty()) numbered.push_back(&node);
    return numbered;
  }

  bool map_entry(const std::string& path, const XmlField& field, const Shape& shape, void* held,
                 const QueryNode& entry) {
    const std::string* key = entry.text(field.key);
    if (key == nullptr) return fail(joined(path, field.key));
    void* place = shape.insert(held, *key);
    const QueryNode* below = entry.find(field.value);
    return below == nullptr || value(path, field, shape.element(), place, *below);
  }

  bool text(const std::string& path, const Shape& shape, void* held, const QueryNode& node) {
    if (node.value() && read_text(shape, held, *node.value())) return true;
    return fail(path);
  }

  bool fail(std::string path) {
    bad_ = std::move(path);
    return false;
  }

  const ProtocolProfile& protocol_;
  std::string bad_ = {};
};

}  // namespace

void write_form(const ProtocolProfile& protocol, const Shape& shape, const void* in,
                std::string& out) {
  FormMembersWriter(protocol, out).members({}, shape, in);
}

std::string read_form(const ProtocolProfile& protocol, const Shape& shape, const QueryNode& form,
                      void* in) {
  FormMembersReader reader(protocol);
  reader.members({}, shape, in, form);
  return reader.bad();
}

}  // namespace emu::wire
