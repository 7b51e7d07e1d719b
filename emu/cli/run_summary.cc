#include "cli/run_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/text_table.h"

namespace emu::cli {

namespace {

std::size_t count_failed(const sim::Report& report) {
  return static_cast<std::size_t>(
      std::count_if(report.verdicts.begin(), report.verdicts.end(),
                    [](const sim::Verdict& verdict) { return !verdict.passed; }));
}

std::string outcome(const sim::Report& report) {
  if (report.interrupted) return "interrupted";
  const std::size_t failed = count_failed(report);
  const std::size_t all = report.verdicts.size();
  if (failed > 0) return fmt::format("{} of {} do not hold", failed, all);
  return fmt::format("{} {}", all, all == 1 ? "expectation holds" : "expectations hold");
}

}  // namespace

std::string run_summary(const std::vector<sim::Scenario>& scenarios,
                        const std::vector<sim::Report>& reports) {
  std::size_t width = 0;
  for (const sim::Scenario& scenario : scenarios) {
    width = std::max(width, sim::columns(scenario.file));
  }
  std::string text = "\nScenarios\n";
  std::size_t passed = 0;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const std::string& file = scenarios[i].file;
    const bool has_run = i < reports.size();
    const bool has_passed = has_run && reports[i].passed();
    if (has_passed) ++passed;
    text += fmt::format("  {}  {}{}  {}\n",
                        has_passed ? "PASS"
                        : has_run  ? "FAIL"
                                   : "-   ",
                        file, std::string(width - sim::columns(file), ' '),
                        has_run ? outcome(reports[i]) : "not run");
  }
  return text + fmt::format("\n{} of {} passed.\n", passed, scenarios.size());
}

}  // namespace emu::cli
