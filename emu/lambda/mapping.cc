#include "lambda/mapping.h"

#include <algorithm>
#include <utility>

#include "lambda/mapping_checks.h"

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

}  // namespace

void MappingControl::apply(State& state, const std::shared_ptr<Mapping>& mapping, bool is_enabled,
                           std::string on_the_way) {
  mapping->configuration.state = std::move(on_the_way);
  const auto disabled = [mapping] { mapping->configuration.state = "Disabled"; };
  const std::shared_ptr<Pollers> old = std::exchange(mapping->pollers, nullptr);
  if (!is_enabled && old != nullptr) {
    old->stop(disabled);
    return;
  }
  if (old != nullptr) old->stop({});
  world_.scheduler().spawn({.name = "event source mapping"},
                           [this, &state, mapping, is_enabled, disabled] {
                             if (mapping->configuration.state == "Deleting") return;
                             if (is_enabled) {
                               enable(state, mapping);
                             } else {
                               disabled();
                             }
                           });
}

void MappingControl::enable(State& state, const std::shared_ptr<Mapping>& mapping) {
  mapping->configuration.state = "Enabled";
  // The pollers belong to the mapping, so they know it by a weak reference only.
  const std::weak_ptr<Mapping> weak = mapping;
  mapping->pollers = std::make_shared<Pollers>(
      world_, state, settings_of(mapping->configuration), [weak](std::string reason) {
        const std::shared_ptr<Mapping> lost = weak.lock();
        if (lost == nullptr) return;
        lost->configuration.state_transition_reason = std::move(reason);
        lost->configuration.state = "Disabling";
        std::exchange(lost->pollers, nullptr)->stop([lost] {
          lost->configuration.state = "Disabled";
        });
      });
  mapping->pollers->start();
}

void MappingControl::remove(State& state, const std::shared_ptr<Mapping>& mapping) {
  mapping->configuration.state = "Deleting";
  const auto erase = [&state, mapping] { std::erase(state.mappings, mapping); };
  const std::shared_ptr<Pollers> old = std::exchange(mapping->pollers, nullptr);
  if (old != nullptr) {
    old->stop(erase);
  } else {
    world_.scheduler().spawn({.name = "event source mapping"}, erase);
  }
}

void MappingControl::abandon(Mapping& mapping) {
  mapping.configuration.state = "Deleting";
  if (mapping.pollers != nullptr) std::exchange(mapping.pollers, nullptr)->abandon();
}

std::shared_ptr<Mapping> find_mapping(State& state, std::string_view uuid) {
  const auto found = std::find_if(
      state.mappings.begin(), state.mappings.end(),
      [&](const std::shared_ptr<Mapping>& m) { return m->configuration.uuid == uuid; });
  return found == state.mappings.end() ? nullptr : *found;
}

bool is_in_transition(const Mapping& mapping) {
  return mapping.configuration.state != "Enabled" && mapping.configuration.state != "Disabled";
}

}  // namespace emu::lambda
