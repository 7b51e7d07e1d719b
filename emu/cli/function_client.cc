#include "cli/function_client.h"

#include <emu/lambda/function.h>
#include <emu/remote.h>
#include <fmt/format.h>

namespace emu::cli {

namespace {

// The function with this logical id, of the first stack that has one; empty when none has.
Result<std::string> function_of_stacks(ControlClient& client, const std::string& logical_id) {
  EMU_TRY(const JsonDocument answer, client.get("/_emu/stacks"));
  std::string found;
  const auto stacks = answer.root().find("stacks");
  if (!stacks || stacks->type() != JsonView::Type::kArray) return found;
  stacks->each_element([&](const JsonView& stack) {
    const auto resources = stack.find("resources");
    return !resources || resources->each_element([&](const JsonView& resource) {
      const auto id = resource.find("logical_id");
      const auto type = resource.find("type");
      const auto physical = resource.find("physical_id");
      if (!id || !type || !physical || id->string() != logical_id) return true;
      if (type->string() != "AWS::Lambda::Function") return true;
      found = physical->string();
      return false;
    });
  });
  return found;
}

}  // namespace

Result<Aws> aws_of(ControlClient& client) {
  EMU_TRY(const std::string region, client.region());
  return remote_aws({.endpoint = client.url(),
                     .region = region,
                     .credentials = {.access_key_id = "test", .secret_access_key = "test"},
                     .verify_tls = false});
}

Result<std::string> find_function(ControlClient& client, Aws& aws, const std::string& name) {
  const auto function = aws.send(lambda::GetFunctionConfiguration{.function_name = name});
  if (function) return function->function_name;
  EMU_TRY(std::string of_stack, function_of_stacks(client, name));
  if (!of_stack.empty()) return of_stack;
  return function.error();
}

}  // namespace emu::cli
