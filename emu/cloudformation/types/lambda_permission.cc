#include <emu/lambda/permissions.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_permission(Making& making) {
  EMU_TRY(auto add, read_as<lambda::AddPermission>(making.properties,
                                                   {
                                                    .apart = {"InvokedViaFunctionUrl"},
                                                    .hidden = {"StatementId", "RevisionId"}}));
  add.statement_id = making.new_name(100);
  EMU_CHECK(making.aws.send(add));
  making.physical_id = add.statement_id;
  making.attributes = {{"Id", add.statement_id}};
  return {};
}

Status remove_permission(Making& making) {
  EMU_TRY(const std::string function, text_property(making.properties, "FunctionName"));
  EMU_CHECK(making.aws.send(
      lambda::RemovePermission{.function_name = function, .statement_id = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kLambdaPermission;
const ResourceType kLambdaPermission = {.name = "AWS::Lambda::Permission",
                                        .attributes = {"Id"},
                                        .create = &create_permission,
                                        .remove = &remove_permission};

}  // namespace emu::cloudformation
