#include "cloudformation/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/template_limits.h"
#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

constexpr std::array<std::string_view, 12> kSections = {"AWSTemplateFormatVersion",
                                                        "Description",
                                                        "Metadata",
                                                        "Parameters",
                                                        "Rules",
                                                        "Mappings",
                                                        "Conditions",
                                                        "Transform",
                                                        "Resources",
                                                        "Outputs",
                                                        "Globals",
                                                        "Hooks"};

// What tools write beside Resources. Globals is SAM's, and refused without its transform.
Status check_sections(const Node& root, std::string_view file) {
  if (!root.is_map()) {
    return make_error(file, root.place, "Template format error: unsupported structure.",
                      "a template is a map that has Resources: at its top");
  }
  std::vector<std::string> unknown;
  const Node::Key* first = nullptr;
  for (const Node::Key& key : root.keys) {
    if (std::find(kSections.begin(), kSections.end(), key.name) != kSections.end()) continue;
    if (key.name.starts_with("Fn::Transform")) continue;
    if (first == nullptr) first = &key;
    unknown.push_back(key.name);
  }
  if (first == nullptr) return {};
  std::string names;
  for (const std::string& name : unknown) names += (names.empty() ? "" : ", ") + name;
  return make_error(file, first->place,
                    fmt::format("Invalid template property or properties [{}]", names),
                    advice_for(first->name, kSections));
}

Status read_transforms(const Node& root, Template& into) {
  const Node* transform = root.find("Transform");
  if (transform == nullptr) return {};
  const std::vector<Node> all = transform->is_list() ? transform->items : std::vector{*transform};
  for (const Node& each : all) {
    if (each.is_text()) {
      into.transforms.push_back(each.text);
      continue;
    }
    return make_error(into.file, each.place, "Template format error: a transform has a name only.",
                      fmt::format("write Transform: {}", kServerlessTransform));
  }
  return {};
}

Status read_head(const Node& root, Template& into) {
  if (const Node* version = root.find("AWSTemplateFormatVersion")) {
    if (version->text != "2010-09-09") {
      return make_error(into.file, version->place,
                        "Template format error: Unsupported template format version.",
                        "the only one is \"2010-09-09\"");
    }
  }
  if (const Node* description = root.find("Description")) {
    if (!description->is_scalar()) {
      return make_error(into.file, description->place,
                        "Template format error: Description must be a string.",
                        "a text without functions");
    }
    if (description->text.size() > kDescriptionBytesMax) {
      return make_error(into.file, description->place,
                        "Template format error: 'Description' length is greater than 1024.",
                        "shorten it");
    }
    into.description = description->text;
  }
  return read_transforms(root, into);
}

// Whether a transform has to be applied before the rest can be checked.
bool needs_transform(const Template& read) {
  return std::find_if(read.transforms.begin(), read.transforms.end(), [](const auto& each) {
           return each != kLanguageExtensions;
         }) != read.transforms.end();
}

bool has_loop(const Node& node) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (i < node.keys.size() && node.keys[i].name.starts_with("Fn::ForEach::")) return true;
    if (has_loop(node.items[i])) return true;
  }
  return false;
}

template <class T, class Read>
Status read_section(const Template& from, std::string_view name, Read read, std::vector<T>& into) {
  const Node* section = from.root.find(name);
  if (section == nullptr) return {};
  EMU_TRY(into, read({.section = *section, .name = name, .file = from.file}));
  return {};
}

// CloudFormation takes no null anywhere.
Status check_no_null(const Node& node, std::string& path, std::string_view file) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const std::size_t size = path.size();
    path += '/';
    path += node.is_map() ? node.keys[i].name : std::to_string(i);
    if (node.items[i].is_null()) {
      return make_error(file, node.is_map() ? node.keys[i].place : node.items[i].place,
                        fmt::format("Template format error: [{}] 'null' values are not allowed in "
                                    "templates",
                                    path),
                        "write a value, or leave the key out");
    }
    EMU_CHECK(check_no_null(node.items[i], path, file));
    path.resize(size);
  }
  return {};
}

Status check_resources_there(const Template& read) {
  const Node* resources = read.root.find("Resources");
  if (resources == nullptr) {
    return make_error(read.file, read.root.place,
                      "Template format error: At least one Resources member must be defined.",
                      "add Resources:, and below it each resource by its name");
  }
  if (resources->is_map() && !resources->keys.empty()) return {};
  return make_error(read.file, resources->place,
                    "Template format error: At least one Resources member must be defined.",
                    "add below it a resource: its name, a colon, and its Type on the next line");
}

