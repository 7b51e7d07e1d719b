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

// The group's name in an ARN of this account and region, or nothing.
std::string_view group_name_in(const Arn& arn, const State& state) {
  std::string_view resource = arn.resource;
  if (arn.service != "logs" || arn.region != state.region || arn.account != state.account ||
      !resource.starts_with(kGroupPrefix)) {
    return {};
  }
  return resource.substr(kGroupPrefix.size());
}

}  // namespace

std::int64_t Group::oldest_kept(std::int64_t now) const {
  if (!retention_in_days) return std::numeric_limits<std::int64_t>::min();
  const std::chrono::milliseconds retention = std::chrono::days(*retention_in_days);
  return now - retention.count();
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
  return std::string(arn ? group_name_in(*arn, *this) : identifier);
}

Result<Group*> State::resolve_arn(std::string_view arn) {
  const auto parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "logs") {
    return invalid_parameter("The specified resource ARN is invalid.");
  }
  Group* group = find(group_name_in(*parsed, *this));
  if (group == nullptr) return not_found("The specified resource does not exist.");
  return group;
}

std::string State::group_arn(std::string_view group_name) const {
  return fmt::format("arn:aws:logs:{}:{}:{}{}", region, account, kGroupPrefix, group_name);
}

}  // namespace emu::logs
