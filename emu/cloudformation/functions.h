// The intrinsic functions: their names, their tags, and the arguments that they need.
#pragma once

#include <emu/result.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudformation/node.h"

namespace emu::cloudformation {

// "!GetAtt" → "Fn::GetAtt"; nothing for a tag that is no function's.
std::optional<std::string_view> function_of_tag(std::string_view tag);
std::span<const std::string_view> function_tags();
std::span<const std::string_view> function_names();  // "Ref", "Fn::Sub", …

// A map that is the call of a function: its one key is Ref or begins with Fn::.
struct FunctionCall {
  std::string_view name;
  const Node& argument;
  Place place;  // of the function
};
std::optional<FunctionCall> as_call(const Node& node);

// A piece of the text of Fn::Sub: as it is, or what stands for ${Name} or ${Name.Attribute}.
struct SubPiece {
  std::string text = {};  // of a variable: its name
  bool is_variable = false;
};
// Nothing when a name has characters that are not allowed.
std::optional<std::vector<SubPiece>> pieces_of_sub(std::string_view text);
// "Queue.Arn" → Queue and Arn; without a point the attribute is empty.
std::pair<std::string_view, std::string_view> split_at_point(std::string_view name);

// The logical id and the attribute of Fn::GetAtt, which may be a list or a text with a point. An
// attribute that is a function is left empty. Nothing for another shape.
struct Attribute {
  std::string_view logical_id = {};
  std::string_view attribute = {};
  const Node* computed = nullptr;  // the attribute, when it is a function
};
std::optional<Attribute> attribute_of(const Node& argument);

// Whether a call has the arguments that it needs, as far as they can be seen without values.
// `has_extensions` is whether the template has the transform AWS::LanguageExtensions.
Status check_call(const FunctionCall& call, std::string_view file, bool has_extensions);

}  // namespace emu::cloudformation
