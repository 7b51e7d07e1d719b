#include <string>

#include "sim/quantities.h"
#include "sim/scenario_parts.h"

namespace emu::sim {

namespace {

constexpr double kRateMax = 1e6;

RequestTemplate read_request(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a request", problems);
  RequestTemplate request;
  fields.text("method", request.method);
  fields.required_text("url", request.url);
  fields.each_entry("headers", [&](const std::string& name, const YAML::Node& value) {
    request.headers.emplace_back(name, read_text(value, problems));
  });
  fields.text("body", request.body);
  fields.finish();
  return request;
}

double read_rate(const YAML::Node& node, YamlProblems& problems) {
  const auto rate = node.IsScalar() ? parse_rate(node.Scalar()) : std::nullopt;
  if (rate && *rate <= kRateMax) return *rate;
  problems.report(node, "expected a number of requests per second, up to 1000000");
  return 0;
}

Phase read_phase(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a phase", problems);
  Phase phase;
  fields.required_duration("duration", phase.duration);
  if (const auto rate = fields.required("rate")) phase.rate = read_rate(*rate, problems);
  phase.ramp_to = phase.rate;
  if (const auto rate = fields.optional("ramp_to")) phase.ramp_to = read_rate(*rate, problems);
  fields.finish();
  return phase;
}

}  // namespace

Load read_load(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a load", problems);
  Load load;
  load.place = fields.place();
  if (const auto request = fields.required("request")) {
    load.request = read_request(*request, problems);
  }
  if (const auto arrivals = fields.optional("arrivals")) {
    const std::string kind = read_text(*arrivals, problems);
    if (kind != "poisson" && kind != "even") problems.report(*arrivals, "expected poisson or even");
    load.arrivals = kind == "even" ? Arrivals::kEven : Arrivals::kPoisson;
  }
  if (const auto status = fields.optional("expect_status")) {
    load.expect_status = static_cast<int>(read_count(*status, 100, 599, problems));
  }
  fields.each("phases",
              [&](const YAML::Node& phase) { load.phases.push_back(read_phase(phase, problems)); });
  if (node.IsMap() && load.phases.empty()) {
    problems.report(node, "a load needs 'phases' with at least one phase");
  }
  fields.finish();
  return load;
}

Latency read_latency(const YAML::Node& node, YamlProblems& problems) {
  if (!node.IsMap()) {
    const Duration always = read_duration(node, problems);
    return {.min = always, .max = always, .place = place_of(node)};
  }
  YamlFields fields(node, "a latency", problems);
  Latency latency{.place = fields.place()};
  fields.required_duration("min", latency.min);
  fields.required_duration("max", latency.max);
  if (latency.max < latency.min) problems.report(node, "a latency's max is less than its min");
  fields.finish();
  return latency;
}

}  // namespace emu::sim
