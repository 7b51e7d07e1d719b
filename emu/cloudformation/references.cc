#include "cloudformation/references.h"

#include <algorithm>
#include <array>

namespace emu::cloudformation {

namespace {

// The names of a text of Fn::Sub as views into it, which its pieces are not.
void visit_sub(const Node& text, const Node* variables, const ReferenceVisitor& visitor) {
  std::string_view rest = text.text;
  while (true) {
    const std::size_t begin = rest.find("${");
    const std::size_t end = begin == rest.npos ? rest.npos : rest.find('}', begin);
    if (end == rest.npos) return;
    const std::string_view name = rest.substr(begin + 2, end - begin - 2);
    rest.remove_prefix(end + 1);
    if (name.starts_with('!') || (variables != nullptr && variables->find(name) != nullptr)) {
      continue;
    }
    Reference reference{.name = name, .place = text.place, .is_sub = true};
    if (!name.starts_with("AWS::")) {
      const auto [logical_id, attribute] = split_at_point(name);
      reference.is_get_att = logical_id.size() != name.size();
      reference.name = logical_id;
      reference.attribute = attribute;
    }
    visitor.reference(reference);
  }
}

void visit_if(const Node& argument, const ReferenceVisitor& visitor) {
  if (!argument.is_list() || argument.items.size() != 3) return;
  const std::optional<bool> chosen =
      visitor.chosen ? visitor.chosen(argument.items[0].text) : std::nullopt;
  const bool both = !chosen && visitor.visits_both_branches;
  if (both || chosen == true) visit_references(argument.items[1], visitor);
  if (both || chosen == false) visit_references(argument.items[2], visitor);
}

// Whether the call is no more than its references.
bool visit_reference(const FunctionCall& call, const ReferenceVisitor& visitor) {
  const Node& argument = call.argument;
  if (call.name == "Ref") {
    if (visitor.reference) visitor.reference({.name = argument.text, .place = argument.place});
    return true;
  }
  if (call.name == "Fn::GetAtt") {
    const auto attribute = attribute_of(argument);
    if (attribute && visitor.reference) {
      visitor.reference({.name = attribute->logical_id,
                         .attribute = attribute->attribute,
                         .place = argument.place,
                         .is_get_att = true});
    }
    if (attribute && attribute->computed) visit_references(*attribute->computed, visitor);
    return true;
  }
  if (call.name == "Fn::Sub" && visitor.reference) {
    const bool has_variables = argument.is_list() && argument.items.size() == 2;
    visit_sub(has_variables ? argument.items[0] : argument,
              has_variables ? &argument.items[1] : nullptr, visitor);
  }
  return false;
}

}  // namespace

bool is_pseudo_parameter(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "AWS::AccountId", "AWS::NotificationARNs", kNoValue,         "AWS::Partition",
      "AWS::Region",    "AWS::StackId",          "AWS::StackName", "AWS::URLSuffix"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void visit_references(const Node& node, const ReferenceVisitor& visitor) {
  if (const auto call = as_call(node)) {
    if (visitor.call && !visitor.call(*call)) return;
    if (visit_reference(*call, visitor)) return;
    if (call->name == "Fn::If") return visit_if(call->argument, visitor);
  }
  for (const Node& item : node.items) visit_references(item, visitor);
}

}  // namespace emu::cloudformation
