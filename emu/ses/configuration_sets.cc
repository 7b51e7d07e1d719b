// Configuration sets and their event destinations, for both APIs.
// Sources: Amazon SES API Reference, "CreateConfigurationSet",
// "CreateConfigurationSetEventDestination"; Amazon SES Developer Guide, "Set up an Amazon SNS event
// destination for event publishing".
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ses/access.h"
#include "ses/backend.h"
#include "ses/errors.h"
#include "ses/limits.h"

namespace emu::ses {

namespace {

constexpr std::string_view kValidated =
    "Successfully validated SNS topic for Amazon SES event publishing.";

Error destination_exists(const StoredDestination& given) {
  return error(errors::kEventDestinationAlreadyExists,
               fmt::format("Event destination <{}> already exists.", given.name));
}

Error destination_does_not_exist(std::string_view name) {
  return error(errors::kEventDestinationDoesNotExist,
               fmt::format("Event destination <{}> does not exist.", name));
}

Status check_destination(const StoredDestination& given) {
  if (!is_name(given.name)) return invalid_parameter("Event destination name is not valid.");
  const int targets = (given.topic_arn.empty() ? 0 : 1) + (given.event_bus_arn.empty() ? 0 : 1) +
                      (given.dimensions.empty() ? 0 : 1) +
                      (given.firehose_stream_arn.empty() ? 0 : 1) +
                      (given.pinpoint_arn.empty() ? 0 : 1);
  if (targets != 1) {
    return invalid_parameter("An event destination must have exactly one destination.");
  }
  if (given.event_types.empty()) {
    return invalid_parameter("At least one event type must be specified.");
  }
  if (given.dimensions.size() > kMetricDimensionsMax) {
    return error(errors::kInvalidCloudWatchDestination,
                 fmt::format("At most {} dimensions are allowed.", kMetricDimensionsMax));
  }
  // Amazon SES API v2 Reference, "EventBridgeDestination": only the default bus is supported.
  if (!given.event_bus_arn.empty() && !given.event_bus_arn.ends_with(":event-bus/default")) {
    return invalid_parameter("Only the default event bus is supported.");
  }
  return {};
}

}  // namespace

Status Backend::add_configuration_set(const Call& call, StoredConfigurationSet created) {
  if (!is_name(created.name)) {
    return error(errors::kInvalidConfigurationSet,
                 fmt::format("Configuration set <{}> is not valid.", created.name));
  }
  auto& sets = state(call).configuration_sets;
  if (sets.contains(created.name)) {
    return error(errors::kConfigurationSetAlreadyExists,
                 fmt::format("Configuration set <{}> already exists.", created.name));
  }
  if (sets.size() >= kConfigurationSetsMax) {
    return limit_exceeded(
        fmt::format("You can have at most {} configuration sets.", kConfigurationSetsMax));
  }
  std::string name = created.name;
  sets.emplace(std::move(name), std::move(created));
  return {};
}

Result<StoredConfigurationSet*> Backend::find_configuration_set(const Call& call,
                                                                std::string_view name) {
  auto& sets = state(call).configuration_sets;
  const auto found = sets.find(name);
  if (found == sets.end()) return configuration_set_does_not_exist(name);
  return &found->second;
}

Status Backend::delete_configuration_set(const Call& call, std::string_view name) {
  EMU_CHECK(find_configuration_set(call, name));
  auto& sets = state(call).configuration_sets;
  sets.erase(sets.find(name));
  return {};
}

// Trying the topic out lets others run, so that everything is looked up again.
Status Backend::put_destination(const Call& call, const std::string& set_name,
                                StoredDestination given, DestinationChange change) {
  const auto check = [&]() -> Status {
    EMU_TRY(const StoredConfigurationSet* set, find_configuration_set(call, set_name));
    const bool is_there = set->destinations.contains(given.name);
    if (change == DestinationChange::kCreate && is_there) return destination_exists(given);
    if (change == DestinationChange::kUpdate && !is_there) {
      return destination_does_not_exist(given.name);
    }
    if (is_there || set->destinations.size() < kDestinationsMax) return {};
    return limit_exceeded(fmt::format("A configuration set can have at most {} event destinations.",
                                      kDestinationsMax));
  };
  EMU_CHECK(check());
  EMU_CHECK(check_destination(given));
  if (!given.topic_arn.empty()) {
    const Status taken =
        publisher_.try_out(set_sender(call, set_name),
                           {.topic_arn = given.topic_arn, .message = std::string(kValidated)});
    if (!taken) {
      return error(errors::kInvalidSNSDestination,
                   fmt::format("Could not publish to the SNS topic <{}>: {}", given.topic_arn,
                               taken.error().message));
    }
    EMU_CHECK(check());
  }
  StoredConfigurationSet& set = state(call).configuration_sets.find(set_name)->second;
  std::string name = given.name;
  set.destinations.insert_or_assign(std::move(name), std::move(given));
  return {};
}

Status Backend::delete_destination(const Call& call, std::string_view set_name,
                                   std::string_view name) {
  EMU_TRY(StoredConfigurationSet * set, find_configuration_set(call, set_name));
  const auto found = set->destinations.find(name);
  if (found == set->destinations.end()) return destination_does_not_exist(name);
  set->destinations.erase(found);
  return {};
}

CallerPtr Backend::set_sender(const Call& call, std::string_view set_name) {
  return world_.service_caller(kPrincipal, configuration_set_arn(call, set_name), call.account(),
                               call.region());
}

}  // namespace emu::ses
