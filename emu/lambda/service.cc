#include "lambda/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <utility>

#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/role_session.h"
#include "lambda/timestamps.h"

namespace emu::lambda {

namespace {

Error qualifiers_differ() {
  return invalid_parameter(
      "The derived qualifier from the function name does not match the specified qualifier.");
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Lambda>(world); }

Lambda::Lambda(World& world)
    : world_(world), executor_(world), async_(world, executor_), mappings_(world) {
  world.interfaces().add<FunctionHost>(*this);
  world.resource_policies().add_source("lambda",
                                       [this](std::string_view arn) { return policy_of(arn); });
}

void Lambda::bind(std::string function_name, HandlerFactory factory) {
  executor_.bind(std::move(function_name), std::move(factory));
}

Result<Lambda::FunctionPtr> Lambda::find(const Call& call, std::string_view name,
                                         const std::optional<std::string>& qualifier) {
  const std::optional<FunctionReference> reference = parse_function_reference(name);
  EMU_ASSERT(reference.has_value(), "the gate lets through only names of the right form");
  if (!reference->region.empty() && reference->region != call.region()) {
    return function_not_in_region(reference->region, call.region());
  }
  if (qualifier && !reference->qualifier.empty() && *qualifier != reference->qualifier) {
    return qualifiers_differ();
  }
  const std::string_view account = reference->account.empty() ? call.account() : reference->account;
  const std::string_view version = qualifier ? *qualifier : reference->qualifier;
  if (State* state = states_.find(account, call.region())) {
    const auto found = state->functions.find(reference->name);
    const bool is_latest = version.empty() || version == "$LATEST";
    if (found != state->functions.end() && is_latest) return found->second;
  }
  std::string arn = function_arn(account, call.region(), reference->name);
  if (!version.empty()) arn.append(":").append(version);
  return function_not_found(arn);
}

std::shared_ptr<const std::string> Lambda::policy_of(std::string_view arn) {
  const std::optional<FunctionReference> reference = parse_function_reference(arn);
  if (!reference) return nullptr;
  State* state = states_.find(reference->account, reference->region);
  const Function* function = state == nullptr ? nullptr : state->find(reference->name);
  return function == nullptr ? nullptr : function->policy_document;
}

void Lambda::touch(Function& function) {
  function.configuration.revision_id = world_.uuid();
  function.configuration.last_modified = last_modified_text(world_.now());
  function.revision = make_revision(*function.home, function.configuration);
  function.idle.clear();
}

void Lambda::retire(Function& function) {
  async_.drop_events(function);
  const Status released = function.home->concurrency.reserve(function.concurrency, std::nullopt);
  EMU_ASSERT(released.ok(), "a reservation can always end");
  function.is_deleted = true;
  function.idle.clear();
}

// States stay where they are: tasks that are still to end know them.
void Lambda::reset(std::optional<std::string_view> account) {
  states_.each_of(account, [this](State& state) {
    for (const auto& mapping : state.mappings) MappingControl::abandon(*mapping);
    state.mappings.clear();
    for (const auto& [name, function] : state.functions) retire(*function);
    state.functions.clear();
  });
  executor_.abandon(account);
}

}  // namespace emu::lambda
