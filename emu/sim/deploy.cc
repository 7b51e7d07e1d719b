#include <emu/sim.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "sim/template_file.h"

namespace emu::sim {

namespace {

Error error_at(const Scenario& scenario, const std::string& text) {
  const Place place = scenario.deploy.place;
  return {.code = kInvalidScenario,
          .message = fmt::format("{}:{}:{}: {}", scenario.file, place.line, place.column, text)};
}

// The stack's outputs, by their keys.
Result<Outputs> deploy_stack(const Scenario& scenario, Cloud& cloud) {
  const Deploy& deploy = scenario.deploy;
  const auto folder = std::filesystem::path(scenario.file).parent_path();
  EMU_TRY(auto request, read_template_file((folder / deploy.template_file).string()));
  if (!deploy.stack_name.empty()) request.stack_name = deploy.stack_name;
  request.parameters = deploy.parameters;
  request.skip_unknown_types = deploy.skip_unknown_resources;
  EMU_TRY(const auto stack, cloudformation::deploy_template(cloud, request));
  Outputs outputs;
  for (const auto& output : stack.outputs) outputs[output.output_key] = output.output_value;
  return outputs;
}

}  // namespace

Result<Outputs> deploy(const Scenario& scenario, const std::vector<Application>& applications,
                       Cloud& cloud, const std::string& endpoint) {
  if (!scenario.deploy.template_file.empty()) return deploy_stack(scenario, cloud);
  const auto application =
      std::find_if(applications.begin(), applications.end(),
                   [&](const Application& a) { return a.name == scenario.deploy.application; });
  if (application == applications.end()) {
    std::string known;
    for (const Application& a : applications) known += (known.empty() ? "" : ", ") + a.name;
    return error_at(scenario,
                    fmt::format("there is no application '{}'; there is {}",
                                scenario.deploy.application, known.empty() ? "none" : known));
  }
  std::map<std::string, std::string> options = scenario.deploy.options;
  if (!endpoint.empty()) options.insert_or_assign("endpoint", endpoint);
  try {
    return application->deploy(cloud, options);
  } catch (const AwsError& refused) {
    return refused.error();
  } catch (const std::invalid_argument& wrong) {
    return error_at(scenario, wrong.what());
  }
}

}  // namespace emu::sim
