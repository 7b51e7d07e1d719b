#include <emu/sim/scenario.h>
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "sim/scenario_parts.h"
#include "sim/yaml_advice.h"
#include "sim/yaml_fields.h"

namespace emu::sim {

namespace {

constexpr std::int64_t kSeedMax = 999'999'999'999'999'999;

Error invalid_scenario(std::string message) {
  return {.code = "InvalidScenario", .message = std::move(message)};
}

Deploy read_deploy(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a deployment", problems);
  Deploy deploy;
  deploy.place = fields.place();
  if (const auto file = fields.optional("template")) {
    deploy.template_file = read_text(*file, problems);
    fields.text("stack_name", deploy.stack_name);
    fields.each_entry("parameters", [&](const std::string& name, const YAML::Node& value) {
      deploy.parameters[name] = read_text(value, problems);
    });
    if (const auto unknown = fields.optional("unknown_resources")) {
      const std::string what = read_text(*unknown, problems);
      deploy.skip_unknown_resources = what == "skip";
      if (what != "skip" && what != "refuse") problems.report(*unknown, "expected skip or refuse");
    }
  } else {
    fields.required_text("application", deploy.application);
    fields.each_entry("options", [&](const std::string& name, const YAML::Node& value) {
      deploy.options[name] = read_text(value, problems);
    });
  }
  fields.finish();
  return deploy;
}

Scenario read_scenario(const YAML::Node& root, YamlProblems& problems) {
  YamlFields fields(root, "a scenario", problems);
  Scenario scenario;
  fields.required_text("name", scenario.name);
  fields.text("shows", scenario.shows);
  fields.text("advice", scenario.advice);
  fields.text("region", scenario.region);
  if (const auto seed = fields.optional("seed")) {
    scenario.seed = static_cast<std::uint64_t>(read_count(*seed, 0, kSeedMax, problems));
  }
  if (const auto deploy = fields.required("deploy")) {
    scenario.deploy = read_deploy(*deploy, problems);
  }
  fields.each("load",
              [&](const YAML::Node& node) { scenario.load.push_back(read_load(node, problems)); });
  fields.each_entry("latency", [&](const std::string& service, const YAML::Node& node) {
    scenario.latency[service] = read_latency(node, problems);
  });
  fields.each("faults", [&](const YAML::Node& node) {
    scenario.faults.push_back(read_fault(node, problems));
  });
  fields.each("expect", [&](const YAML::Node& node) {
    scenario.expect.push_back(read_expectation(node, problems));
  });
  fields.duration("time_limit", scenario.time_limit);
  fields.finish();
  return scenario;
}

}  // namespace

Result<Scenario> parse_scenario(std::string_view yaml, const std::string& file) {
  YamlProblems problems(file);
  Scenario scenario;
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    scenario = read_scenario(root, problems);
  } catch (const YAML::Exception& e) {
    if (const auto advice = yaml_advice(yaml)) {
      return invalid_scenario(fmt::format("{}:{}:{}: {}", file, advice->place.line,
                                          advice->place.column, advice->text));
    }
    return invalid_scenario(
        fmt::format("{}:{}:{}: {}", file, e.mark.line + 1, e.mark.column + 1, e.msg));
  }
  EMU_CHECK(problems.status());
  scenario.file = file;
  return scenario;
}

Result<Scenario> load_scenario(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) return invalid_scenario(path + ": the file cannot be read");
  return parse_scenario(text, path);
}

}  // namespace emu::sim
