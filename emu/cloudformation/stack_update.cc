// Changing a stack to another template, and back when that fails.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cloudformation/reasons.h"
#include "cloudformation/stack_work.h"

namespace emu::cloudformation {

namespace {

// Whether code at a path, which may have changed while its path has not.
bool names_local_code(const Json& properties) {
  const auto code = properties.find("Code");
  return code != properties.end() && code->is_string();
}

}  // namespace

Status StackWork::update_one(const Evaluation& evaluation, const Resource& resource,
                             std::vector<Done>& done, std::vector<StoredResource>& replaced) {
  StoredResource* stored = stack_->find(resource.logical_id);
  if (stored == nullptr) {
    done.push_back({.kind = Done::Kind::kCreated, .logical_id = resource.logical_id});
    return create_one(evaluation, resource);
  }
  stored->deletion_policy = resource.deletion_policy;
  if (stored->type == nullptr) return {};
  auto properties = evaluation.properties(resource);
  if (properties && stored->shown.resource_type == resource.type &&
      *properties == stored->properties && !names_local_code(*properties)) {
    return {};
  }
  const StoredResource before = *stored;
  resource_status(*stored, "UPDATE_IN_PROGRESS");
  Status status;
  bool was_changed = false;
  if (!properties) {
    status = std::move(properties).failure();
  } else if (stored->shown.resource_type != resource.type) {
    status =
        property_error(fmt::format("Update of resource type is not permitted. The new template "
                                   "modifies resource type of the following resources [{}]",
                                   resource.logical_id));
  } else {
    status = change(*stored, *properties, was_changed);
  }
  if (status && was_changed) {
    done.push_back(
        {.kind = Done::Kind::kChanged, .before = before, .logical_id = resource.logical_id});
  } else if (status) {
    resource_status(*stored, "UPDATE_IN_PROGRESS",
                    "Requested update requires the creation of a new physical resource; hence "
                    "creating one.");
    done.push_back(
        {.kind = Done::Kind::kReplaced, .before = before, .logical_id = resource.logical_id});
    stored->shown.physical_resource_id.clear();
    stored->attributes.clear();
    status = make(*stored);
    if (status) replaced.push_back(before);
  }
  if (status) {
    resource_status(*stored, "UPDATE_COMPLETE");
    return {};
  }
  failure_ = {.resource = &resource,
              .logical_id = resource.logical_id,
              .reason = reason_of(status.error(), resource.type, world_.random())};
  if (done.empty() || done.back().logical_id != resource.logical_id) {
    // What an update has changed before it failed is changed back, too.
    done.push_back(
        {.kind = Done::Kind::kChanged, .before = before, .logical_id = resource.logical_id});
  }
  resource_status(*stored, "UPDATE_FAILED", failure_.reason);
  return status;
}

void StackWork::take_back(std::vector<Done>& done) {
  for (auto each = done.rbegin(); each != done.rend(); ++each) {
    StoredResource* stored = stack_->find(each->logical_id);
    if (stored == nullptr) continue;
    switch (each->kind) {
      case Done::Kind::kCreated:
        (void)remove_resource(*stored);
        std::erase_if(stack_->resources, [&](const StoredResource& resource) {
          return resource.shown.logical_resource_id == each->logical_id;
        });
        continue;
      case Done::Kind::kReplaced:
        (void)unmake(*stored);
        *stored = each->before;
        break;
      case Done::Kind::kChanged: {
        bool was_changed = false;
        Json properties = each->before.properties;
        (void)change(*stored, std::move(properties), was_changed);
        stored->deletion_policy = each->before.deletion_policy;
        break;
      }
    }
    resource_status(*stored, "UPDATE_COMPLETE");
  }
}

Result<bool> StackWork::update(Stacks& stacks, const Evaluation& evaluation) {
  const auto& order = evaluation.creation_order();
  const Stack shown_before = stack_->shown;
  stack_status("UPDATE_IN_PROGRESS", "User Initiated");
  std::vector<Done> done;
  std::vector<StoredResource> replaced;
  Status status;
  for (const Resource* resource : order) {
    status = update_one(evaluation, *resource, done, replaced);
    if (!status) break;
  }
  if (status) status = finish(stacks, evaluation);
  if (!status) {
    stack_status("UPDATE_ROLLBACK_IN_PROGRESS",
                 failure_.logical_id.empty()
                     ? failure_.reason
                     : fmt::format("The following resource(s) failed to update: [{}].",
                                   failure_.logical_id));
    take_back(done);
    stack_->shown.outputs = shown_before.outputs;
    stack_->shown.parameters = shown_before.parameters;
    stack_status("UPDATE_ROLLBACK_COMPLETE");
    return failed(evaluation);
  }
  std::vector<std::string> gone;
  for (const StoredResource& resource : stack_->resources) {
    const bool stays = std::any_of(order.begin(), order.end(), [&](const Resource* r) {
      return r->logical_id == resource.shown.logical_resource_id;
    });
    if (!stays) gone.push_back(resource.shown.logical_resource_id);
  }
  stack_->shown.last_updated_time = world_.now();
  stack_status("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  for (auto old = replaced.rbegin(); old != replaced.rend(); ++old) {
    if (old->deletion_policy == DeletionPolicy::kDelete) (void)remove_resource(*old);
  }
  for (auto id = gone.rbegin(); id != gone.rend(); ++id) {
    StoredResource* stored = stack_->find(*id);
    if (stored->deletion_policy == DeletionPolicy::kDelete) (void)remove_resource(*stored);
    std::erase_if(stack_->resources, [&](const StoredResource& resource) {
      return resource.shown.logical_resource_id == *id;
    });
  }
  stack_status("UPDATE_COMPLETE");
  // In the order in which they would be made.
  std::stable_sort(stack_->resources.begin(), stack_->resources.end(),
                   [&](const StoredResource& a, const StoredResource& b) {
                     const auto place = [&](const StoredResource& r) {
                       return std::find_if(order.begin(), order.end(), [&](const Resource* each) {
                         return each->logical_id == r.shown.logical_resource_id;
                       });
                     };
                     return place(a) < place(b);
                   });
  return !done.empty() || !gone.empty();
}

}  // namespace emu::cloudformation
