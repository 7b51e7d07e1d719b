// Making and removing a stack.

#include <fmt/format.h>

#include <utility>

#include "cloudformation/reasons.h"
#include "cloudformation/stack_work.h"

namespace emu::cloudformation {

Status StackWork::create_one(const Evaluation& evaluation, const Resource& resource) {
  stack_->resources.push_back(stored_resource(resource, Json::object()));
  // Calls may let others in, but only this work changes the stack meanwhile.
  const std::size_t index = stack_->resources.size() - 1;
  const auto at = [&]() -> StoredResource& { return stack_->resources[index]; };
  resource_status(at(), "CREATE_IN_PROGRESS");
  Status made;
  if (at().type != nullptr) {
    auto properties = evaluation.properties(resource);
    if (properties) {
      at().properties = *std::move(properties);
      made = make(at());
    } else {
      made = std::move(properties).failure();
    }
  } else {
    made = make(at());
  }
  if (!at().shown.physical_resource_id.empty()) {
    resource_status(at(), "CREATE_IN_PROGRESS", "Resource creation Initiated");
  }
  if (made) {
    resource_status(at(), "CREATE_COMPLETE");
    return {};
  }
  failure_ = {.resource = &resource,
              .logical_id = resource.logical_id,
              .reason = reason_of(made.error(), resource.type, world_.random())};
  resource_status(at(), "CREATE_FAILED", failure_.reason);
  return made;
}

Error StackWork::failed(const Evaluation& evaluation) const {
  const Template& source = evaluation.source();
  const Place place = failure_.resource == nullptr ? Place{} : failure_.resource->place;
  const std::string text =
      failure_.logical_id.empty()
          ? failure_.reason
          : fmt::format("{} ({}): {}", failure_.logical_id,
                        failure_.resource == nullptr ? "" : failure_.resource->type,
                        failure_.reason);
  Error error = make_error(source.file, place, text);
  error.code = kStackFailed;
  return error;
}

// Outputs and exports, once all resources are there.
Status StackWork::finish(Stacks& stacks, const Evaluation& evaluation) {
  auto outputs = evaluation.outputs();
  Status status;
  if (!outputs) {
    status = std::move(outputs).failure();
  } else {
    std::vector<StackOutput> shown;
    for (OutputValue& each : *outputs) {
      const std::string other =
          each.export_name.empty() ? "" : stacks.exporter(*caller_, each.export_name, stack_.get());
      if (!other.empty()) {
        status = property_error(fmt::format("Export with name {} is already exported by stack {}",
                                            each.export_name, other));
        break;
      }
      shown.push_back({.output_key = each.key,
                       .output_value = each.value,
                       .description = each.description,
                       .export_name = each.export_name});
    }
    if (status) stack_->shown.outputs = std::move(shown);
  }
  if (!status) failure_ = {.reason = status.error().message};
  return status;
}

Status StackWork::create(Stacks& stacks, const Evaluation& evaluation) {
  stack_status("CREATE_IN_PROGRESS", "User Initiated");
  Status status;
  for (const Resource* resource : evaluation.creation_order()) {
    status = create_one(evaluation, *resource);
    if (!status) break;
  }
  if (status) status = finish(stacks, evaluation);
  if (status) {
    stack_status("CREATE_COMPLETE");
    return {};
  }
  stack_status("ROLLBACK_IN_PROGRESS",
               failure_.logical_id.empty()
                   ? failure_.reason
                   : fmt::format("The following resource(s) failed to create: [{}]. "
                                 "Rollback requested by user.",
                                 failure_.logical_id));
  stack_->imports.clear();
  bool is_clean = true;
  for (std::size_t i = stack_->resources.size(); i > 0; --i) {
    StoredResource& resource = stack_->resources[i - 1];
    if (resource.deletion_policy == DeletionPolicy::kRetain) {
      resource_status(resource, "DELETE_SKIPPED");
      continue;
    }
    is_clean = remove_resource(resource) && is_clean;
  }
  stack_status(is_clean ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED");
  return failed(evaluation);
}

Status StackWork::remove_all() {
  stack_status("DELETE_IN_PROGRESS", "User Initiated");
  std::vector<std::string> left;
  std::string reason;
  for (std::size_t i = stack_->resources.size(); i > 0; --i) {
    StoredResource& resource = stack_->resources[i - 1];
    if (resource.shown.resource_status == "DELETE_COMPLETE") continue;
    if (resource.deletion_policy == DeletionPolicy::kRetain ||
        resource.deletion_policy == DeletionPolicy::kRetainExceptOnCreate) {
      resource_status(resource, "DELETE_SKIPPED");
      continue;
    }
    if (remove_resource(resource)) continue;
    left.push_back(resource.shown.logical_resource_id);
    reason = resource.shown.resource_status_reason;
  }
  if (left.empty()) {
    stack_status("DELETE_COMPLETE");
    return {};
  }
  stack_status("DELETE_FAILED", fmt::format("The following resource(s) failed to delete: [{}]. ",
                                            fmt::join(left, ", ")));
  return Error{.code = kStackFailed,
               .message = fmt::format("{} {}", stack_->shown.stack_status_reason, reason)};
}

}  // namespace emu::cloudformation
