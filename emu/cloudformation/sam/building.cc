#include "cloudformation/sam/building.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "core/hash/hash.h"
#include "core/text/ascii.h"

namespace emu::cloudformation::sam {

Error invalid(const Building& building, const Source& source, Place place, std::string_view text,
              std::string_view advice) {
  return make_error(building.from.file, place,
                    fmt::format("Invalid Serverless Application Specification document. Number of "
                                "errors found: 1. Resource with id [{}] is invalid. {}",
                                source.id, text),
                    advice);
}

Node object(Place place, std::initializer_list<std::pair<std::string_view, Node>> members) {
  Node node = map_node(place);
  for (const auto& [name, value] : members) {
    const Place at = value.place.line == 0 ? place : value.place;
    node.keys.push_back({.name = std::string(name), .place = at});
    node.items.push_back(value);
  }
  return node;
}

Node texts(Place place, std::initializer_list<std::string_view> items) {
  Node node = list_node({}, place);
  for (const std::string_view item : items) node.items.push_back(text_node(item, place));
  return node;
}

Node sub_node(std::string_view text, Place place) {
  return object(place, {{"Fn::Sub", text_node(text, place)}});
}

Node conditional(const Source& source, Node value) {
  const Node* condition = source.resource.find("Condition");
  if (condition == nullptr) return value;
  const Place place = value.place;
  std::vector<Node> choice = {*condition, std::move(value), ref_node("AWS::NoValue", place)};
  return object(place, {{"Fn::If", list_node(std::move(choice), place)}});
}

void copy_members(const Node& from, std::span<const std::string_view> names, Node& into) {
  for (const std::string_view name : names) copy_as(from, name, name, into);
}

void copy_as(const Node& from, std::string_view name, std::string_view to, Node& into) {
  if (const Node* value = from.find(name)) into.set(to, *value);
}

std::optional<std::string> known_text(const Building& building, const Node& node) {
  if (node.is_scalar()) return node.text;
  const auto call = as_call(node);
  if (!call || call->name != "Ref") return std::nullopt;
  const auto given = building.parameters.find(call->argument.text);
  if (given != building.parameters.end()) return given->second;
  const Parameter* parameter = building.from.find_parameter(call->argument.text);
  return parameter == nullptr ? std::nullopt : parameter->default_value;
}

Status check_properties(const Building& building, const Source& source, const Node& properties,
                        std::span<const std::string_view> passed,
                        std::span<const std::string_view> read, std::string_view type) {
  for (const Node::Key& key : properties.keys) {
    if (std::find(passed.begin(), passed.end(), key.name) != passed.end()) continue;
    if (std::find(read.begin(), read.end(), key.name) != read.end()) continue;
    std::vector<std::string_view> known(read.begin(), read.end());
    known.insert(known.end(), passed.begin(), passed.end());
    return invalid(building, source, key.place,
                   fmt::format("property {} not defined for resource of type {}", key.name, type),
                   advice_for(key.name, known));
  }
  return {};
}

Status add(Building& building, const Source& source, std::string_view id, std::string_view type,
           Node properties, Place place) {
  if (building.made.find(id) != nullptr || building.before.find(id) != nullptr) {
    if (id != source.id) {
      return invalid(building, source, place,
                     fmt::format("The logical id {}, which is made for it, is taken.", id),
                     "give the other resource another name");
    }
  }
  Node made = object(place, {{"Type", text_node(type, place)}});
  if (!properties.keys.empty()) made.set("Properties", std::move(properties));
  copy_as(source.resource, "Condition", "Condition", made);
  building.made.keys.push_back({.name = std::string(id), .place = place});
  building.made.items.push_back(std::move(made));
  return {};
}

Status add_main(Building& building, const Source& source, std::string_view id,
                std::string_view type, Node properties) {
  EMU_CHECK(add(building, source, id, type, std::move(properties), source.place));
  Node& made = building.made.items.back();
  for (std::size_t i = 0; i < source.resource.keys.size(); ++i) {
    const std::string& name = source.resource.keys[i].name;
    if (name == "Type" || name == "Properties" || name == "Connectors") continue;
    made.set(name, source.resource.items[i]);
  }
  made.find("Type")->place = source.resource.find("Type")->place;
  return {};
}

Node tag_list(const Node* tags, Place place) {
  Node list = list_node({}, place);
  list.items.push_back(object(
      place, {{"Key", text_node("lambda:createdBy", place)}, {"Value", text_node("SAM", place)}}));
  if (tags == nullptr) return list;
  for (std::size_t i = 0; i < tags->keys.size(); ++i) {
    const Place at = tags->keys[i].place;
    list.items.push_back(
        object(at, {{"Key", text_node(tags->keys[i].name, at)}, {"Value", tags->items[i]}}));
  }
  return list;
}

Node code_of(const Node& uri, std::string_view bucket, std::string_view key,
             std::string_view version) {
  constexpr std::string_view kS3 = "s3://";
  if (uri.is_text() && uri.text.starts_with(kS3)) {
    std::string_view rest = std::string_view(uri.text).substr(kS3.size());
    const std::string_view name = take_until(rest, '/');
    return object(uri.place,
                  {{bucket, text_node(name, uri.place)}, {key, text_node(rest, uri.place)}});
  }
  if (!uri.is_map() || as_call(uri)) return uri;
  Node code = map_node(uri.place);
  copy_as(uri, "Bucket", bucket, code);
  copy_as(uri, "Key", key, code);
  copy_as(uri, "Version", version, code);
  return code;
}

std::string short_hash(const Node& node) {
  constexpr std::size_t kDigits = 10;
  return sha256_hex(to_json(node).dump()).substr(0, kDigits);
}

}  // namespace emu::cloudformation::sam
