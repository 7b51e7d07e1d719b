#include "sim/check_names.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace emu::sim {

namespace {

class Names {
 public:
  explicit Names(const OperationTable& operations) {
    for (const OperationEntry* entry : operations.all()) {
      const OperationName& name = entry->operation->name;
      services_[name.service].insert(name.name);
    }
  }

  // What is wrong with a service, or with an operation that it or any service should have; empty
  // when nothing is. An empty name is none.
  std::string wrong(std::string_view service, std::string_view operation) const {
    if (!service.empty() && services_.count(service) == 0) {
      return fmt::format("there is no service '{}'; there is {}", service, known_services());
    }
    if (operation.empty()) return {};
    for (const auto& [name, known] : services_) {
      if ((service.empty() || service == name) && known.count(operation) > 0) return {};
    }
    return service.empty() ? fmt::format("no service has an operation '{}'", operation)
                           : fmt::format("{} has no operation '{}'", service, operation);
  }

 private:
  std::string known_services() const {
    std::string text;
    for (const auto& [name, known] : services_) {
      text += (text.empty() ? "" : ", ") + std::string(name);
    }
    return text;
  }

  std::map<std::string_view, std::set<std::string_view>> services_;
};

// "sqs:SendMessage" in its two parts; without a colon, all of it is the service.
std::pair<std::string_view, std::string_view> split(std::string_view calls) {
  const std::size_t colon = calls.find(':');
  if (colon == calls.npos) return {calls, {}};
  return {calls.substr(0, colon), calls.substr(colon + 1)};
}

}  // namespace

std::optional<Misnamed> find_misnamed(const Scenario& scenario, const OperationTable& operations) {
  const Names names(operations);
  for (const auto& [service, latency] : scenario.latency) {
    std::string wrong = names.wrong(service, {});
    if (!wrong.empty()) return Misnamed{latency.place, std::move(wrong)};
  }
  for (const FaultRule& rule : scenario.faults) {
    std::string wrong = names.wrong(rule.service, rule.operation);
    if (!wrong.empty()) return Misnamed{rule.place, std::move(wrong)};
  }
  for (const Expectation& expectation : scenario.expect) {
    const auto* figures = std::get_if<FiguresExpectation>(&expectation.what);
    if (figures == nullptr || figures->subject != FiguresExpectation::Subject::kCalls) continue;
    const auto [service, operation] = split(figures->name);
    std::string wrong = names.wrong(service, operation);
    if (wrong.empty() && operation.empty()) wrong = "expected an operation such as sqs:SendMessage";
    if (!wrong.empty()) return Misnamed{expectation.place, std::move(wrong)};
  }
  return std::nullopt;
}

}  // namespace emu::sim
