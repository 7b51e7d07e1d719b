#include "cloudformation/node.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "cloudformation/json_reader.h"
#include "cloudformation/template_limits.h"
#include "cloudformation/yaml_reader.h"

namespace emu::cloudformation {

namespace {

Node scalar(Node::Kind kind, std::string text, Place place) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  node.place = place;
  return node;
}

nlohmann::json number_of(const std::string& text) {
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const char* const end = digits.data() + digits.size();
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(digits.data(), end, whole);
      read.ec == std::errc() && read.ptr == end) {
    return whole;
  }
  double real = 0;
  const auto read = std::from_chars(digits.data(), end, real);
  if (read.ec == std::errc() && read.ptr == end) return real;
  return text;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name == key) return &items[i];
  }
  return nullptr;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

std::string_view Node::text_of(std::string_view key) const {
  const Node* node = find(key);
  return node != nullptr && node->is_scalar() ? std::string_view(node->text) : std::string_view();
}

Node& Node::set(std::string_view key, Node value) {
  kind = Kind::kMap;
  if (Node* node = find(key)) return *node = std::move(value);
  keys.push_back({.name = std::string(key), .place = value.place});
  return items.emplace_back(std::move(value));
}

void Node::remove(std::string_view key) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name != key) continue;
    keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

Node text_node(std::string_view text, Place place) {
  return scalar(Node::Kind::kText, std::string(text), place);
}

Node number_node(std::int64_t number, Place place) {
  return scalar(Node::Kind::kNumber, std::to_string(number), place);
}

Node boolean_node(bool value, Place place) {
  return scalar(Node::Kind::kBoolean, value ? "true" : "false", place);
}

Node list_node(std::vector<Node> items, Place place) {
  Node node;
  node.kind = Node::Kind::kList;
  node.items = std::move(items);
  node.place = place;
  return node;
}

Node map_node(Place place) {
  Node node;
  node.kind = Node::Kind::kMap;
  node.place = place;
  return node;
}

Node ref_node(std::string_view name, Place place) {
  Node node = map_node(place);
  node.set("Ref", text_node(name, place));
  return node;
}

Node get_att_node(std::string_view name, std::string_view attribute, Place place) {
  Node node = map_node(place);
  node.set("Fn::GetAtt", list_node({text_node(name, place), text_node(attribute, place)}, place));
  return node;
}

Place place_at(const Node& root, std::string_view pointer) {
  const Node* node = &root;
  Place place = root.place;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    std::string name(part);
    for (const auto& [escape, plain] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
      for (std::size_t at = 0; (at = name.find(escape, at)) != name.npos; ++at) {
        name.replace(at, 2, plain);
      }
    }
    const Node* next = nullptr;
    if (node->is_list()) {
      std::size_t index = 0;
      const auto read = std::from_chars(name.data(), name.data() + name.size(), index);
      if (read.ec == std::errc() && index < node->items.size()) next = &node->items[index];
      if (next != nullptr) place = next->place;
    } else if (node->is_map()) {
      next = node->find(name);
      if (next != nullptr) {
        place = node->keys[static_cast<std::size_t>(next - node->items.data())].place;
      }
    }
    if (next == nullptr) break;
    node = next;
  }
  return place;
}

nlohmann::json to_json(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull:
      return nullptr;
    case Node::Kind::kBoolean:
      return node.text == "true";
    case Node::Kind::kNumber:
      return number_of(node.text);
    case Node::Kind::kText:
      return node.text;
    case Node::Kind::kList: {
      nlohmann::json list = nlohmann::json::array();
      for (const Node& item : node.items) list.push_back(to_json(item));
      return list;
    }
    case Node::Kind::kMap:
      break;
  }
  nlohmann::json map = nlohmann::json::object();
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    map[node.keys[i].name] = to_json(node.items[i]);
  }
  return map;
}

Node from_json(const nlohmann::json& document) {
  if (document.is_string()) return text_node(document.get_ref<const std::string&>());
  if (document.is_boolean()) return boolean_node(document.get<bool>());
  if (document.is_number()) return scalar(Node::Kind::kNumber, document.dump(), {});
  if (document.is_null()) return {};
  Node node = document.is_array() ? list_node() : map_node();
  for (const auto& [key, value] : document.items()) {
    if (node.is_map()) {
      node.set(key, from_json(value));
    } else {
      node.items.push_back(from_json(value));
    }
  }
  return node;
}

Result<Node> read_node(std::string_view text, std::string_view file) {
  if (text.size() > kTemplateBytesMax) {
    return make_error(file, {},
                      fmt::format("Template may not exceed {} bytes in size.", kTemplateBytesMax),
                      "move a part of it into a stack of its own");
  }
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) {
    return make_error(file, {.line = 1, .column = 1},
                      "Template format error: unsupported structure.",
                      "the template is empty; it begins with Resources:");
  }
  return text[first] == '{' ? read_json_text(text, file) : read_yaml_text(text, file);
}

Error make_error(std::string_view file, Place place, std::string_view text,
                 std::string_view advice) {
  Error error{.code = "ValidationError", .message = std::string(text)};
  if (file.empty()) return error;
  error.message = place.line == 0
                      ? fmt::format("{}: {}", file, text)
                      : fmt::format("{}:{}:{}: {}", file, place.line, place.column, text);
  if (!advice.empty()) error.message += fmt::format(" ({})", advice);
  return error;
}

}  // namespace emu::cloudformation
