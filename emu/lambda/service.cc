#include "lambda/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <utility>

#include "lambda/configuration.h"
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

Error only_whole_functions() {
  return invalid_parameter(
      "This operation is permitted on Lambda functions only. Aliases and versions do not support "
      "this operation. Please specify either a function name or an unqualified function ARN.");
}

FunctionReference reference_of(std::string_view name) {
  const std::optional<FunctionReference> reference = parse_function_reference(name);
  EMU_ASSERT(reference.has_value(), "the gate lets through only names of the right form");
  return *reference;
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

Result<FunctionPtr> Lambda::find(const Call& call, const FunctionReference& named) {
  if (!named.region.empty() && named.region != call.region()) {
    return function_not_in_region(named.region, call.region());
  }
  const std::string_view account = named.account.empty() ? call.account() : named.account;
  const bool is_latest = named.qualifier.empty() || named.qualifier == "$LATEST";
  if (const Region* region = regions_.find(account, call.region())) {
    const auto found = region->functions.find(named.name);
    if (found != region->functions.end() && is_latest) return found->second;
  }
  std::string arn = function_arn(account, call.region(), named.name);
  if (!named.qualifier.empty()) arn.append(":").append(named.qualifier);
  return function_not_found(arn);
}

Result<FunctionPtr> Lambda::find(const Call& call, std::string_view name,
                                 const std::optional<std::string>& qualifier) {
  FunctionReference named = reference_of(name);
  if (qualifier && !named.qualifier.empty() && *qualifier != named.qualifier) {
    return qualifiers_differ();
  }
  if (qualifier) named.qualifier = *qualifier;
  return find(call, named);
}

Result<FunctionPtr> Lambda::find_unqualified(const Call& call, std::string_view name) {
  FunctionReference named = reference_of(name);
  named.qualifier = {};
  return find(call, named);
}

Result<FunctionPtr> Lambda::find_whole(const Call& call, std::string_view name) {
  const FunctionReference named = reference_of(name);
  if (!named.qualifier.empty()) return only_whole_functions();
  return find(call, named);
}

Result<FunctionPtr> Lambda::find_mapped(const Call& call, std::string_view name) {
  Result<FunctionPtr> found = find(call, name);
  if (!found) return mapped_function_missing();
  return found;
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

FunctionConfiguration Lambda::changed(LiveFunction& function) {
  FunctionConfiguration& stored = function.stored->configuration;
  mark_changed(stored);
  renew_revision(function);
  return being_updated(stored);
}

Result<Package> Lambda::package_of(Call& call, std::string_view function_name,
                                   const FunctionCode& code) {
  if (executor_.has_code(function_name)) return describe_package(code);
  return read_package(call, code);
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
  region.stored.layers.clear();
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
