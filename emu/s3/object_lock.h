// Locks of versions: what requests ask for, and what they hold up. A lock is compared with the
// clock when somebody wants to pass it; nothing happens when its time is over.
// Source: Amazon S3 User Guide, "Locking objects with Object Lock".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "s3/state.h"

namespace emu::s3 {

// The headers of a request that stores an object.
struct LockRequest {
  std::string_view mode;
  std::optional<Time> retain_until;
  std::string_view legal_hold;
};

template <class In>
LockRequest lock_request_of(const In& in) {
  return {.mode = in.object_lock_mode,
          .retain_until = in.object_lock_retain_until_date,
          .legal_hold = in.object_lock_legal_hold_status};
}

// The lock of a new version: as asked for, else by the bucket's default.
Result<ObjectLock> new_lock(const StoredBucket& bucket, const LockRequest& request, Time now);

bool has_lock(const StoredObject& object);
void set_lock(ObjectLock lock, StoredObject& object);

// Of a configuration that somebody puts.
Status check_lock_configuration(const ObjectLockConfiguration& configuration);

// What keeps a version from being deleted: callers may be permitted to pass over GOVERNANCE, and
// nobody to pass over COMPLIANCE or a legal hold.
enum class Hold : std::uint8_t { kNone, kGovernance, kFinal };
Hold hold_of(const StoredObject& object, Time now);
// What its retention alone does.
Hold retention_hold_of(const StoredObject& object, Time now);

// Whether a retention takes nothing from the one that the object has.
bool is_extension(const StoredObject& object, const ObjectLockRetention& wanted, Time now);

Status check_retention(const ObjectLockRetention& retention, Time now);

Error no_object_lock();
Error object_not_locked();  // of a version that has no lock
Error protected_by_lock();

// Writes it into the members of an answer.
template <class T>
void fill_lock(ObjectLock lock, T& out) {
  if (!lock.mode.empty()) out.object_lock_retain_until_date = lock.retain_until;
  out.object_lock_mode = std::move(lock.mode);
  out.object_lock_legal_hold_status = std::move(lock.legal_hold);
}

}  // namespace emu::s3
