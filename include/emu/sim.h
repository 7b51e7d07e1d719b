// Running scenarios: a deployed application under load in virtual time.
//
//   auto scenario = sim::load_scenario("scenarios/bus-booking.yaml").value();
//   auto report = sim::run(scenario, {.applications = {bus::application()}}).value();
//   fmt::print("{}", sim::report_text(report));
//
// Equal scenarios with equal seeds give equal runs: the report's digest says so.
#pragma once

#include <emu/cloud.h>
#include <emu/result.h>
#include <emu/sim/report.h>
#include <emu/sim/scenario.h>
#include <emu/trace.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace emu::sim {

// What a deployment gives by name, such as {"http_api", "https://…"}; the scenario uses it as
// ${http_api}.
using Outputs = std::map<std::string, std::string>;

// What a scenario can deploy by its name.
struct Application {
  std::string name;
  // Sets the application up in the Cloud's account and region and gives its outputs. Throws
  // AwsError when AWS refuses a step, and std::invalid_argument for an option that it does not
  // know. Every application knows the option `endpoint`, the URL by which the Cloud is served: the
  // URLs that it gives out and writes into its pages are then ones of that server.
  std::function<Outputs(Cloud& cloud, const std::map<std::string, std::string>& options)> deploy;
};

inline constexpr const char* kInvalidScenario = "InvalidScenario";

// Deploys what the scenario names, and puts no load on it. An Error with the code InvalidScenario
// is an application or an option that does not exist; any other one is AWS's refusal.
Result<Outputs> deploy(const Scenario& scenario, const std::vector<Application>& applications,
                       Cloud& cloud, const std::string& endpoint = {});

// How far a run is. Told after each second of virtual time.
struct Progress {
  Duration virtual_time = {};  // since the load began
  Duration wall_time = {};
  Duration load_time = {};  // how long the load lasts
  std::uint64_t sent = 0;
  std::uint64_t answered = 0;
  std::uint64_t processed = 0;
  std::int64_t queued = 0;  // in all queues
};

struct RunOptions {
  std::vector<Application> applications = {};
  std::optional<std::uint64_t> seed = {};  // instead of the scenario's
  // Gives false to end the run, which is then reported as far as it went.
  std::function<bool(const Progress&)> on_progress = {};
  EventSink trace = {};  // sees every event, the deployment's too

  // An endpoint where the application's tables, buckets and queues are to be. Its handlers and its
  // HTTP APIs run here against them, and the run is one in real time: see docs/scenarios.md.
  std::shared_ptr<AwsBackend> target = {};
  // Called with the account of the run before anything is in it: what lives beside it until the run
  // is over, such as what runs functions. A run against an endpoint has none.
  std::function<std::shared_ptr<void>(Cloud&)> beside = {};
  // How long the load lasts, instead of the scenario's phases together.
  std::optional<Duration> load_time = {};
};

// Deploys, puts on the load, and goes on until it is over, every request answered, every message
// processed and every expectation fulfilled, or until the time limit. A failed expectation is part
// of the report; an Error (InvalidScenario) is a scenario that cannot be run, because it names an
// application, an option or an output that does not exist.
Result<Report> run(const Scenario& scenario, const RunOptions& options);

}  // namespace emu::sim
