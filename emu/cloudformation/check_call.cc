// The arguments of functions, with the texts that CloudFormation was observed to give.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

bool is_list_of(const Node& node, std::size_t min, std::size_t max) {
  return node.is_list() && node.items.size() >= min && node.items.size() <= max;
}

// What may come to a text: a scalar, or a function.
bool may_be_text(const Node& node) { return node.is_scalar() || as_call(node).has_value(); }
bool may_be_list(const Node& node) { return node.is_list() || as_call(node).has_value(); }
bool may_be_condition(const Node& node) {
  return as_call(node) || (node.is_map() && node.keys.size() == 1 && node.find("Condition"));
}

bool is_good_sub(const Node& argument) {
  if (argument.is_text()) return true;
  return is_list_of(argument, 2, 2) && argument.items[0].is_text() && argument.items[1].is_map();
}

bool is_good_join(const Node& argument) {
  return is_list_of(argument, 2, 2) && argument.items[0].is_scalar() &&
         may_be_list(argument.items[1]);
}

bool is_good_split(const Node& argument) {
  return is_list_of(argument, 2, 2) && argument.items[0].is_scalar() &&
         !argument.items[0].text.empty() && may_be_text(argument.items[1]);
}

bool is_good_select(const Node& argument) {
  if (!is_list_of(argument, 2, 2) || !may_be_list(argument.items[1])) return false;
  const Node& index = argument.items[0];
  if (as_call(index)) return true;
  return index.is_scalar() && !index.text.empty() &&
         std::all_of(index.text.begin(), index.text.end(), is_digit);
}

bool is_good_find_in_map(const Node& argument) {
  if (!is_list_of(argument, 3, 4)) return false;
  return std::all_of(argument.items.begin(), argument.items.begin() + 3, may_be_text);
}

bool is_good_if(const Node& argument) {
  return is_list_of(argument, 3, 3) && argument.items[0].is_text();
}

bool is_good_equals(const Node& argument) {
  return is_list_of(argument, 2, 2) &&
         std::all_of(argument.items.begin(), argument.items.end(),
                     [](const Node& item) { return may_be_text(item) || item.is_list(); });
}

bool is_good_logic(const Node& argument) {
  return is_list_of(argument, 2, 10) &&
         std::all_of(argument.items.begin(), argument.items.end(), may_be_condition);
}

bool is_good_not(const Node& argument) {
  return is_list_of(argument, 1, 1) && may_be_condition(argument.items[0]);
}

bool is_good_cidr(const Node& argument) {
  return is_list_of(argument, 2, 3) &&
         std::all_of(argument.items.begin(), argument.items.end(), may_be_text);
}

bool is_text_only(const Node& argument) { return argument.is_text() && !argument.text.empty(); }
bool is_attribute(const Node& argument) { return attribute_of(argument).has_value(); }
bool is_list_or_map(const Node& argument) { return argument.is_list() || argument.is_map(); }

struct Rule {
  std::string_view function;
  bool (*is_good)(const Node& argument);
  std::string_view text;
  std::string_view advice;
};

