#include "s3/lifecycle_runs.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "s3/limits.h"
#include "s3/object_lock.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

Time next_midnight(Time now) { return midnight_from(now + Duration(1)); }

void note(std::optional<Time>& next, Time at) {
  if (!next || at < *next) next = at;
}

Time stored_at(const StoredVersion& version) {
  return std::visit([](const auto& any) { return any.last_modified; }, version);
}

std::string name_of(const StoredVersion& version) {
  return std::visit([](const auto& any) { return s3::name_of(any.version_id); }, version);
}

}  // namespace

void LifecycleRuns::begin(const StoredBucket& bucket) {
  end(bucket.name);
  set_timer(bucket.name, runs_[bucket.name], next_midnight(world_.now()));
}

void LifecycleRuns::end(std::string_view bucket) {
  const auto found = runs_.find(bucket);
  if (found == runs_.end()) return;
  world_.scheduler().cancel(found->second.timer);
  runs_.erase(found);
}

void LifecycleRuns::forget() {
  std::erase_if(runs_, [&](const auto& entry) {
    if (buckets_.contains(entry.first)) return false;
    world_.scheduler().cancel(entry.second.timer);
    return true;
  });
}

void LifecycleRuns::set_timer(const std::string& bucket, Run& run, Time at) {
  run.timer = world_.scheduler().at(
      at, [this, bucket] { on_timer(bucket); }, true);
}

void LifecycleRuns::on_timer(const std::string& name) {
  Run& run = runs_.at(name);
  const auto found = buckets_.find(name);
  if (found == buckets_.end() || !found->second.lifecycle) {
    runs_.erase(name);
    return;
  }
  StoredBucket& bucket = found->second;
  const Time now = world_.now();
  if (!run.is_under_way) {
    const bool is_idle = run.seen == bucket.changes && (!run.next || *run.next > now);
    if (is_idle && bucket.uploads.empty()) return set_timer(name, run, next_midnight(now));
    run.is_under_way = true;
    run.stage = is_idle ? Stage::kUploads : Stage::kObjects;
    run.after.clear();
    if (!is_idle) run.next.reset();
    run.seen = bucket.changes;
  }
  const LifecyclePlan plan(*bucket.lifecycle);
  if (look(bucket, plan, run)) {
    set_timer(name, run, now);
    return;
  }
  run.is_under_way = false;
  set_timer(name, run, next_midnight(now));
}

bool LifecycleRuns::look(StoredBucket& bucket, const LifecyclePlan& plan, Run& run) {
  switch (run.stage) {
    case Stage::kObjects:
      if (look_at_objects(bucket, plan, run)) return true;
      break;
    case Stage::kVersions:
      if (look_at_versions(bucket, plan, run)) return true;
      break;
    case Stage::kUploads:
      abort_uploads(bucket, plan);
      return false;
  }
  run.stage = run.stage == Stage::kObjects ? Stage::kVersions : Stage::kUploads;
  run.after.clear();
  return true;
}

bool LifecycleRuns::look_at_objects(StoredBucket& bucket, const LifecyclePlan& plan, Run& run) {
  Objects& objects = bucket.objects;
  auto at = run.after.empty() ? objects.begin() : objects.upper_bound(run.after);
  for (std::size_t count = 0; at != objects.end() && count < kLifecycleStep; ++count) {
    run.after = at.key();
    const bool is_there = look_at_object(bucket, run.after, at.value(), plan, run);
    at = is_there ? ++at : objects.upper_bound(run.after);
  }
  return at != objects.end();
}

bool LifecycleRuns::look_at_object(StoredBucket& bucket, const std::string& key,
                                   StoredObject& object, const LifecyclePlan& plan, Run& run) {
  const Time now = world_.now();
  if (const auto due = plan.expiration(key, object)) {
    if (due->at <= now) {
      expire(bucket, key, run);
      return false;
    }
    note(run.next, due->at);
  }
  auto next = plan.transition(key, object, now);
  if (next && next->at <= now) {
    move(bucket, key, object, next->storage_class);
    next = plan.transition(key, object, now);
  }
  if (next) note(run.next, next->at);
  return true;
}

