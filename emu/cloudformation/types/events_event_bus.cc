#include <emu/eventbridge/buses.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_bus(Making& making) {
  EMU_TRY(auto create,
          read_as<eventbridge::CreateEventBus>(making.properties, {.apart = {"Policy"}}));
  EMU_TRY(create.name, required_text(making.properties, "Name"));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = create.name;
  making.attributes = {{"Arn", made.event_bus_arn}, {"Name", create.name}};
  if (find_property(making.properties, "Policy") == nullptr) return {};
  EMU_TRY(std::string policy, document_property(making.properties, "Policy"));
  EMU_CHECK(making.aws.send(
      eventbridge::PutPermission{.event_bus_name = create.name, .policy = std::move(policy)}));
  return {};
}

Status remove_bus(Making& making) {
  EMU_CHECK(making.aws.send(eventbridge::DeleteEventBus{.name = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kEventsEventBus;
const ResourceType kEventsEventBus = {.name = "AWS::Events::EventBus",
                                      .attributes = {"Arn", "Name"},
                                      .create = &create_bus,
                                      .remove = &remove_bus};

}  // namespace emu::cloudformation
