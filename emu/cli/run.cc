#include <emu/sim.h>
#include <fmt/core.h>

#include <csignal>
#include <cstdio>
#include <string>

#include "cli/applications.h"
#include "cli/flags.h"
#include "cli/progress_line.h"
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
    "usage: emu run <scenario> [options]\n"
    "\n"
    "Deploys what the scenario names into an empty AWS account, puts its load on it in virtual\n"
    "time, and reports what was measured and which expectations hold. <scenario> is a file, or a\n"
    "name without .yaml that is looked for in ./scenarios too.\n"
    "\n"
    "With --target the tables, buckets and queues are those of an endpoint, such as another emu,\n"
    "while the handlers run here; time is then real. Credentials are taken from where the AWS CLI\n"
    "takes them.\n"
    "\n";
constexpr const char* kRunUsageEnd =
    "\n"
    "Equal scenarios and seeds give equal runs; the digest in the report shows it.\n"
    "Exit code: 0 all expectations hold, 1 one does not, 2 the scenario or the command cannot be\n"
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
  if (options.json) {
    std::fputs(sim::report_json(report).c_str(), stdout);
  } else if (!options.quiet) {
    std::fputs(sim::report_text(report, text_options(stdout)).c_str(), stdout);
  } else {
    for (const sim::Verdict& verdict : report.verdicts) {
      if (verdict.passed) continue;
      fmt::print("{}: {} ({})\n", report.scenario, verdict.expected, verdict.reason);
    }
  }
}

Result<sim::Report> run_with_progress(const sim::Scenario& scenario, sim::RunOptions& run,
                                      const Options& options) {
  ProgressLine line;
  run.on_progress = [&](const sim::Progress& progress) {
    if (!options.quiet && !options.verbose) line.show(progress);
    return interrupted == 0;
  };
  if (options.verbose) {
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

}  // namespace

int run_scenario(std::span<char* const> arguments) {
  Options options;
  Flags flags;
  flags.add_value("--seed", "N", options.seed, "run with this seed instead of the scenario's");
  flags.add_value("--target", "URL", options.target,
                  "an endpoint such as http://127.0.0.1:4566, or aws");
  flags.add_value("--load-time", "D", options.load_time,
                  "shorten the load's phases together to this, such as 10s");
  flags.add_switch("--json", options.json, "print the report as one JSON document");
  flags.add_switch("--verbose", options.verbose, "print each event of the trace before the report");
  flags.add_switch("--quiet", options.quiet, "print nothing but expectations that do not hold");
  flags.add_switch("--help", options.help, "print this");

  const Result<std::vector<std::string>> files = flags.parse(arguments);
  if (!files) return refuse_use(files.error().message, "emu run --help");
  if (options.help) {
    fmt::print("{}{}{}", kRunUsage, flags.help(), kRunUsageEnd);
    return kExitDone;
  }
  if (files->size() != 1) return refuse_use("'emu run' needs one scenario", "emu run --help");
  sim::RunOptions run{.applications = applications()};
  if (Status status = apply(options, run); !status) {
    return refuse_use(status.error().message, "emu run --help");
  }

  const Result<sim::Scenario> scenario = sim::load_scenario(find_scenario(files->front()));
  if (!scenario) {
    fmt::print(stderr, "emu: {}\n", scenario.error().message);
    return kExitUnusable;
  }
  if (!options.target.empty()) {
    auto target = target_of_run(options.target, scenario->region);
    if (!target) {
      fmt::print(stderr, "emu: {}\n", target.error().message);
      return kExitUnusable;
    }
    run.target = std::move(*target);
  }
  const Result<sim::Report> report = run_with_progress(*scenario, run, options);
  if (!report) {
    fmt::print(stderr, "emu: {}\n", report.error().message);
    return kExitUnusable;
  }
  print(*report, options);
  if (report->interrupted) return kExitInterrupted;
  return report->passed() ? kExitDone : kExitFailed;
}

}  // namespace emu::cli
