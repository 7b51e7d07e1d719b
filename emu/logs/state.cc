#include "logs/state.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "logs/errors.h"

namespace emu::logs {

namespace {

constexpr std::string_view kGroupPrefix = "log-group:";

// The name in the ARN of a group of this account and region, or nothing.
std::string_view group_name_here(const Arn& arn, const State& state) {
  if (arn.region != state.region || arn.account != state.account) return {};
  return arn.resource.find(':', kGroupPrefix.size()) == arn.resource.npos ? group_name_in(arn)
                                                                          : std::string_view();
}

}  // namespace

std::string_view group_name_in(const Arn& arn) {
  std::string_view resource = arn.resource;
  if (arn.service != "logs" || !resource.starts_with(kGroupPrefix)) return {};
  resource.remove_prefix(kGroupPrefix.size());
  return resource.substr(0, resource.find(':'));
}

std::int64_t Group::oldest_kept(std::int64_t now) const {
  if (!retention_in_days) return std::numeric_limits<std::int64_t>::min();
  const std::chrono::milliseconds retention = std::chrono::days(*retention_in_days);
  return now - retention.count();
}

int Group::filters_with_expressions() const {
  const auto has_expression = [](const auto& entry) { return entry.second.has_expression(); };
  return static_cast<int>(
      std::count_if(subscriptions.begin(), subscriptions.end(), has_expression) +
      std::count_if(metric_filters.begin(), metric_filters.end(), has_expression));
}

std::size_t Group::expression_cost() const {
  std::size_t cost = 0;
  const auto add = [&cost](const auto& entry) {
    if (entry.second.has_expression()) cost += entry.second.cost();
  };
  std::for_each(subscriptions.begin(), subscriptions.end(), add);
  std::for_each(metric_filters.begin(), metric_filters.end(), add);
  return cost;
}

Group* State::find(std::string_view group_name) {
  auto found = groups.find(group_name);
  return found == groups.end() ? nullptr : &found->second;
}

Result<State::Found> State::resolve(std::string_view name, std::string_view identifier) {
  // As recorded from AWS; the API Reference speaks of InvalidParameterException.
  if (!name.empty() && !identifier.empty()) return name_and_identifier();
  if (name.empty() && identifier.empty()) {
    return invalid_parameter("You must specify either logGroupName or logGroupIdentifier.");
  }
  auto found = name.empty() ? groups.find(name_of(identifier)) : groups.find(name);
  if (found == groups.end()) return group_does_not_exist();
  return Found{.name = found->first, .group = &found->second};
}

std::string State::name_of(std::string_view identifier) const {
  const std::optional<Arn> arn = Arn::parse(identifier);
  return std::string(arn ? group_name_here(*arn, *this) : identifier);
}

Result<State::Found> State::resolve_arn(std::string_view arn) {
  const auto parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "logs") {
    return invalid_parameter("The specified resource ARN is invalid.");
  }
  const auto found = groups.find(group_name_here(*parsed, *this));
  if (found == groups.end()) return not_found("The specified resource does not exist.");
  return Found{.name = found->first, .group = &found->second};
}

std::string State::group_arn(std::string_view group_name) const {
  return fmt::format("arn:aws:logs:{}:{}:{}{}", region, account, kGroupPrefix, group_name);
}

}  // namespace emu::logs
