// What a part of a template refers to.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "cloudformation/functions.h"
#include "cloudformation/node.h"

namespace emu::cloudformation {

inline constexpr std::string_view kNoValue = "AWS::NoValue";

// AWS::Region and its like, AWS::NoValue among them.
bool is_pseudo_parameter(std::string_view name);

struct Reference {
  std::string_view name;
  std::string_view attribute = {};  // of Fn::GetAtt, and of a name with a point in Fn::Sub
  Place place = {};
  bool is_get_att = false;
  bool is_sub = false;
};

struct ReferenceVisitor {
  std::function<void(const Reference&)> reference = {};
  // Each call, before its arguments; false leaves them out.
  std::function<bool(const FunctionCall&)> call = {};
  // Which branch of an Fn::If is meant. Nothing, or no function: none of the two.
  std::function<std::optional<bool>(std::string_view condition)> chosen = {};
  bool visits_both_branches = false;
};

// Each Ref, Fn::GetAtt and variable of Fn::Sub. The names live as long as the node.
void visit_references(const Node& node, const ReferenceVisitor& visitor);

}  // namespace emu::cloudformation
