#include "lambda/mapping.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "lambda/mapping_checks.h"
#include "lambda/pollers.h"
#include "lambda/stream_poller.h"

namespace emu::lambda {

namespace {

PollingSettings settings_of(const EventSourceMappingConfiguration& configuration) {
  PollingSettings settings{.mapping_arn = configuration.event_source_mapping_arn,
                           .queue = *Arn::parse(configuration.event_source_arn),
                           .function_arn = configuration.function_arn,
                           .batch_size = static_cast<std::size_t>(configuration.batch_size),
                           .window = configuration.maximum_batching_window_in_seconds,
                           .reports_item_failures = !configuration.function_response_types.empty(),
                           .maximum_concurrency = {},
                           .filters = filters_of(configuration.filter_criteria).value()};
  if (configuration.scaling_config) {
    settings.maximum_concurrency = configuration.scaling_config->maximum_concurrency;
  }
  return settings;
}

// −1: no limit.
std::optional<std::int32_t> limit(const std::optional<std::int32_t>& setting) {
  return setting.value_or(-1) == -1 ? std::nullopt : setting;
}

StreamSettings stream_settings_of(const EventSourceMappingConfiguration& configuration) {
  StreamSettings settings{
      .mapping_arn = configuration.event_source_mapping_arn,
      .stream_arn = configuration.event_source_arn,
      .function_arn = configuration.function_arn,
      .starting_position = configuration.starting_position.value_or(""),
      .batch_size = static_cast<std::size_t>(configuration.batch_size),
      .window = configuration.maximum_batching_window_in_seconds,
      .lanes = static_cast<std::size_t>(configuration.parallelization_factor.value_or(1)),
      .reports_item_failures = !configuration.function_response_types.empty(),
      .bisects = configuration.bisect_batch_on_function_error.value_or(false),
      .retries_max = limit(configuration.maximum_retry_attempts),
      .age_max = {},
      .on_failure = {},
      .filters = filters_of(configuration.filter_criteria).value()};
  if (const auto age = limit(configuration.maximum_record_age_in_seconds)) {
    settings.age_max = std::chrono::seconds(*age);
  }
  const auto& destinations = configuration.destination_config;
  if (destinations && destinations->on_failure) {
    settings.on_failure = destinations->on_failure->destination.value_or("");
  }
  return settings;
}

// Null when the mapping has none.
std::shared_ptr<SourcePoller> take_pollers(Region& region, const std::string& uuid) {
  auto taken = region.pollers.extract(uuid);
  return taken ? std::move(taken.mapped()) : nullptr;
}

// The stored mapping follows what comes of its stream for as long as it is there.
StreamProgress progress_of(Region& region, const std::string& uuid,
                           std::function<void(std::string reason)> on_lost) {
  return {.on_checkpoint =
              [&region, uuid](const StreamCheckpoint& checkpoint) {
                if (Mapping* mapping = region.stored.find_mapping(uuid)) {
                  mapping->checkpoint = checkpoint;
                }
              },
          .on_result =
              [&region, uuid](std::string_view result) {
                if (Mapping* mapping = region.stored.find_mapping(uuid)) {
                  mapping->configuration.last_processing_result = result;
                }
              },
          .on_lost = std::move(on_lost)};
}

}  // namespace

void MappingControl::arrange(Region& region, const Mapping& mapping) {
  world_.scheduler().spawn(
      {.name = "event source mapping"},
      [this, &region, uuid = mapping.configuration.uuid] { arrive(region, uuid); });
}

void MappingControl::change(Region& region, Mapping& mapping, std::string on_the_way) {
  mapping.configuration.state = std::move(on_the_way);
  const std::string uuid = mapping.configuration.uuid;
  const std::shared_ptr<SourcePoller> old = take_pollers(region, uuid);
  if (old != nullptr && (!mapping.is_enabled || old->is_ordered())) {
    old->stop([this, &region, uuid] { arrive(region, uuid); });
    return;
  }
  if (old != nullptr) old->stop({});
  arrange(region, mapping);
}

// Nothing happens when the mapping is gone: its account may have been reset.
void MappingControl::arrive(Region& region, const std::string& uuid) {
  Mapping* mapping = region.stored.find_mapping(uuid);
  if (mapping == nullptr) return;
  if (mapping->configuration.state == "Deleting") {
    std::vector<Mapping>& mappings = region.stored.mappings;
    mappings.erase(mappings.begin() + (mapping - mappings.data()));
  } else if (mapping->is_enabled) {
    enable(region, *mapping);
  } else {
    mapping->configuration.state = "Disabled";
  }
}

void MappingControl::enable(Region& region, Mapping& mapping) {
  mapping.configuration.state = "Enabled";
  const std::string& uuid = mapping.configuration.uuid;
  // A mapping that was restored while it was on its way arrives twice.
  if (region.pollers.contains(uuid)) return;
  const auto on_lost = [this, &region, uuid](std::string reason) {
    Mapping* lost = region.stored.find_mapping(uuid);
    if (lost == nullptr) return;
    lost->configuration.state_transition_reason = std::move(reason);
    lost->is_enabled = false;
    change(region, *lost, "Disabling");
  };
  std::shared_ptr<SourcePoller> pollers;
  if (is_stream(mapping.configuration)) {
    pollers = std::make_shared<StreamPoller>(
        world_, region, quiet_, stream_settings_of(mapping.configuration), mapping.checkpoint,
        progress_of(region, uuid, on_lost));
  } else {
    pollers = std::make_shared<Pollers>(world_, region, quiet_, settings_of(mapping.configuration),
                                        on_lost);
  }
  region.pollers.emplace(uuid, pollers);
  pollers->start();
}

void MappingControl::abandon(Region& region) {
  for (const Mapping& mapping : region.stored.mappings) {
    const std::shared_ptr<SourcePoller> pollers = take_pollers(region, mapping.configuration.uuid);
    if (pollers != nullptr) pollers->abandon();
  }
}

}  // namespace emu::lambda
