#include "cloudformation/evaluation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "cloudformation/dependencies.h"
#include "cloudformation/dynamic_reference.h"
#include "cloudformation/parameter_values.h"
#include "cloudformation/resolver.h"

namespace emu::cloudformation {

struct Evaluation::State {
  Template from;
  PseudoParameters pseudo;
  Surroundings surroundings;
  std::map<std::string, nlohmann::json, std::less<>> parameters = {};
  std::map<std::string, bool, std::less<>> conditions = {};
  std::vector<ParameterValue> shown = {};
  std::vector<const Resource*> order = {};
  std::vector<std::vector<const Resource*>> needs = {};  // by the resource's place

  Values values() const { return {from, pseudo, surroundings, parameters, conditions}; }
  std::size_t place_of(const Resource& resource) const {
    return static_cast<std::size_t>(from.find_resource(resource.logical_id) -
                                    from.resources.data());
  }

  Status take_parameters(const ParameterValues& given);
  Status take_parameter(const Parameter& parameter, const std::string& value);
  Status decide_conditions();
  Status find_order();
};

// In the order in which CloudFormation was observed to check them.
Status Evaluation::State::take_parameters(const ParameterValues& given) {
  std::vector<std::string> unknown;
  std::vector<std::string> missing;
  Place first_missing;
  for (const auto& [name, value] : given) {
    if (from.find_parameter(name) == nullptr) unknown.push_back(name);
  }
  if (!unknown.empty()) {
    return make_error(
        from.file, {},
        fmt::format("Parameters: [{}] do not exist in the template", fmt::join(unknown, ", ")),
        "leave them out, or add them to Parameters");
  }
  for (const Parameter& parameter : from.parameters) {
    if (given.contains(parameter.name) || parameter.default_value) continue;
    if (missing.empty()) first_missing = parameter.place;
    missing.push_back(parameter.name);
  }
  if (!missing.empty()) {
    return make_error(from.file, first_missing,
                      fmt::format("Parameters: [{}] must have values", fmt::join(missing, ", ")),
                      "give a value, or add a Default to the parameter");
  }
  for (const Parameter& parameter : from.parameters) {
    const auto found = given.find(parameter.name);
    EMU_CHECK(
        take_parameter(parameter, found == given.end() ? *parameter.default_value : found->second));
  }
  return {};
}

Status Evaluation::State::take_parameter(const Parameter& parameter, const std::string& value) {
  if (auto problem = problem_with(parameter, value)) {
    return make_error(from.file, parameter.place, *problem,
                      fmt::format("the value is \"{}\"", parameter.no_echo ? "****" : value));
  }
  ParameterValue shown_value{.key = parameter.name, .value = parameter.no_echo ? "****" : value};
  std::string meant = value;
  if (is_ssm_type(parameter.type)) {
    if (!surroundings.ssm_parameter) {
      return make_error(from.file, parameter.place,
                        fmt::format("Unable to fetch parameters [{}] from parameter store for this "
                                    "account.",
                                    value),
                        "there is no parameter store at hand");
    }
    EMU_TRY(meant, surroundings.ssm_parameter(value));
    shown_value.resolved_value = meant;
  }
  if (is_list_type(parameter.type)) {
    parameters[parameter.name] = split_list(meant);
  } else {
    parameters[parameter.name] = std::move(meant);
  }
  shown.push_back(std::move(shown_value));
  return {};
}

Status Evaluation::State::decide_conditions() {
  for (const Condition& condition : from.conditions) {
    const Values with = values();
    EMU_TRY(const bool holds, Resolver(with).resolve_condition(condition.expression));
    conditions[condition.name] = holds;
  }
  return {};
}

Status Evaluation::State::find_order() {
  const Dependencies dependencies(from, [this](std::string_view name) -> std::optional<bool> {
    const auto found = conditions.find(name);
    return found == conditions.end() ? std::nullopt : std::optional(found->second);
  });
  EMU_CHECK(dependencies.check_included());
  EMU_TRY(const std::vector<std::size_t>& sorted, dependencies.order());
  for (const std::size_t place : sorted) order.push_back(&from.resources[place]);
  needs.resize(from.resources.size());
  for (std::size_t i = 0; i < needs.size(); ++i) {
    for (const std::size_t other : dependencies.needs(i)) {
      needs[i].push_back(&from.resources[other]);
    }
  }
  return {};
}

Evaluation::Evaluation(std::unique_ptr<State> state) : state_(std::move(state)) {}
Evaluation::Evaluation(Evaluation&&) noexcept = default;
Evaluation& Evaluation::operator=(Evaluation&&) noexcept = default;
Evaluation::~Evaluation() = default;

Result<Evaluation> Evaluation::start(Template from, const ParameterValues& given,
                                     PseudoParameters pseudo, Surroundings surroundings) {
  auto state = std::make_unique<State>(State{.from = std::move(from),
                                             .pseudo = std::move(pseudo),
                                             .surroundings = std::move(surroundings)});
  EMU_CHECK(state->take_parameters(given));
  EMU_CHECK(state->decide_conditions());
  EMU_CHECK(state->find_order());
  return Evaluation(std::move(state));
}

const Template& Evaluation::source() const { return state_->from; }
const std::vector<ParameterValue>& Evaluation::parameters() const { return state_->shown; }

std::optional<bool> Evaluation::condition(std::string_view name) const {
  const auto found = state_->conditions.find(name);
  if (found == state_->conditions.end()) return std::nullopt;
  return found->second;
}

bool Evaluation::is_included(const Resource& resource) const {
  return resource.condition.empty() || condition(resource.condition).value_or(true);
}

const std::vector<const Resource*>& Evaluation::creation_order() const { return state_->order; }

const std::vector<const Resource*>& Evaluation::needs(const Resource& resource) const {
  return state_->needs[state_->place_of(resource)];
}

Result<nlohmann::json> Evaluation::properties(const Resource& resource) const {
  return resolve(resource.properties);
}

Result<nlohmann::json> Evaluation::resolve(const Node& node) const {
  const Values values = state_->values();
  EMU_TRY(Resolved && value, Resolver(values).resolve(node));
  nlohmann::json resolved = value ? *std::move(value) : nlohmann::json();
  if (state_->surroundings.dynamic_reference) {
    EMU_CHECK(resolve_dynamic_references(resolved, state_->surroundings));
  }
  return resolved;
}

Result<std::vector<OutputValue>> Evaluation::outputs() const {
  const Values values = state_->values();
  std::vector<OutputValue> outputs;
  for (const Output& output : state_->from.outputs) {
    if (!output.condition.empty() && !condition(output.condition).value_or(true)) continue;
    OutputValue made{.key = output.key, .description = output.description};
    const std::string refusal = fmt::format(
        "Template format error: Output {} is malformed. The Value field of every "
        "Outputs member must evaluate to a String.",
        output.key);
    EMU_TRY(made.value, Resolver(values).resolve_text(output.value, refusal));
    if (output.export_name) {
      EMU_TRY(made.export_name,
              Resolver(values).resolve_text(
                  *output.export_name,
                  fmt::format("Template format error: Output {} is malformed. The Name of an "
                              "Export must evaluate to a String.",
                              output.key)));
    }
    outputs.push_back(std::move(made));
  }
  return outputs;
}

}  // namespace emu::cloudformation
