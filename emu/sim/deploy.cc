#include <emu/sim.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace emu::sim {

namespace {

Error error_at(const Scenario& scenario, const std::string& text) {
  const Place place = scenario.deploy.place;
  return {.code = kInvalidScenario,
          .message = fmt::format("{}:{}:{}: {}", scenario.file, place.line, place.column, text)};
}

}  // namespace

Result<Outputs> deploy(const Scenario& scenario, const std::vector<Application>& applications,
                       Cloud& cloud, const std::string& endpoint) {
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
