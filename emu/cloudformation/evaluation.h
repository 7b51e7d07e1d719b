// A template with values: parameters are checked, conditions are decided, and functions are
// replaced by what they stand for.
#pragma once

#include <emu/result.h>

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/template.h"

namespace emu::cloudformation {

// What AWS::Region and its like stand for.
struct PseudoParameters {
  std::string account_id = {};
  std::string region = {};
  std::string partition = "aws";
  std::string url_suffix = "amazonaws.com";
  std::string stack_id = {};
  std::string stack_name = {};
  std::vector<std::string> notification_arns = {};
};

// What a template can ask of the world around it. A function that is not set refuses. `ref` and
// `get_att` are asked only for resources of the template that are not left out by a condition; a
// failure is passed on as it is.
struct Surroundings {
  std::function<Result<nlohmann::json>(const Resource& resource)> ref = {};
  std::function<Result<nlohmann::json>(const Resource& resource, std::string_view attribute)>
      get_att = {};
  // The value that another stack exports.
  std::function<Result<std::string>(std::string_view name)> import_value = {};
  // The value of a parameter of Systems Manager.
  std::function<Result<std::string>(std::string_view name)> ssm_parameter = {};
  // What stands for a "{{resolve:ssm:name}}": "ssm", "ssm-secure" or "secretsmanager", and what
  // follows the colon. When it is not set, such texts stay as they are.
  std::function<Result<std::string>(std::string_view service, std::string_view reference)>
      dynamic_reference = {};
  // Empty stands for three zones: the region's name with a, b and c.
  std::vector<std::string> availability_zones = {};
};

// A parameter with its value, as DescribeStacks shows it.
struct ParameterValue {
  std::string key = {};
  std::string value = {};           // "****" for one with NoEcho
  std::string resolved_value = {};  // of an SSM parameter type; else empty
};

struct OutputValue {
  std::string key = {};
  std::string value = {};
  std::string description = {};
  std::string export_name = {};  // empty when it is not exported
};

class Evaluation {
 public:
  // Takes over values: parameters that the template does not have, a missing value, or one against
  // a constraint are refused. Conditions are decided here.
  static Result<Evaluation> start(Template from, const ParameterValues& given,
                                  PseudoParameters pseudo, Surroundings surroundings);
  Evaluation(Evaluation&&) noexcept;
  Evaluation& operator=(Evaluation&&) noexcept;
  ~Evaluation();

  const Template& source() const;
  const std::vector<ParameterValue>& parameters() const;

  // Nothing when the template has no such condition.
  std::optional<bool> condition(std::string_view name) const;
  // Whether the resource's condition, if it has one, holds.
  bool is_included(const Resource& resource) const;

  // The included resources, each after those that it needs; otherwise in the template's order.
  // Deleting goes the other way round.
  const std::vector<const Resource*>& creation_order() const;
  // The included resources that one needs directly, by Ref, GetAtt, Sub or DependsOn.
  const std::vector<const Resource*>& needs(const Resource& resource) const;

  // The properties with all functions resolved, without those that are AWS::NoValue. Those that
  // come from parameters are texts, also when the property is a number or a boolean: whoever
  // applies them takes "30" for 30 and "true" for true, as AWS does.
  Result<nlohmann::json> properties(const Resource& resource) const;
  // Any part of the template, such as a resource's metadata. AWS::NoValue is null.
  Result<nlohmann::json> resolve(const Node& node) const;
  // The outputs whose conditions hold, in the template's order.
  Result<std::vector<OutputValue>> outputs() const;

 private:
  struct State;
  explicit Evaluation(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace emu::cloudformation
