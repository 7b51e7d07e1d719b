#include "cloudformation/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cloudformation/references.h"
#include "cloudformation/template_limits.h"

namespace emu::cloudformation {

std::optional<std::string> scalar_text(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean() || value.is_number()) return value.dump();
  return std::nullopt;
}

Error Resolver::error(Place place, std::string_view text, std::string_view advice) const {
  return make_error(values_.from.file, place, text, advice);
}

// Names of parameters are short and their values are not: what a template comes to has a bound.
Result<Resolved> Resolver::count(nlohmann::json value, Place place) {
  bytes_ += value.is_string() ? value.get_ref<const std::string&>().size() : value.size();
  if (bytes_ <= kResolvedBytesMax) return Resolved(std::move(value));
  return error(place, "Template error: the functions of one resource come to too much.",
               fmt::format("at most {} bytes", kResolvedBytesMax));
}

Result<Resolved> Resolver::resolve(const Node& node) {
  if (const auto function = as_call(node)) {
    EMU_TRY(Resolved && value, call(*function));
    if (!value) return Resolved();
    return count(*std::move(value), function->place);
  }
  if (node.is_list()) {
    nlohmann::json list = nlohmann::json::array();
    for (const Node& item : node.items) {
      EMU_TRY(Resolved && value, resolve(item));
      if (value) list.push_back(*std::move(value));
    }
    return Resolved(std::move(list));
  }
  if (!node.is_map()) return Resolved(to_json(node));
  nlohmann::json map = nlohmann::json::object();
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    EMU_TRY(Resolved && value, resolve(node.items[i]));
    if (value) map[node.keys[i].name] = *std::move(value);
  }
  return Resolved(std::move(map));
}

Result<std::string> Resolver::resolve_text(const Node& node, std::string_view refusal) {
  if (node.is_scalar()) return node.text;
  EMU_TRY(Resolved && value, resolve(node));
  if (auto text = value ? scalar_text(*value) : std::nullopt) return *std::move(text);
  return error(node.place, refusal);
}

Result<nlohmann::json> Resolver::list(const Node& node, std::string_view refusal) {
  EMU_TRY(Resolved && value, resolve(node));
  if (value && value->is_array()) return *std::move(value);
  return error(node.place, refusal, "a list, or a function that gives one");
}

Result<Resolved> Resolver::call(const FunctionCall& call) {
  using Function = Result<Resolved> (Resolver::*)(const Node&);
  static constexpr std::array<std::pair<std::string_view, Function>, 13> kFunctions = {{
      {"Fn::Base64", &Resolver::base64},
      {"Fn::Cidr", &Resolver::cidr},
      {"Fn::FindInMap", &Resolver::find_in_map},
      {"Fn::GetAZs", &Resolver::zones},
      {"Fn::GetAtt", &Resolver::get_att},
      {"Fn::If", &Resolver::choose},
      {"Fn::ImportValue", &Resolver::import_value},
      {"Fn::Join", &Resolver::join},
      {"Fn::Length", &Resolver::length},
      {"Fn::Select", &Resolver::select},
      {"Fn::Split", &Resolver::split},
      {"Fn::Sub", &Resolver::sub},
      {"Fn::ToJsonString", &Resolver::json_text},
  }};
  // What is not part of the checked template, such as metadata, is checked here.
  EMU_CHECK(check_call(call, values_.from.file, true));
  if (call.name == "Ref") return ref(call.argument.text, call.argument.place);
  for (const auto& [name, function] : kFunctions) {
    if (name == call.name) return (this->*function)(call.argument);
  }
  return error(
      call.place,
      fmt::format("Template error: {} can only be used in the Conditions block.", call.name),
      "give the condition a name there, and write !If [Name, value, other]");
}

Result<Resolved> Resolver::ref(std::string_view name, Place place) {
  const PseudoParameters& pseudo = values_.pseudo;
  const std::pair<std::string_view, const std::string*> texts[] = {
      {"AWS::AccountId", &pseudo.account_id}, {"AWS::Partition", &pseudo.partition},
      {"AWS::Region", &pseudo.region},        {"AWS::StackId", &pseudo.stack_id},
      {"AWS::StackName", &pseudo.stack_name}, {"AWS::URLSuffix", &pseudo.url_suffix}};
  if (name == kNoValue) return Resolved();
  if (name == "AWS::NotificationARNs") return Resolved(pseudo.notification_arns);
  for (const auto& [each, text] : texts) {
    if (each == name) return Resolved(*text);
  }
  const auto parameter = values_.parameters.find(name);
  if (parameter != values_.parameters.end()) return Resolved(parameter->second);
  const Resource* resource = values_.from.find_resource(name);
  if (resource == nullptr || !values_.surroundings.ref) {
    return error(place, fmt::format("Template format error: Unresolved resource dependencies [{}] "
                                    "in the Resources block of the template",
                                    name));
  }
  EMU_TRY(nlohmann::json && id, values_.surroundings.ref(*resource));
  return Resolved(std::move(id));
}

