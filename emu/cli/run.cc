#include <emu/sim.h>
#include <fmt/core.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "cli/applications.h"
#include "cli/flags.h"
#include "cli/functions_of_run.h"
#include "cli/progress_line.h"
#include "cli/run_summary.h"
#include "cli/scenario_file.h"
#include "cli/target.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "sim/quantities.h"

namespace emu::cli {

namespace {

struct Options {
  std::string seed = {};
  std::string target = {};
  std::string load_time = {};
  bool json = false;
  bool verbose = false;
  bool quiet = false;
  bool help = false;
};

constexpr const char* kRunUsage =
    "usage: emu run <scenario>... [options]\n"
    "\n"
    "Deploys what the scenario names into an empty AWS account, puts its load on it in virtual\n"
    "time, and reports what was measured and which expectations hold. <scenario> is a file, or a\n"
    "name without .yaml that is looked for in ./scenarios too. Several are run one after the "
    "other,\n"
    "each in an account of its own; a summary of them comes last.\n"
    "\n"
    "With --target the tables, buckets and queues are those of an endpoint, such as another emu,\n"
    "while the handlers run here; time is then real. Credentials are taken from where the AWS CLI\n"
    "takes them.\n"
    "\n";
constexpr const char* kRunUsageEnd =
    "\n"
    "Equal scenarios and seeds give equal runs; the digest in the report shows it.\n"
    "Exit code: 0 all expectations hold, 1 one does not, 2 a scenario or the command cannot be\n"
    "used, 130 interrupted with Ctrl-C (the report then says how far it went).\n"
    "What a scenario may say: docs/scenarios.md\n";

volatile std::sig_atomic_t interrupted = 0;

// The third Ctrl-C ends the program at once. The second one does not: programs that start others,
// such as timeout, deliver one interrupt twice.
void on_interrupt(int) {
  if (interrupted != 0) std::signal(SIGINT, SIG_DFL);
  interrupted = 1;
}

Status apply(const Options& options, sim::RunOptions& run) {
  if (options.json + options.verbose + options.quiet > 1) {
    return usage_error("only one of --json, --verbose and --quiet can be given");
  }
  if (!options.load_time.empty()) {
    run.load_time = sim::parse_duration(options.load_time);
    if (!run.load_time || *run.load_time <= Duration(0)) {
      return usage_error("'--load-time' needs a duration such as 10s, not '" + options.load_time +
                         "'");
    }
  }
  if (options.seed.empty()) return {};
  const auto seed = sim::parse_count(options.seed);
  if (!seed) return usage_error("'--seed' needs a whole number, not '" + options.seed + "'");
  run.seed = static_cast<std::uint64_t>(*seed);
  return {};
}

void print(const sim::Report& report, const Options& options) {
  if (!options.quiet) {
    fmt::print("{}", sim::report_text(report, text_options(stdout)));
    return;
  }
  for (const sim::Verdict& verdict : report.verdicts) {
    if (verdict.passed) continue;
    fmt::print("{}: {} ({})\n", report.scenario, verdict.expected, verdict.reason);
  }
}

int fail(const Error& error) {
  fmt::print(stderr, "emu: {}\n", error.message);
  return kExitUnusable;
}

// Before the first one is run all are read, so that a mistyped name costs no minutes.
Result<std::vector<sim::Scenario>> load_all(const std::vector<std::string>& names) {
  std::vector<sim::Scenario> scenarios;
  for (const std::string& name : names) {
    EMU_TRY(auto scenario, sim::load_scenario(find_scenario(name)));
    scenarios.push_back(std::move(scenario));
  }
  return scenarios;
}

Result<sim::Report> run_one(const sim::Scenario& scenario, sim::RunOptions run,
                            const Options& options) {
  if (!options.target.empty()) {
    EMU_TRY(run.target, target_of_run(options.target, scenario.region));
  }
  ProgressLine line;
  run.on_progress = [&](const sim::Progress& progress) {
    if (!options.quiet && !options.verbose) line.show(progress);
    return interrupted == 0;
  };
  if (options.verbose) {
    // In the middle of the application's own code, where nothing may be thrown.
    run.trace = [](const Event& event) {
      std::fputs(to_string(event).c_str(), stdout);
      std::fputc('\n', stdout);
    };
  }
  std::signal(SIGINT, &on_interrupt);
  Result<sim::Report> report = sim::run(scenario, run);
  std::signal(SIGINT, SIG_DFL);
  return report;
}

// The reports so far when one is interrupted.
Result<std::vector<sim::Report>> run_all(const std::vector<sim::Scenario>& scenarios,
                                         const sim::RunOptions& run, const Options& options) {
  std::vector<sim::Report> reports;
  for (const sim::Scenario& scenario : scenarios) {
    EMU_TRY(auto report, run_one(scenario, run, options));
    reports.push_back(std::move(report));
    if (!options.json) {
      if (reports.size() > 1 && !options.quiet) fmt::print("\n");
      print(reports.back(), options);
    }
    if (reports.back().interrupted) break;
  }
  return reports;
}

// One report as it is, several as an array.
void print_json(const std::vector<sim::Report>& reports, bool are_several) {
  std::string text;
  for (const sim::Report& report : reports) {
    text += (text.empty() ? "" : ",\n") + sim::report_json(report);
  }
  fmt::print("{}", are_several ? "[\n" + text + "]\n" : text);
}

int exit_code(const std::vector<sim::Report>& reports) {
  if (!reports.empty() && reports.back().interrupted) return kExitInterrupted;
  const bool all = std::all_of(reports.begin(), reports.end(),
                               [](const sim::Report& report) { return report.passed(); });
  return all ? kExitDone : kExitFailed;
}

}  // namespace

int run_scenario(std::span<char* const> arguments) {
  Options options;
  Flags flags;
  flags.add_value("--seed", "N", options.seed, "run with this seed instead of the scenario's");
  flags.add_value("--target", "URL", options.target,
                  "an endpoint such as http://127.0.0.1:4566, or aws");
  flags.add_value("--load-time", "D", options.load_time,
                  "shorten the load's phases together to this, such as 10s");
  flags.add_switch("--json", options.json,
                   "print the report as one JSON document; several as an array");
  flags.add_switch("--verbose", options.verbose, "print each event of the trace before the report");
  flags.add_switch("--quiet", options.quiet, "print nothing but expectations that do not hold");
  flags.add_switch("--help", options.help, "print this");

  const Result<std::vector<std::string>> files = flags.parse(arguments);
  if (!files) return refuse_use(files.error().message, "emu run --help");
  if (options.help) {
    fmt::print("{}{}{}", kRunUsage, flags.help(), kRunUsageEnd);
    return kExitDone;
  }
  if (files->empty()) {
    return refuse_use("'emu run' needs a scenario" + scenarios_here(), "emu run --help");
  }
  sim::RunOptions run{.applications = applications(), .beside = run_functions_beside};
  if (Status status = apply(options, run); !status) {
    return refuse_use(status.error().message, "emu run --help");
  }

  const auto scenarios = load_all(*files);
  if (!scenarios) return fail(scenarios.error());
  const auto reports = run_all(*scenarios, run, options);
  if (!reports) return fail(reports.error());
  const bool are_several = scenarios->size() > 1;
  if (options.json) {
    print_json(*reports, are_several);
  } else if (are_several && !options.quiet) {
    fmt::print("{}", run_summary(*scenarios, *reports));
  }
  return exit_code(*reports);
}

}  // namespace emu::cli
