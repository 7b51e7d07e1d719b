// LifecycleRuns: carries the rules of buckets out, at midnight UTC.
//
// Each bucket with a lifecycle has one timer, set for the next midnight. Then all that the bucket
// holds is looked at, some thousand keys at a time, with others getting their turn in between; and
// nothing is, when nothing has changed since the last time and nothing is due. Where there is no
// lifecycle there is no cost.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/world.h"
#include "s3/lifecycle_plan.h"
#include "s3/object_event.h"
#include "s3/state.h"

namespace emu::s3 {

class LifecycleRuns {
 public:
  using Announce = std::function<void(const StoredBucket&, const ObjectEvent&)>;

  // The buckets must outlive it.
  LifecycleRuns(World& world, Buckets& buckets, Announce announce)
      : world_(world), buckets_(buckets), announce_(std::move(announce)) {}

  // A bucket has got rules, or others.
  void begin(const StoredBucket& bucket);
  // A bucket has lost its rules, or is about to go.
  void end(std::string_view bucket);
  // Ends those of buckets that are gone.
  void forget();

 private:
  // How far the work of one midnight has come. Objects come first, then versions, then uploads.
  enum class Stage : std::uint8_t { kObjects, kVersions, kUploads };
  struct Run {
    TimerId timer = {};
    bool is_under_way = false;
    Stage stage = Stage::kObjects;
    std::string after = {};                  // the key that was looked at last
    std::optional<Time> next = {};           // when something is due, as far as it was looked at
    std::optional<std::uint64_t> seen = {};  // StoredBucket::changes when it was looked at last
  };

  void set_timer(const std::string& bucket, Run& run, Time at);
  void on_timer(const std::string& bucket);
  // Each looks at some of what there is, and says whether there is more.
  bool look(StoredBucket& bucket, const LifecyclePlan& plan, Run& run);
  bool look_at_objects(StoredBucket& bucket, const LifecyclePlan& plan, Run& run);
  bool look_at_versions(StoredBucket& bucket, const LifecyclePlan& plan, Run& run);
  // False when it has expired and is gone.
  bool look_at_object(StoredBucket& bucket, const std::string& key, StoredObject& object,
                      const LifecyclePlan& plan, Run& run);
  void look_at_history(StoredBucket& bucket, const std::string& key, const LifecyclePlan& plan,
                       Run& run);
  void look_at_lone_marker(StoredBucket& bucket, const std::string& key, const LifecyclePlan& plan,
                           Run& run);
  void abort_uploads(StoredBucket& bucket, const LifecyclePlan& plan);

  void expire(StoredBucket& bucket, const std::string& key, Run& run);
  void remove(StoredBucket& bucket, const std::string& key, const std::string& version_id,
              Run& run);
  void move(StoredBucket& bucket, std::string_view key, StoredObject& object,
            std::string_view storage_class);

  World& world_;
  Buckets& buckets_;
  Announce announce_;
  std::map<std::string, Run, std::less<>> runs_ = {};
};

}  // namespace emu::s3
