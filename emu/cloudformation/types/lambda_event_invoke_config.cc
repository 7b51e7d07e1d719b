#include <emu/lambda/event_invoke_config.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status put_invoke_config(Making& making) {
  EMU_TRY(const auto put, read_as<lambda::PutFunctionEventInvokeConfig>(making.properties));
  EMU_CHECK(making.aws.send(put));
  return {};
}

Status create_invoke_config(Making& making) {
  EMU_CHECK(put_invoke_config(making));
  making.physical_id = making.new_name(100);
  return {};
}

Status remove_invoke_config(Making& making) {
  EMU_TRY(const auto put, read_as<lambda::PutFunctionEventInvokeConfig>(making.properties));
  EMU_CHECK(making.aws.send(lambda::DeleteFunctionEventInvokeConfig{
      .function_name = put.function_name, .qualifier = put.qualifier}));
  return {};
}

Result<bool> update_invoke_config(Making& making, const Json& before) {
  for (const char* name : {"FunctionName", "Qualifier"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_CHECK(put_invoke_config(making));
  return true;
}

}  // namespace

extern const ResourceType kLambdaEventInvokeConfig;
const ResourceType kLambdaEventInvokeConfig = {.name = "AWS::Lambda::EventInvokeConfig",
                                               .create = &create_invoke_config,
                                               .remove = &remove_invoke_config,
                                               .update = &update_invoke_config};

}  // namespace emu::cloudformation
