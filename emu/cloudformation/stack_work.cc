#include "cloudformation/stack_work.h"

#include <emu/time.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cloudformation/outside.h"
#include "cloudformation/reasons.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kStackEventsMax = 1000;
constexpr std::string_view kInProgress = "_IN_PROGRESS";
constexpr std::string_view kStackType = "AWS::CloudFormation::Stack";

}  // namespace

StackWork::StackWork(World& world, CallerPtr caller, StackPtr stack, const DeployTemplate& request)
    : world_(world),
      caller_(std::move(caller)),
      aws_(world.client(caller_)),
      stack_(std::move(stack)),
      request_(request) {
  if (!request_.package) return;
  // Reading files takes its time, which others need not wait for.
  package_ = [this](const std::string& path) {
    Result<Blob> read(std::in_place);
    world_.scheduler().outside([&] { read = request_.package(path); });
    return read;
  };
}

StackWork::~StackWork() {
  if (!is_begun_ || !stack_->is_busy()) return;
  std::string& status = stack_->shown.stack_status;
  status.replace(status.size() - kInProgress.size(), kInProgress.size(), "_FAILED");
}

// ---- What is written down ----

void StackWork::add_event(StackEvent event) {
  event.timestamp = world_.now();
  auto& events = stack_->shown.events;
  if (events.size() >= kStackEventsMax) events.erase(events.begin());
  events.push_back(std::move(event));
}

void StackWork::stack_status(std::string_view status, std::string_view reason) {
  is_begun_ = true;
  Stack& stack = stack_->shown;
  stack.stack_status = status;
  stack.stack_status_reason = reason;
  add_event({.event_id = world_.uuid(),
             .logical_resource_id = stack.stack_name,
             .physical_resource_id = stack.stack_id,
             .resource_type = std::string(kStackType),
             .resource_status = std::string(status),
             .resource_status_reason = std::string(reason)});
}

void StackWork::resource_status(StoredResource& resource, std::string_view status,
                                std::string_view reason) {
  StackResource& shown = resource.shown;
  shown.resource_status = status;
  shown.resource_status_reason = reason;
  shown.last_updated_timestamp = world_.now();
  add_event({.event_id =
                 fmt::format("{}-{}-{}", shown.logical_resource_id, status, iso8601(world_.now())),
             .logical_resource_id = shown.logical_resource_id,
             .physical_resource_id = shown.physical_resource_id,
             .resource_type = shown.resource_type,
             .resource_status = std::string(status),
             .resource_status_reason = std::string(reason)});
}

// ---- What a template may ask for ----

Surroundings StackWork::surroundings(Stacks& stacks) {
  Surroundings out;
  out.ref = [this](const Resource& resource) -> Result<Json> {
    const StoredResource* stored = stack_->find(resource.logical_id);
    return Json(stored == nullptr ? resource.logical_id : stored->shown.physical_resource_id);
  };
  out.get_att = [this](const Resource& resource, std::string_view attribute) -> Result<Json> {
    const StoredResource* stored = stack_->find(resource.logical_id);
    if (stored == nullptr || stored->type == nullptr) {
      return Json(fmt::format("{}.{}", resource.logical_id, attribute));
    }
    const auto found = stored->attributes.find(std::string(attribute));
    if (found != stored->attributes.end()) return found->second;
    return property_error(
        fmt::format("Template error: resource {} does not support attribute type {} in Fn::GetAtt",
                    resource.logical_id, attribute));
  };
  out.import_value = [this, &stacks](std::string_view name) -> Result<std::string> {
    auto value = stacks.exported(*caller_, name);
    if (!value) {
      return property_error(
          fmt::format("No export named {} found. Rollback requested by user.", name));
    }
    stack_->imports.emplace(name);
    return *std::move(value);
  };
  out.ssm_parameter = [this](std::string_view name) {
    return emu::cloudformation::ssm_parameter(aws_, name);
  };
  out.dynamic_reference = [this](std::string_view service, std::string_view reference) {
    return emu::cloudformation::dynamic_reference(aws_, service, reference);
  };
  return out;
}

// ---- Single resources ----

Making StackWork::making(const StoredResource& resource) {
  return {.world = world_,
          .aws = aws_,
          .caller = *caller_,
          .stack_name = stack_->shown.stack_name,
          .stack_id = stack_->shown.stack_id,
          .logical_id = resource.shown.logical_resource_id,
          .package = package_,
          .properties = resource.properties,
          .physical_id = resource.shown.physical_resource_id,
          .attributes = resource.attributes};
}

StoredResource StackWork::stored_resource(const Resource& resource, Json properties) const {
  return {.shown = {.logical_resource_id = resource.logical_id, .resource_type = resource.type},
          .type = find_resource_type(resource.type),
          .properties = std::move(properties),
          .deletion_policy = resource.deletion_policy};
}

Status StackWork::make(StoredResource& resource) {
  if (resource.type == nullptr) {
    resource.shown.physical_resource_id = resource.shown.logical_resource_id;
    return {};
  }
  Making work = making(resource);
  const Status made = resource.type->create(work);
  // Also when it failed on the way: what is there has to be removed.
  resource.shown.physical_resource_id = std::move(work.physical_id);
  resource.attributes = std::move(work.attributes);
  return made;
}

Status StackWork::change(StoredResource& resource, Json properties, bool& was_changed) {
  const Json before = std::exchange(resource.properties, std::move(properties));
  was_changed = resource.type == nullptr;
  if (resource.type == nullptr || resource.type->update == nullptr) return {};
  Making work = making(resource);
  EMU_TRY(was_changed, resource.type->update(work, before));
  if (was_changed) resource.attributes = std::move(work.attributes);
  return {};
}

Status StackWork::unmake(StoredResource& resource) {
  if (resource.type == nullptr || resource.shown.physical_resource_id.empty()) return {};
  Making work = making(resource);
  const Status removed = resource.type->remove(work);
  if (!removed && !is_absence(removed.error())) return removed;
  return {};
}

bool StackWork::remove_resource(StoredResource& resource) {
  if (resource.shown.physical_resource_id.empty()) return true;
  resource_status(resource, "DELETE_IN_PROGRESS");
  if (const Status removed = unmake(resource); !removed) {
    resource_status(resource, "DELETE_FAILED",
                    reason_of(removed.error(), resource.shown.resource_type, world_.random()));
    return false;
  }
  resource_status(resource, "DELETE_COMPLETE");
  return true;
}

}  // namespace emu::cloudformation
