#include "cloudformation/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

struct Function {
  std::string_view tag;
  std::string_view name;
};

// Of "Intrinsic function reference"; those of rules come last.
constexpr std::array<Function, 26> kFunctions = {{
    {"!Ref", "Ref"},
    {"!Condition", "Condition"},
    {"!And", "Fn::And"},
    {"!Base64", "Fn::Base64"},
    {"!Cidr", "Fn::Cidr"},
    {"!Equals", "Fn::Equals"},
    {"!FindInMap", "Fn::FindInMap"},
    {"!GetAtt", "Fn::GetAtt"},
    {"!GetAZs", "Fn::GetAZs"},
    {"!If", "Fn::If"},
    {"!ImportValue", "Fn::ImportValue"},
    {"!Join", "Fn::Join"},
    {"!Length", "Fn::Length"},
    {"!Not", "Fn::Not"},
    {"!Or", "Fn::Or"},
    {"!Select", "Fn::Select"},
    {"!Split", "Fn::Split"},
    {"!Sub", "Fn::Sub"},
    {"!ToJsonString", "Fn::ToJsonString"},
    {"!Transform", "Fn::Transform"},
    {"!Contains", "Fn::Contains"},
    {"!EachMemberEquals", "Fn::EachMemberEquals"},
    {"!EachMemberIn", "Fn::EachMemberIn"},
    {"!RefAll", "Fn::RefAll"},
    {"!ValueOf", "Fn::ValueOf"},
    {"!ValueOfAll", "Fn::ValueOfAll"},
}};

constexpr auto kTags = [] {
  std::array<std::string_view, kFunctions.size()> tags = {};
  for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = kFunctions[i].tag;
  return tags;
}();

constexpr auto kNames = [] {
  std::array<std::string_view, kFunctions.size()> names = {};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFunctions[i].name;
  return names;
}();

bool is_name_character(char c) { return is_alphanumeric(c) || c == '_' || c == '.' || c == ':'; }

}  // namespace

std::optional<std::string_view> function_of_tag(std::string_view tag) {
  for (const Function& each : kFunctions) {
    if (each.tag == tag) return each.name;
  }
  return std::nullopt;
}

std::span<const std::string_view> function_tags() { return kTags; }
std::span<const std::string_view> function_names() { return kNames; }

std::optional<FunctionCall> as_call(const Node& node) {
  if (!node.is_map() || node.keys.size() != 1) return std::nullopt;
  const Node::Key& key = node.keys[0];
  if (key.name != "Ref" && !key.name.starts_with("Fn::")) return std::nullopt;
  return FunctionCall{.name = key.name, .argument = node.items[0], .place = key.place};
}

std::optional<std::vector<SubPiece>> pieces_of_sub(std::string_view text) {
  std::vector<SubPiece> pieces;
  std::string plain;
  while (!text.empty()) {
    const std::size_t begin = text.find("${");
    const std::size_t end = begin == text.npos ? text.npos : text.find('}', begin);
    if (end == text.npos) break;
    plain += text.substr(0, begin);
    const std::string_view name = text.substr(begin + 2, end - begin - 2);
    text.remove_prefix(end + 1);
    if (name.starts_with('!')) {
      plain.append("${").append(name.substr(1)).append("}");
      continue;
    }
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_name_character)) {
      return std::nullopt;
    }
    if (!plain.empty()) pieces.push_back({.text = std::exchange(plain, {})});
    pieces.push_back({.text = std::string(name), .is_variable = true});
  }
  plain += text;
  if (!plain.empty()) pieces.push_back({.text = std::move(plain)});
  return pieces;
}

std::pair<std::string_view, std::string_view> split_at_point(std::string_view name) {
  const std::string_view first = take_until(name, '.');
  return {first, name};
}

std::optional<Attribute> attribute_of(const Node& argument) {
  if (argument.is_text()) {
    const auto [logical_id, attribute] = split_at_point(argument.text);
    if (logical_id.empty() || attribute.empty()) return std::nullopt;
    return Attribute{.logical_id = logical_id, .attribute = attribute};
  }
  if (!argument.is_list() || argument.items.size() != 2) return std::nullopt;
  const Node& id = argument.items[0];
  const Node& attribute = argument.items[1];
  if (!id.is_text() || id.text.empty()) return std::nullopt;
  if (as_call(attribute)) return Attribute{.logical_id = id.text, .computed = &attribute};
  if (!attribute.is_text() || attribute.text.empty()) return std::nullopt;
  return Attribute{.logical_id = id.text, .attribute = attribute.text};
}

}  // namespace emu::cloudformation
