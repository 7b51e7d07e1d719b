// What the rules of a lifecycle say about one object, version or upload, and when.
//
// Days are counted from a moment and end at the midnight UTC that follows, or at that moment when
// it is a midnight itself. Where several rules are about the same object, the one that deletes it
// first decides; and an object goes only to colder storage classes.
// Sources: Amazon S3 User Guide, "Expiring objects", "Transitioning objects using Amazon S3
// Lifecycle", "Lifecycle configuration elements".
#pragma once

#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "s3/lifecycle_filter.h"
#include "s3/state.h"

namespace emu::s3 {

// The midnight UTC at or after a time.
Time midnight_from(Time time);
Time end_of_days(Time from, std::int32_t days);

class LifecyclePlan {
 public:
  // Of the enabled rules. The lifecycle must outlive the plan.
  explicit LifecyclePlan(const Lifecycle& lifecycle);

  struct Due {
    Time at;
    const LifecycleRule* rule;
  };
  struct Move {
    Time at;
    std::string_view storage_class;
  };
  // A version that is not the newest of its key.
  struct Noncurrent {
    Time since;         // when it was covered
    std::size_t newer;  // noncurrent versions that are newer
  };

  std::optional<Due> expiration(std::string_view key, const StoredObject& object) const;
  // The coldest class that is due at `now`, else the next one that will be.
  std::optional<Move> transition(std::string_view key, const StoredObject& object, Time now) const;
  // Of an object or, without one, of a delete marker.
  std::optional<Time> noncurrent_expiration(std::string_view key, const StoredObject* object,
                                            const Noncurrent& version) const;
  std::optional<Move> noncurrent_transition(std::string_view key, const StoredObject& object,
                                            const Noncurrent& version, Time now) const;
  // Of a delete marker that is all that is left of its key.
  std::optional<Time> marker_expiration(std::string_view key, Time marked) const;
  std::optional<Due> abort(std::string_view key, Time initiated) const;

 private:
  struct Entry {
    const LifecycleRule* rule;
    LifecycleFilter filter;
  };
  bool may_move(const Entry& entry, const StoredObject& object,
                std::string_view storage_class) const;
  static void consider(std::optional<Move>& best, const Move& move, Time now);

  const Lifecycle& lifecycle_;
  std::vector<Entry> entries_ = {};
};

// Tells in an answer when a rule aborts an upload.
template <class T>
void fill_abort(const StoredBucket& bucket, std::string_view key, Time initiated, T& out) {
  if (!bucket.lifecycle) return;
  const auto due = LifecyclePlan(*bucket.lifecycle).abort(key, initiated);
  if (!due) return;
  out.abort_date = due->at;
  out.abort_rule_id = due->rule->id;
}

// The value of x-amz-expiration, empty when the object stays.
std::string expiration_header(const StoredBucket& bucket, std::string_view key,
                              const StoredObject& object);

}  // namespace emu::s3
