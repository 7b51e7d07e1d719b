// CreateEventBus, DescribeEventBus, UpdateEventBus, DeleteEventBus, ListEventBuses.
#include <fmt/format.h>

#include <utility>

#include "eventbridge/dead_letters.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"
#include "eventbridge/page.h"
#include "eventbridge/service.h"
#include "eventbridge/tags.h"

namespace emu::eventbridge {

namespace {

Error bus_exists(std::string_view name) {
  return {.code = errors::kResourceAlreadyExistsException,
          .message = fmt::format("Event bus {} already exists.", name)};
}

Error no_partner_sources(std::string_view name) {
  return not_found(fmt::format("Event source {} does not exist.", name));
}

}  // namespace

// Checks: Amazon EventBridge API Reference, "CreateEventBus".
Result<CreateEventBusResult> EventBridge::create_event_bus(Call& call, const CreateEventBus& in) {
  RegionState& region = state(call);
  if (in.event_source_name) return no_partner_sources(*in.event_source_name);
  if (in.name.find('/') != in.name.npos) {
    return validation("Event bus name must not contain '/'.");
  }
  if (region.find_bus(in.name) != nullptr) return bus_exists(in.name);
  EMU_CHECK(check_dead_letters(in.dead_letter_config));
  EMU_TRY(Tags tags, with_tags({}, in.tags));
  if (region.buses.size() >= kBusesMax) return too_many();

  StoredBus& bus = region.buses[in.name];
  bus.name = in.name;
  bus.arn = bus_arn({call.account(), call.region()}, in.name);
  bus.description = in.description.value_or(std::string());
  bus.kms_key_identifier = in.kms_key_identifier.value_or(std::string());
  bus.dead_letter_config = in.dead_letter_config;
  bus.log_config = in.log_config;
  bus.tags = std::move(tags);
  bus.created = world_.now();
  bus.modified = bus.created;
  return CreateEventBusResult{.event_bus_arn = bus.arn,
                              .description = bus.description,
                              .kms_key_identifier = bus.kms_key_identifier,
                              .dead_letter_config = bus.dead_letter_config,
                              .log_config = bus.log_config};
}

Result<DescribeEventBusResult> EventBridge::describe_event_bus(Call& call,
                                                               const DescribeEventBus& in) {
  EMU_TRY(const StoredBus* bus, find_bus(call, in.name));
  return DescribeEventBusResult{.name = bus->name,
                                .arn = bus->arn,
                                .description = bus->description,
                                .kms_key_identifier = bus->kms_key_identifier,
                                .dead_letter_config = bus->dead_letter_config,
                                .policy = bus->policy ? *bus->policy : std::string(),
                                .log_config = bus->log_config,
                                .creation_time = bus->created,
                                .last_modified_time = bus->modified};
}

Result<UpdateEventBusResult> EventBridge::update_event_bus(Call& call, const UpdateEventBus& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.name));
  EMU_CHECK(check_dead_letters(in.dead_letter_config));
  if (in.description) bus->description = *in.description;
  if (in.kms_key_identifier) bus->kms_key_identifier = *in.kms_key_identifier;
  if (in.dead_letter_config) bus->dead_letter_config = in.dead_letter_config;
  if (in.log_config) bus->log_config = in.log_config;
  bus->modified = world_.now();
  return UpdateEventBusResult{.arn = bus->arn,
                              .name = bus->name,
                              .kms_key_identifier = bus->kms_key_identifier,
                              .description = bus->description,
                              .dead_letter_config = bus->dead_letter_config,
                              .log_config = bus->log_config};
}

// Checks: Amazon EventBridge API Reference, "DeleteEventBus". One that is not there is no error.
Result<Nothing> EventBridge::delete_event_bus(Call& call, const DeleteEventBus& in) {
  if (in.name == kDefaultBus) return validation("Cannot delete event bus default.");
  RegionState& region = state(call);
  const StoredBus* bus = region.find_bus(in.name);
  if (bus == nullptr) return Nothing{};
  if (!bus->rules.empty()) return validation("Event bus can't be deleted since it has rules.");
  region.buses.erase(in.name);
  return Nothing{};
}

Result<ListEventBusesResult> EventBridge::list_event_buses(Call& call, const ListEventBuses& in) {
  ListEventBusesResult out;
  const std::string prefix = in.name_prefix.value_or(std::string());
  EMU_TRY(out.next_token,
          take_page(in, state(call).buses, prefix, [&](const std::string&, const StoredBus& bus) {
            out.event_buses.push_back({.name = bus.name,
                                       .arn = bus.arn,
                                       .description = bus.description,
                                       .policy = bus.policy ? *bus.policy : std::string(),
                                       .creation_time = bus.created,
                                       .last_modified_time = bus.modified});
            return true;
          }));
  return out;
}

}  // namespace emu::eventbridge
