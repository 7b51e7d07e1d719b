#include <emu/ssm/parameters.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status put_parameter(Making& making, bool is_new) {
  EMU_TRY(auto put, read_as<ssm::PutParameter>(making.properties,
                                               {.documents = {"Policies"},
                                                .apart = {"Tags"},
                                                .hidden = {"KeyId", "Overwrite"}}));
  // Here tags are a map.
  if (const Json* tags = find_property(making.properties, "Tags")) {
    if (!tags->is_object()) return property_error("Value of property Tags must be an object");
    for (const auto& [key, value] : tags->items()) {
      if (is_new) put.tags.push_back({.key = key, .value = as_text(value).value_or("")});
    }
  }
  if (is_new) {
    EMU_TRY(put.name, making.name("Name", 1011));
  } else {
    put.name = making.physical_id;
    put.overwrite = true;
  }
  EMU_CHECK(making.aws.send(put));
  making.physical_id = put.name;
  making.attributes = {{"Type", put.type.value_or("String")}, {"Value", put.value}};
  return {};
}

Status create_parameter(Making& making) { return put_parameter(making, true); }

Status remove_parameter(Making& making) {
  EMU_CHECK(making.aws.send(ssm::DeleteParameter{.name = making.physical_id}));
  return {};
}

Result<bool> update_parameter(Making& making, const Json& before) {
  for (const char* name : {"Name", "Tags", "Type"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_CHECK(put_parameter(making, false));
  return true;
}

}  // namespace

extern const ResourceType kSsmParameter;
const ResourceType kSsmParameter = {.name = "AWS::SSM::Parameter",
                                    .attributes = {"Type", "Value"},
                                    .create = &create_parameter,
                                    .remove = &remove_parameter,
                                    .update = &update_parameter};

}  // namespace emu::cloudformation