Result<nlohmann::json> Resolver::attribute(std::string_view logical_id, std::string_view attribute,
                                           Place place) {
  const Resource* resource = values_.from.find_resource(logical_id);
  if (resource == nullptr || !values_.surroundings.get_att) {
    return error(place, fmt::format("Template error: instance of Fn::GetAtt references undefined "
                                    "resource {}",
                                    logical_id));
  }
  return values_.surroundings.get_att(*resource, attribute);
}

Result<Resolved> Resolver::get_att(const Node& argument) {
  const auto named = attribute_of(argument);
  std::string name(named->attribute);
  if (named->computed != nullptr) {
    EMU_TRY(name, resolve_text(*named->computed,
                               "Template error: every Fn::GetAtt object requires two non-empty "
                               "parameters, the resource name and the resource attribute"));
  }
  EMU_TRY(nlohmann::json && value, attribute(named->logical_id, name, argument.place));
  return Resolved(std::move(value));
}

Result<std::string> Resolver::sub_variable(std::string_view name, const Node* variables,
                                           Place place) {
  const std::string refusal =
      fmt::format("Template error: Fn::Sub: {} does not resolve to a string", name);
  if (variables != nullptr) {
    if (const Node* own = variables->find(name)) return resolve_text(*own, refusal);
  }
  const auto [logical_id, attribute_name] = split_at_point(name);
  const bool is_attribute = !name.starts_with("AWS::") && !attribute_name.empty();
  Resolved value;
  if (is_attribute) {
    EMU_TRY(value, attribute(logical_id, attribute_name, place));
  } else {
    EMU_TRY(value, ref(name, place));
  }
  if (auto text = value ? scalar_text(*value) : std::nullopt) return *std::move(text);
  return error(place, refusal, "join a list with Fn::Join first");
}

Result<Resolved> Resolver::sub(const Node& argument) {
  const Node& text = argument.is_list() ? argument.items[0] : argument;
  const Node* variables = argument.is_list() ? &argument.items[1] : nullptr;
  std::string made;
  const auto pieces = pieces_of_sub(text.text);
  for (const SubPiece& piece : *pieces) {
    if (!piece.is_variable) {
      made += piece.text;
      continue;
    }
    EMU_TRY(const std::string value, sub_variable(piece.text, variables, text.place));
    made += value;
    if (made.size() > kResolvedBytesMax) return count(std::move(made), text.place);
  }
  return Resolved(std::move(made));
}

Result<Resolved> Resolver::choose(const Node& argument) {
  const auto condition = values_.conditions.find(argument.items[0].text);
  if (condition == values_.conditions.end()) {
    return error(argument.items[0].place,
                 fmt::format("Template format error: Unresolved condition dependencies [{}] in the "
                             "Resources block of the template",
                             argument.items[0].text));
  }
  return resolve(argument.items[condition->second ? 1 : 2]);
}

Result<bool> Resolver::resolve_condition(const Node& node) {
  if (const Node* name = node.keys.size() == 1 ? node.find("Condition") : nullptr) {
    const auto known = values_.conditions.find(name->text);
    if (known != values_.conditions.end()) return known->second;
    const Condition* condition = values_.from.find_condition(name->text);
    if (condition == nullptr) {
      return error(name->place, "Template format error: Unresolved condition dependencies [" +
                                    name->text + "] in the Conditions block of the template");
    }
    return resolve_condition(condition->expression);
  }
  const auto function = as_call(node);
  if (!function) {
    return error(node.place, "Template error: a condition is expected.",
                 "write !Equals [!Ref Stage, prod]");
  }
  EMU_CHECK(check_call(*function, values_.from.file, true));
  const std::vector<Node>& items = function->argument.items;
  if (function->name == "Fn::Equals") {
    EMU_TRY(Resolved && a, resolve(items[0]));
    EMU_TRY(Resolved && b, resolve(items[1]));
    const auto a_text = a ? scalar_text(*a) : std::nullopt;
    const auto b_text = b ? scalar_text(*b) : std::nullopt;
    return a_text && b_text ? *a_text == *b_text : a == b;
  }
  const bool is_and = function->name == "Fn::And";
  if (!is_and && function->name != "Fn::Or" && function->name != "Fn::Not") {
    return error(function->place,
                 fmt::format("Template error: {} is no condition.", function->name),
                 "it can be Fn::And, Fn::Equals, Fn::Not or Fn::Or");
  }
  for (const Node& item : items) {
    EMU_TRY(const bool holds, resolve_condition(item));
    if (function->name == "Fn::Not") return !holds;
    if (holds != is_and) return holds;
  }
  return is_and;
}

}  // namespace emu::cloudformation
