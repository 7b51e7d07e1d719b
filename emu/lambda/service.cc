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

Result<FunctionPtr> Lambda::find(const Call& call, std::string_view name,
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
  if (const Region* region = regions_.find(account, call.region())) {
    const auto found = region->functions.find(reference->name);
    const bool is_latest = version.empty() || version == "$LATEST";
    if (found != region->functions.end() && is_latest) return found->second;
  }
  std::string arn = function_arn(account, call.region(), reference->name);
  if (!version.empty()) arn.append(":").append(version);
  return function_not_found(arn);
}

std::shared_ptr<const std::string> Lambda::policy_of(std::string_view arn) {
  const std::optional<FunctionReference> reference = parse_function_reference(arn);
  if (!reference) return nullptr;
  const Region* region = regions_.find(reference->account, reference->region);
  const LiveFunction* function = region == nullptr ? nullptr : region->find(reference->name);
  return function == nullptr ? nullptr : function->policy_document;
}

void Lambda::mark_changed(FunctionConfiguration& configuration) {
  configuration.revision_id = world_.uuid();
  configuration.last_modified = last_modified_text(world_.now());
}

void Lambda::arrange(Region& region, Function& stored) {
  const auto function = std::make_shared<LiveFunction>();
  function->home = &region;
  function->stored = &stored;
  function->policy_document = policy_document_of(stored.policy);
  renew_revision(*function);
  const Status reserved =
      region.concurrency.reserve(function->concurrency, stored.reserved_concurrency);
  EMU_ASSERT(reserved.ok(), "what is stored was reserved before");
  region.functions.emplace(stored.configuration.function_name, function);
  for (const auto& [request_id, event] : stored.events) async_.arrange(function, event);
}

void Lambda::arrange(Region& region) {
  for (auto& [name, function] : region.stored.functions) arrange(region, function);
  for (const Mapping& mapping : region.stored.mappings) mappings_.arrange(region, mapping);
}

void Lambda::retire(LiveFunction& function) {
  async_.drop_events(function);
  const Status released = function.home->concurrency.reserve(function.concurrency, std::nullopt);
  EMU_ASSERT(released.ok(), "a reservation can always end");
  function.stored = nullptr;
  function.idle.clear();
}

void Lambda::clear(Region& region) {
  MappingControl::abandon(region);
  for (const auto& [name, function] : region.functions) retire(*function);
  region.functions.clear();
  region.stored.mappings.clear();
  region.stored.functions.clear();
}

// Regions stay where they are: tasks that are still to end know them.
void Lambda::reset(std::optional<std::string_view> account) {
  regions_.each_of(account, [this](Region& region) { clear(region); });
  executor_.abandon(account);
}

const State& Lambda::stored(std::string_view account, std::string_view region) {
  return regions_.at(account, region).stored;
}

void Lambda::restore(State state) {
  Region& region = regions_.at(state.account, state.region);
  clear(region);
  executor_.abandon(region);
  region.stored = std::move(state);
  arrange(region);
}

}  // namespace emu::lambda