Status read_body(Template& read) {
  EMU_CHECK(read_section(read, "Parameters", read_parameters, read.parameters));
  if (needs_transform(read) || has_loop(read.root)) return {};
  if (const Node* globals = read.root.find("Globals")) {
    return make_error(read.file, globals->place,
                      "Invalid template property or properties [Globals]",
                      fmt::format("it needs Transform: {}", kServerlessTransform));
  }
  if (const Node* mappings = read.root.find("Mappings")) {
    EMU_CHECK(check_mappings({.section = *mappings, .name = "Mappings", .file = read.file}));
  }
  EMU_CHECK(read_section(read, "Conditions", read_conditions, read.conditions));
  EMU_CHECK(read_section(read, "Resources", read_resources, read.resources));
  EMU_CHECK(read_section(read, "Outputs", read_outputs, read.outputs));
  return check_references(read);
}

template <class T>
const T* find_by(const std::vector<T>& all, std::string T::*name, std::string_view wanted) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const T& each) { return each.*name == wanted; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool has_extensions(const Template& from) {
  return std::find(from.transforms.begin(), from.transforms.end(), kLanguageExtensions) !=
         from.transforms.end();
}

std::string path_of(std::string_view section, std::string_view name) {
  return fmt::format("[/{}/{}]", section, name);
}

Status check_section(const SectionContext& context, std::string_view kind, std::size_t max) {
  const Node& section = context.section;
  if (!section.is_map()) {
    return make_error(
        context.file, section.place,
        fmt::format("Template format error: [/{}] '{}' must be a map.", context.name, context.name),
        "below it each member stands with its name and a colon");
  }
  if (section.keys.size() > max) {
    return make_error(context.file, section.place,
                      fmt::format("Template format error: Number of {}, {}, is greater than "
                                  "maximum allowed, {}",
                                  lower_case(context.name), section.keys.size(), max),
                      "move some of them into a stack of their own");
  }
  for (std::size_t i = 0; i < section.keys.size(); ++i) {
    const Node::Key& key = section.keys[i];
    const bool is_name = !key.name.empty() && key.name.size() <= kLogicalIdMax &&
                         std::all_of(key.name.begin(), key.name.end(), is_alphanumeric);
    if (!is_name) {
      std::string plain = key.name;
      std::erase_if(plain, [](char c) { return !is_alphanumeric(c); });
      return make_error(
          context.file, key.place,
          fmt::format("Template format error: {} name {} is non alphanumeric.", kind, key.name),
          fmt::format("letters and digits only: {}", plain));
    }
    if (section.items[i].is_map()) continue;
    return make_error(context.file, key.place,
                      fmt::format("Template format error: {} Every {} member must be an object.",
                                  path_of(context.name, key.name), context.name),
                      "its members stand below it, further to the right");
  }
  return {};
}

Status check_members(const Node& map, std::span<const std::string_view> known,
                     std::string_view file, std::string_view text) {
  for (const Node::Key& key : map.keys) {
    if (std::find(known.begin(), known.end(), key.name) != known.end()) continue;
    return make_error(file, key.place, fmt::format(fmt::runtime(text), key.name),
                      advice_for(key.name, known));
  }
  return {};
}

Result<std::string> text_member(const Node& node, std::string_view file, std::string_view what) {
  if (node.is_scalar()) return node.text;
  return make_error(file, node.place,
                    fmt::format("Template format error: Every {} member must be a string.", what),
                    as_call(node) ? "a function cannot stand here" : "write one text");
}

Result<Template> check_template(Node root, std::string_view file) {
  Template read{.file = std::string(file), .root = std::move(root)};
  EMU_CHECK(check_sections(read.root, file));
  EMU_CHECK(read_head(read.root, read));
  EMU_CHECK(check_resources_there(read));
  std::string path;
  EMU_CHECK(check_no_null(read.root, path, file));
  EMU_CHECK(read_body(read));
  return read;
}

Result<Template> read_template(std::string_view text, std::string_view file) {
  EMU_TRY(Node && root, read_node(text, file));
  return check_template(std::move(root), file);
}

const Parameter* Template::find_parameter(std::string_view name) const {
  return find_by(parameters, &Parameter::name, name);
}

const Condition* Template::find_condition(std::string_view name) const {
  return find_by(conditions, &Condition::name, name);
}

const Resource* Template::find_resource(std::string_view logical_id) const {
  return find_by(resources, &Resource::logical_id, logical_id);
}

}  // namespace emu::cloudformation