bool LifecycleRuns::look_at_versions(StoredBucket& bucket, const LifecyclePlan& plan, Run& run) {
  History& history = bucket.history;
  auto at = run.after.empty() ? history.begin() : history.upper_bound(run.after);
  for (std::size_t count = 0; at != history.end() && count < kLifecycleStep; ++count) {
    const std::string key = at->first;
    // Each version is looked at.
    count += at->second.versions.size() - 1;
    ++at;
    run.after = key;
    look_at_history(bucket, key, plan, run);
    look_at_lone_marker(bucket, key, plan, run);
  }
  return at != history.end();
}

// The versions of a key that are not its newest.
void LifecycleRuns::look_at_history(StoredBucket& bucket, const std::string& key,
                                    const LifecyclePlan& plan, Run& run) {
  const Time now = world_.now();
  const StoredObject* current = current_object(bucket, key);
  auto& versions = bucket.history.find(key)->second.versions;
  auto at = versions.begin();
  Time since = current != nullptr ? current->last_modified : stored_at(at->second);
  if (current == nullptr) ++at;  // the delete marker that is the newest
  std::vector<std::string> expired;
  for (std::size_t newer = 0; at != versions.end(); ++at, ++newer) {
    auto* object = std::get_if<StoredObject>(&at->second);
    const LifecyclePlan::Noncurrent noncurrent{.since = since, .newer = newer};
    since = stored_at(at->second);
    const auto end = plan.noncurrent_expiration(key, object, noncurrent);
    if (end && *end <= now && !(object != nullptr && hold_of(*object, now) != Hold::kNone)) {
      expired.push_back(name_of(at->second));
      continue;
    }
    // A lock holds it up until another midnight.
    if (end) note(run.next, std::max(*end, next_midnight(now)));
    if (object == nullptr) continue;
    auto next = plan.noncurrent_transition(key, *object, noncurrent, now);
    if (next && next->at <= now) {
      move(bucket, key, *object, next->storage_class);
      next = plan.noncurrent_transition(key, *object, noncurrent, now);
    }
    if (next) note(run.next, next->at);
  }
  for (const std::string& version_id : expired) remove(bucket, key, version_id, run);
}

void LifecycleRuns::look_at_lone_marker(StoredBucket& bucket, const std::string& key,
                                        const LifecyclePlan& plan, Run& run) {
  const auto found = bucket.history.find(key);
  if (found == bucket.history.end() || found->second.versions.size() != 1) return;
  const DeleteMarker* marker = current_marker(bucket, key);
  if (marker == nullptr) return;
  const auto due = plan.marker_expiration(key, marker->last_modified);
  if (!due) return;
  if (*due > world_.now()) return note(run.next, *due);
  remove(bucket, key, name_of(marker->version_id), run);
}

// Uploads are few; looking at all of them each midnight costs less than to keep when each is due.
void LifecycleRuns::abort_uploads(StoredBucket& bucket, const LifecyclePlan& plan) {
  std::erase_if(bucket.uploads, [&](const auto& entry) {
    const auto due = plan.abort(entry.first.key, entry.second.initiated);
    return due && due->at <= world_.now();
  });
}

void LifecycleRuns::expire(StoredBucket& bucket, const std::string& key, Run& run) {
  const std::uint64_t before = bucket.changes;
  const Deletion deletion = delete_current(world_.random(), bucket, key, world_.now());
  *run.seen += bucket.changes - before;
  announce_(bucket, {.name = deletion.delete_marker ? "LifecycleExpiration:DeleteMarkerCreated"
                                                    : "LifecycleExpiration:Delete",
                     .key = key,
                     .version_id = deletion.version_id});
}

void LifecycleRuns::remove(StoredBucket& bucket, const std::string& key,
                           const std::string& version_id, Run& run) {
  const std::uint64_t before = bucket.changes;
  delete_version(bucket, key, version_id);
  *run.seen += bucket.changes - before;
  announce_(bucket, {.name = "LifecycleExpiration:Delete", .key = key, .version_id = version_id});
}

void LifecycleRuns::move(StoredBucket& bucket, std::string_view key, StoredObject& object,
                         std::string_view storage_class) {
  bucket.use.take(object.storage_class, object.body.size());
  object.storage_class = storage_class;
  bucket.use.add(object.storage_class, object.body.size());
  ObjectEvent event = object_created("LifecycleTransition", key, bucket, object);
  event.new_storage_class = object.storage_class;
  announce_(bucket, event);
}

}  // namespace emu::s3
