// Replaces functions by what they stand for.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "cloudformation/evaluation.h"
#include "cloudformation/functions.h"

namespace emu::cloudformation {

// What a template is resolved with. All of it outlives the resolver.
struct Values {
  const Template& from;
  const PseudoParameters& pseudo;
  const Surroundings& surroundings;
  // Of parameters: texts, and lists of texts.
  const std::map<std::string, nlohmann::json, std::less<>>& parameters;
  const std::map<std::string, bool, std::less<>>& conditions;
};

// A value, or nothing for AWS::NoValue.
using Resolved = std::optional<nlohmann::json>;

// Lives for one part of a template: what it makes is bounded.
class Resolver {
 public:
  explicit Resolver(const Values& values) : values_(values) {}

  Result<Resolved> resolve(const Node& node);
  // A text, or a scalar as one.
  Result<std::string> resolve_text(const Node& node, std::string_view refusal);
  // Of the section Conditions: an Fn::And, Fn::Equals, Fn::Not, Fn::Or or Condition.
  Result<bool> resolve_condition(const Node& node);

 private:
  Error error(Place place, std::string_view text, std::string_view advice = {}) const;
  Result<Resolved> count(nlohmann::json value, Place place);
  Result<Resolved> call(const FunctionCall& call);

  Result<Resolved> ref(std::string_view name, Place place);
  Result<Resolved> get_att(const Node& argument);
  Result<nlohmann::json> attribute(std::string_view logical_id, std::string_view attribute,
                                   Place place);
  Result<Resolved> sub(const Node& argument);
  Result<std::string> sub_variable(std::string_view name, const Node* variables, Place place);
  Result<Resolved> join(const Node& argument);
  Result<Resolved> split(const Node& argument);
  Result<Resolved> select(const Node& argument);
  Result<Resolved> choose(const Node& argument);
  Result<Resolved> find_in_map(const Node& argument);
  Result<Resolved> base64(const Node& argument);
  Result<Resolved> cidr(const Node& argument);
  Result<Resolved> zones(const Node& argument);
  Result<Resolved> import_value(const Node& argument);
  Result<Resolved> length(const Node& argument);
  Result<Resolved> json_text(const Node& argument);
  // A list, perhaps one that a function gives.
  Result<nlohmann::json> list(const Node& node, std::string_view refusal);

  const Values& values_;
  std::size_t bytes_ = 0;
};

// A scalar as a text; nothing for lists, maps and null.
std::optional<std::string> scalar_text(const nlohmann::json& value);

// The blocks that Fn::Cidr cuts an IPv4 block into; nothing when they do not fit.
std::optional<nlohmann::json> cut_cidr(std::string_view block, std::string_view count,
                                       std::string_view bits);

}  // namespace emu::cloudformation
