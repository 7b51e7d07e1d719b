// The sections "Mappings", "Conditions", "Resources" and "Outputs" of a template.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/sections.h"
#include "cloudformation/template_limits.h"

namespace emu::cloudformation {

namespace {

constexpr std::array<std::string_view, 9> kAttributes = {
    "Type",         "Properties",          "DependsOn",      "Condition", "DeletionPolicy",
    "UpdatePolicy", "UpdateReplacePolicy", "CreationPolicy", "Metadata"};

constexpr std::array<std::string_view, 4> kOutputMembers = {"Value", "Description", "Export",
                                                            "Condition"};

Result<std::string> read_type(const SectionContext& context, const Node::Key& key,
                              const Node& map) {
  const Node* type = map.find("Type");
  if (type == nullptr || type->text.empty()) {
    return make_error(context.file, type == nullptr ? key.place : type->place,
                      fmt::format("Template format error: {} Every Resources object must contain "
                                  "a Type member.",
                                  path_of(context.name, key.name)),
                      "add Type: such as AWS::SQS::Queue");
  }
  return text_member(*type, context.file, "Type");
}

Result<DeletionPolicy> read_policy(const Node& map, std::string_view name, std::string_view file) {
  static constexpr std::array<std::string_view, 4> kPolicies = {"Delete", "Retain",
                                                                "RetainExceptOnCreate", "Snapshot"};
  const Node* node = map.find(name);
  if (node == nullptr) return DeletionPolicy::kDelete;
  const auto found = std::find(kPolicies.begin(), kPolicies.end(), node->text);
  if (found != kPolicies.end()) return static_cast<DeletionPolicy>(found - kPolicies.begin());
  return make_error(file, node->place,
                    fmt::format("Template format error: Unrecognized {} {}", name, node->text),
                    advice_for(node->text, kPolicies));
}

Status read_depends_on(const Node& map, std::string_view file, std::vector<std::string>& into) {
  const Node* node = map.find("DependsOn");
  if (node == nullptr) return {};
  const std::vector<Node> all = node->is_list() ? node->items : std::vector{*node};
  for (const Node& each : all) {
    if (!each.is_text()) {
      return make_error(file, each.place,
                        "Template format error: Every DependsOn value must be a string.",
                        "write the logical id alone, without !Ref");
    }
    into.push_back(each.text);
  }
  return {};
}

Result<Resource> read_resource(const SectionContext& context, const Node::Key& key,
                               const Node& map) {
  const std::string_view file = context.file;
  Resource into{.logical_id = key.name, .place = key.place};
  EMU_TRY(into.type, read_type(context, key, map));
  into.type_place = map.find("Type")->place;
  EMU_CHECK(check_members(map, kAttributes, file, "Invalid template resource property '{}'"));
  EMU_CHECK(read_depends_on(map, file, into.depends_on));
  EMU_TRY(into.deletion_policy, read_policy(map, "DeletionPolicy", file));
  EMU_TRY(into.update_replace_policy, read_policy(map, "UpdateReplacePolicy", file));
  if (const Node* condition = map.find("Condition")) {
    EMU_TRY(into.condition, text_member(*condition, file, "Condition"));
  }
  into.properties = map_node(key.place);
  if (const Node* properties = map.find("Properties")) {
    if (!properties->is_map()) {
      return make_error(file, properties->place,
                        fmt::format("Template format error: {} 'Properties' must be an object.",
                                    path_of(context.name, key.name)),
                        "below it each property stands with its name and a colon");
    }
    into.properties = *properties;
  }
  for (const auto& [name, member] : {std::pair{"Metadata", &Resource::metadata},
                                     std::pair{"CreationPolicy", &Resource::creation_policy},
                                     std::pair{"UpdatePolicy", &Resource::update_policy}}) {
    if (const Node* node = map.find(name)) into.*member = *node;
  }
  return into;
}

Result<Output> read_output(const SectionContext& context, const Node::Key& key, const Node& map) {
  const std::string_view file = context.file;
  Output into{.key = key.name, .place = key.place};
  EMU_CHECK(check_members(map, kOutputMembers, file, "Invalid template output property '{}'"));
  const Node* value = map.find("Value");
  if (value == nullptr || value->is_null()) {
    return make_error(file, key.place,
                      fmt::format("Template format error: {} Every Outputs member must contain a "
                                  "Value object",
                                  path_of(context.name, key.name)),
                      "add Value: !Ref LogicalId");
  }
  if (value->is_list() || (value->is_map() && !as_call(*value))) {
    return make_error(file, value->place,
                      fmt::format("Template format error: Output {} is malformed. The Value field "
                                  "of every Outputs member must evaluate to a String.",
                                  key.name),
                      "write one text, or a function such as !Ref");
  }
  into.value = *value;
  if (const Node* description = map.find("Description")) {
    EMU_TRY(into.description, text_member(*description, file, "Description"));
  }
  if (const Node* condition = map.find("Condition")) {
    EMU_TRY(into.condition, text_member(*condition, file, "Condition"));
  }
  const Node* exported = map.find("Export");
  if (exported == nullptr) return into;
  const Node* name = exported->find("Name");
  if (name == nullptr || exported->keys.size() != 1) {
    return make_error(file, exported->place,
                      fmt::format("Template format error: Output {} is malformed. The Export field "
                                  "must have a Name only.",
                                  key.name),
                      "write Export: {Name: a-name}");
  }
  into.export_name = *name;
  return into;
}

}  // namespace

Status check_mappings(const SectionContext& context) {
  EMU_CHECK(check_section(context, "Mapping", kMappingsMax));
  for (std::size_t i = 0; i < context.section.items.size(); ++i) {
    const Node& mapping = context.section.items[i];
    for (std::size_t k = 0; k < mapping.keys.size(); ++k) {
      const Node& values = mapping.items[k];
      const std::string path =
          fmt::format("[/Mappings/{}/{}]", context.section.keys[i].name, mapping.keys[k].name);
      if (!values.is_map()) {
        return make_error(context.file, mapping.keys[k].place,
                          fmt::format("Template format error: {} Every Mappings attribute must be "
                                      "a map.",
                                      path),
                          "a mapping has two levels of keys: {Key: {Attribute: value}}");
      }
      for (const Node& value : values.items) {
        const bool is_value =
            value.is_scalar() ||
            (value.is_list() && std::all_of(value.items.begin(), value.items.end(),
                                            [](const Node& item) { return item.is_scalar(); }));
        if (is_value) continue;
        return make_error(context.file, value.place,
                          fmt::format("Template format error: {} Every Mappings attribute must be "
                                      "a String or a List.",
                                      path),
                          "a mapping takes no functions");
      }
    }
  }
  return {};
}

Result<std::vector<Condition>> read_conditions(const SectionContext& context) {
  EMU_CHECK(check_section(context, "Condition", kResourcesMax));
  std::vector<Condition> conditions;
  for (std::size_t i = 0; i < context.section.keys.size(); ++i) {
    const Node& expression = context.section.items[i];
    const auto call = as_call(expression);
    static constexpr std::array<std::string_view, 4> kLogic = {"Fn::And", "Fn::Equals", "Fn::Not",
                                                               "Fn::Or"};
    const bool is_logic =
        (call && std::find(kLogic.begin(), kLogic.end(), call->name) != kLogic.end()) ||
        (expression.keys.size() == 1 && expression.find("Condition") != nullptr);
    if (!is_logic) {
      return make_error(context.file, context.section.keys[i].place,
                        fmt::format("Template format error: {} Every Conditions member must be an "
                                    "Fn::And, Fn::Equals, Fn::Not or Fn::Or.",
                                    path_of(context.name, context.section.keys[i].name)),
                        "write !Equals [!Ref Stage, prod]");
    }
    conditions.push_back({.name = context.section.keys[i].name, .expression = expression});
  }
  return conditions;
}

Result<std::vector<Resource>> read_resources(const SectionContext& context) {
  EMU_CHECK(check_section(context, "Resource", kResourcesMax));
  std::vector<Resource> resources;
  for (std::size_t i = 0; i < context.section.keys.size(); ++i) {
    EMU_TRY(Resource && resource,
            read_resource(context, context.section.keys[i], context.section.items[i]));
    resources.push_back(std::move(resource));
  }
  return resources;
}

Result<std::vector<Output>> read_outputs(const SectionContext& context) {
  EMU_CHECK(check_section(context, "Output", kOutputsMax));
  std::vector<Output> outputs;
  for (std::size_t i = 0; i < context.section.keys.size(); ++i) {
    EMU_TRY(Output && output,
            read_output(context, context.section.keys[i], context.section.items[i]));
    outputs.push_back(std::move(output));
  }
  return outputs;
}

}  // namespace emu::cloudformation