constexpr std::array<Rule, 17> kRules = {{
    {"Ref", is_text_only, "Template error: every Ref object must have a single String value.",
     "!Ref LogicalId"},
    {"Fn::GetAtt", is_attribute,
     "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name "
     "and the resource attribute",
     "!GetAtt LogicalId.Attribute"},
    {"Fn::Sub", is_good_sub,
     "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. "
     "Specify a string as first argument, and an optional second argument to specify a mapping of "
     "values to replace in the string",
     "!Sub \"text ${Name}\", or !Sub [\"text ${Name}\", {Name: value}]"},
    {"Fn::Join", is_good_join,
     "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and "
     "(2) "
     "a list of strings to be joined or a function that returns a list of strings (such as "
     "Fn::GetAZs) to be joined.",
     "!Join [\"-\", [a, b]]"},
    {"Fn::Split", is_good_split,
     "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and "
     "(2) a string to be split or a function that returns a string to be split.",
     "!Split [\",\", text]"},
    {"Fn::Select", is_good_select,
     "Template error: Fn::Select requires a list argument with two elements: an integer index and "
     "a list",
     "!Select [0, [a, b]]"},
    {"Fn::FindInMap", is_good_find_in_map,
     "Template error: every Fn::FindInMap object requires three parameters, the map name, map key "
     "and the attribute for return value",
     "!FindInMap [Map, Key, Attribute]"},
    {"Fn::If", is_good_if,
     "Template error: Fn::If requires a list argument with the first element being a condition",
     "!If [ConditionName, value, other]"},
    {"Fn::Equals", is_good_equals,
     "Template error: every Fn::Equals object requires a list of 2 string parameters.",
     "!Equals [!Ref Stage, prod]"},
    {"Fn::And", is_good_logic,
     "Template error: every Fn::And object requires a list of at least 2 and at most 10 boolean "
     "parameters.",
     "!And [!Condition A, !Condition B]"},
    {"Fn::Or", is_good_logic,
     "Template error: every Fn::Or object requires a list of at least 2 and at most 10 boolean "
     "parameters.",
     "!Or [!Condition A, !Condition B]"},
    {"Fn::Not", is_good_not, "Template error: every Fn::Not object requires one boolean parameter.",
     "!Not [!Condition A]"},
    {"Fn::Base64", may_be_text,
     "Template error: every Fn::Base64 object must have a String-typed value.", "!Base64 text"},
    {"Fn::Cidr", is_good_cidr,
     "Template error: every Fn::Cidr object requires two or three parameters, the block, the count "
     "and the bits of each block.",
     "!Cidr [10.0.0.0/16, 4, 8]"},
    {"Fn::GetAZs", may_be_text,
     "Template error: every Fn::GetAZs object must have a String-typed value.", "!GetAZs \"\""},
    {"Fn::ImportValue", may_be_text,
     "Template error: every Fn::ImportValue object must have a String-typed value.",
     "!ImportValue name-of-the-export"},
    {"Fn::ToJsonString", is_list_or_map,
     "Template error: every Fn::ToJsonString object must have a list or a map.",
     "Fn::ToJsonString: {key: value}"},
}};

Status check_sub_names(const FunctionCall& call, std::string_view file) {
  const Node& text = call.argument.is_list() ? call.argument.items[0] : call.argument;
  if (pieces_of_sub(text.text)) return {};
  return make_error(file, text.place,
                    "Template error: variable names in Fn::Sub syntax must contain only "
                    "alphanumeric characters, underscores, periods, and colons",
                    "${!Name} stands for the text ${Name}");
}

bool is_extension(std::string_view name) {
  return name == "Fn::Length" || name == "Fn::ToJsonString" || name.starts_with("Fn::ForEach");
}

}  // namespace

Status check_call(const FunctionCall& call, std::string_view file, bool has_extensions) {
  if (call.name == "Fn::Transform") {
    return make_error(file, call.place, "Template error: Fn::Transform runs no macros here.",
                      "write what the macro would make; of transforms there are "
                      "AWS::Serverless-2016-10-31 and AWS::LanguageExtensions");
  }
  if (is_extension(call.name) && !has_extensions) {
    return make_error(file, call.place,
                      fmt::format("Template error: {} is a function of the transform "
                                  "AWS::LanguageExtensions.",
                                  call.name),
                      "add Transform: AWS::LanguageExtensions to the template");
  }
  for (const Rule& rule : kRules) {
    if (rule.function != call.name) continue;
    if (!rule.is_good(call.argument)) {
      return make_error(file, call.place, rule.text, fmt::format("write {}", rule.advice));
    }
    if (call.name == "Fn::Sub") return check_sub_names(call, file);
    if (call.name == "Fn::FindInMap" && call.argument.items.size() == 4 && !has_extensions) {
      return make_error(file, call.place, rule.text,
                        "a default value needs Transform: AWS::LanguageExtensions");
    }
    return {};
  }
  if (call.name == "Fn::Length") {
    if (may_be_list(call.argument)) return {};
    return make_error(file, call.place, "Template error: every Fn::Length object must have a list.",
                      "write Fn::Length: [a, b]");
  }
  const auto names = function_names();
  if (std::find(names.begin(), names.end(), call.name) != names.end()) {
    return make_error(file, call.place,
                      fmt::format("Template error: {} is a function of rules.", call.name),
                      "it stands in the section Rules only");
  }
  return make_error(file, call.place,
                    fmt::format("Template error: Unsupported function: {}.", call.name),
                    advice_for(call.name, names));
}

}  // namespace emu::cloudformation
