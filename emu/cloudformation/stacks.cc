#include "cloudformation/stacks.h"

#include <fmt/format.h>

#include <algorithm>

#include "cloudformation/evaluation.h"
#include "cloudformation/stack_work.h"
#include "cloudformation/unknown_types.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kStackNameMax = 128;
// Source: AWS CloudFormation User Guide, "Understand CloudFormation quotas".
constexpr std::size_t kStacksMax = 2000;

// Source: AWS CloudFormation API Reference, "CreateStack": StackName.
Status check_stack_name(std::string_view name) {
  const bool fits =
      !name.empty() && is_letter(name.front()) &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
  if (!fits) {
    return property_error(
        fmt::format("1 validation error detected: Value '{}' at 'stackName' failed to satisfy "
                    "constraint: Member must satisfy regular expression pattern: "
                    "[a-zA-Z][-a-zA-Z0-9]*",
                    name));
  }
  if (name.size() <= kStackNameMax) return {};
  return property_error(
      fmt::format("1 validation error detected: Value '{}' at 'stackName' failed to satisfy "
                  "constraint: Member must have length less than or equal to {}",
                  name, kStackNameMax));
}

Error busy(const StoredStack& stack) {
  return property_error(fmt::format("Stack:{} is in {} state and can not be updated.",
                                    stack.shown.stack_id, stack.shown.stack_status));
}

}  // namespace

StoredResource* StoredStack::find(std::string_view logical_id) {
  const auto found =
      std::find_if(resources.begin(), resources.end(), [&](const StoredResource& resource) {
        return resource.shown.logical_resource_id == logical_id;
      });
  return found == resources.end() ? nullptr : &*found;
}

bool StoredStack::is_busy() const { return shown.stack_status.ends_with("_IN_PROGRESS"); }

Stack StoredStack::show() const {
  Stack out = shown;
  for (const StoredResource& resource : resources) out.resources.push_back(resource.shown);
  return out;
}

StackPtr Stacks::stored(const Caller& caller, std::string_view name) {
  StackState& here = state(caller);
  if (!name.starts_with("arn:")) {
    const auto found = here.by_name.find(name);
    return found == here.by_name.end() ? nullptr : found->second;
  }
  for (const auto& [key, stack] : here.by_name) {
    if (stack->shown.stack_id == name) return stack;
  }
  return nullptr;
}

std::optional<Stack> Stacks::find(const Caller& caller, std::string_view name) {
  const StackPtr stack = stored(caller, name);
  if (stack == nullptr) return std::nullopt;
  return stack->show();
}

std::vector<Stack> Stacks::all(const Caller& caller) {
  std::vector<Stack> out;
  for (const auto& [name, stack] : state(caller).by_name) out.push_back(stack->show());
  return out;
}

std::optional<std::string> Stacks::exported(const Caller& caller, std::string_view name) {
  for (const auto& [key, stack] : state(caller).by_name) {
    for (const StackOutput& output : stack->shown.outputs) {
      if (!name.empty() && output.export_name == name) return output.output_value;
    }
  }
  return std::nullopt;
}

std::string Stacks::exporter(const Caller& caller, std::string_view name, const StoredStack* but) {
  for (const auto& [key, stack] : state(caller).by_name) {
    if (stack.get() == but) continue;
    for (const StackOutput& output : stack->shown.outputs) {
      if (output.export_name == name) return key;
    }
  }
  return {};
}

std::vector<std::string> Stacks::importers(const Caller& caller, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& [key, stack] : state(caller).by_name) {
    if (stack->imports.count(std::string(name)) != 0) out.push_back(key);
  }
  return out;
}

Result<Stack> Stacks::deploy(const CallerPtr& caller, const DeployTemplate& request) {
  EMU_CHECK(check_stack_name(request.stack_name));
  const ParameterValues parameters(request.parameters.begin(), request.parameters.end());
  EMU_TRY(const Template read, read_template(request.template_body, request.file));
  EMU_TRY(Template plain, transform(read, parameters));
  EMU_CHECK(check_types(plain, request.skip_unknown_types));

  StackPtr stack = stored(*caller, request.stack_name);
  if (stack != nullptr && stack->is_busy()) return busy(*stack);
  if (stack != nullptr && stack->shown.stack_status == "ROLLBACK_COMPLETE") {
    state(*caller).by_name.erase(request.stack_name);
    stack = nullptr;
  }
  const bool is_new = stack == nullptr;
  if (is_new) {
    if (state(*caller).by_name.size() >= kStacksMax) {
      return Error{.code = "LimitExceededException",
                   .message = fmt::format("Limit for stack has been exceeded: {}", kStacksMax)};
    }
    stack = std::make_shared<StoredStack>();
    stack->shown.stack_name = request.stack_name;
    stack->shown.creation_time = world_.now();
    stack->shown.stack_id =
        fmt::format("arn:{}:cloudformation:{}:{}:stack/{}/{}", partition_of(caller->region),
                    caller->region, caller->account, request.stack_name, world_.uuid());
  }
  StackWork work(world_, caller, stack, request);
  EMU_TRY(const Evaluation evaluation,
          Evaluation::start(std::move(plain), parameters,
                            {.account_id = caller->account,
                             .region = caller->region,
                             .partition = std::string(partition_of(caller->region)),
                             .stack_id = stack->shown.stack_id,
                             .stack_name = request.stack_name},
                            work.surroundings(*this)));
  // The template may have asked services, and somebody else may have come before.
  if (const StackPtr now = stored(*caller, request.stack_name);
      now != (is_new ? nullptr : stack) || stack->is_busy()) {
    return busy(now == nullptr ? *stack : *now);
  }
  stack->shown.description = evaluation.source().description;
  stack->shown.parameters.clear();
  for (const ParameterValue& each : evaluation.parameters()) {
    stack->shown.parameters.emplace(each.key, each.value);
  }
  if (is_new) {
    state(*caller).by_name.insert_or_assign(request.stack_name, stack);
    EMU_CHECK(work.create(*this, evaluation));
  } else {
    EMU_CHECK(work.update(*this, evaluation));
  }
  return stack->show();
}

Status Stacks::remove(const CallerPtr& caller, std::string_view name) {
  const StackPtr stack = stored(*caller, name);
  if (stack == nullptr) return {};
  if (stack->is_busy()) return busy(*stack);
  for (const StackOutput& output : stack->shown.outputs) {
    if (output.export_name.empty()) continue;
    const auto users = importers(*caller, output.export_name);
    if (users.empty()) continue;
    return property_error(fmt::format("Export {} cannot be deleted as it is in use by {}",
                                      output.export_name, fmt::join(users, ", ")));
  }
  const DeployTemplate nothing{.template_body = {}, .stack_name = stack->shown.stack_name};
  StackWork work(world_, caller, stack, nothing);
  EMU_CHECK(work.remove_all());
  auto& by_name = state(*caller).by_name;
  if (const auto entry = by_name.find(stack->shown.stack_name);
      entry != by_name.end() && entry->second == stack) {
    by_name.erase(entry);
  }
  return {};
}

}  // namespace emu::cloudformation
