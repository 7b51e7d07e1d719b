#include "sim/check_names.h"

#include <string_view>
#include <utility>
#include <variant>

#include "core/gate/fault_rules.h"

namespace emu::sim {

namespace {

// "sqs:SendMessage" in its two parts; without a colon, all of it is the service.
std::pair<std::string_view, std::string_view> split(std::string_view calls) {
  const std::size_t colon = calls.find(':');
  if (colon == calls.npos) return {calls, {}};
  return {calls.substr(0, colon), calls.substr(colon + 1)};
}

}  // namespace

std::optional<Misnamed> find_misnamed(const Scenario& scenario, const OperationTable& operations) {
  for (const auto& [service, latency] : scenario.latency) {
    std::string wrong = wrong_name(operations, service, {});
    if (!wrong.empty()) return Misnamed{latency.place, std::move(wrong)};
  }
  for (const ScenarioFault& fault : scenario.faults) {
    std::string wrong = wrong_name(operations, fault.rule.service, fault.rule.operation);
    if (!wrong.empty()) return Misnamed{fault.place, std::move(wrong)};
  }
  for (const Expectation& expectation : scenario.expect) {
    const auto* figures = std::get_if<FiguresExpectation>(&expectation.what);
    if (figures == nullptr || figures->subject != FiguresExpectation::Subject::kCalls) continue;
    const auto [service, operation] = split(figures->name);
    std::string wrong = wrong_name(operations, service, operation);
    if (wrong.empty() && operation.empty()) wrong = "expected an operation such as sqs:SendMessage";
    if (!wrong.empty()) return Misnamed{expectation.place, std::move(wrong)};
  }
  return std::nullopt;
}

}  // namespace emu::sim
