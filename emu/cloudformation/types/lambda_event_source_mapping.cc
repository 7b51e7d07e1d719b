#include <emu/lambda/event_source_mapping.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

const Reading& mapping_reading() {
  static const Reading kReading = {.renamed = {{"KmsKeyArn", "KMSKeyArn"}},
                                   .documents = {"Pattern"}};
  return kReading;
}

Status create_mapping(Making& making) {
  EMU_TRY(const auto create,
          read_as<lambda::CreateEventSourceMapping>(making.properties, mapping_reading()));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.uuid;
  making.attributes = {{"Id", made.uuid}, {"EventSourceMappingArn", made.event_source_mapping_arn}};
  return {};
}

Status remove_mapping(Making& making) {
  EMU_CHECK(making.aws.send(lambda::DeleteEventSourceMapping{.uuid = making.physical_id}));
  return {};
}

Result<bool> update_mapping(Making& making, const Json& before) {
  for (const char* name : {"EventSourceArn", "StartingPosition", "StartingPositionTimestamp"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  // What is not said any more would stay as it was.
  for (const auto& [name, value] : before.items()) {
    if (!making.properties.contains(name)) return false;
  }
  Json properties = making.properties;
  for (const char* name : {"EventSourceArn", "StartingPosition", "StartingPositionTimestamp",
                           "Tags", "Queues", "Topics"}) {
    properties.erase(name);
  }
  EMU_TRY(auto update,
          read_as<lambda::UpdateEventSourceMapping>(properties, mapping_reading()));
  update.uuid = making.physical_id;
  EMU_CHECK(making.aws.send(update));
  return true;
}

}  // namespace

extern const ResourceType kLambdaEventSourceMapping;
const ResourceType kLambdaEventSourceMapping = {.name = "AWS::Lambda::EventSourceMapping",
                                                .attributes = {"Id", "EventSourceMappingArn"},
                                                .create = &create_mapping,
                                                .remove = &remove_mapping,
                                                .update = &update_mapping};

}  // namespace emu::cloudformation
