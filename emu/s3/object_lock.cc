#include "s3/object_lock.h"

#include <chrono>
#include <string>

#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kGovernance = "GOVERNANCE";
constexpr std::string_view kCompliance = "COMPLIANCE";
constexpr std::string_view kModeHeader = "x-amz-object-lock-mode";
constexpr std::string_view kDateHeader = "x-amz-object-lock-retain-until-date";
constexpr std::string_view kHoldHeader = "x-amz-object-lock-legal-hold";

bool is_mode(std::string_view mode) { return mode == kGovernance || mode == kCompliance; }

Error date_in_the_past(std::string_view argument, Time date) {
  return invalid_argument("The retain until date must be in the future!", argument, iso8601(date));
}

Status check_request(const LockRequest& request, Time now) {
  if (request.mode.empty() != !request.retain_until) {
    return invalid_argument(
        "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
        request.mode.empty() ? kModeHeader : kDateHeader, "");
  }
  if (!request.mode.empty() && !is_mode(request.mode)) {
    return invalid_argument("Unknown wormMode directive.", kModeHeader, request.mode);
  }
  if (request.retain_until && *request.retain_until <= now) {
    return date_in_the_past(kDateHeader, *request.retain_until);
  }
  if (!request.legal_hold.empty() && request.legal_hold != "ON" && request.legal_hold != "OFF") {
    return invalid_argument("Legal Hold must be either of 'ON' or 'OFF'", kHoldHeader,
                            request.legal_hold);
  }
  return {};
}

const DefaultRetention* default_retention_of(const StoredBucket& bucket) {
  const auto& rule = bucket.object_lock->rule;
  return rule && rule->default_retention ? &*rule->default_retention : nullptr;
}

Duration period_of(const DefaultRetention& retention) {
  constexpr std::int32_t kDaysOfYear = 365;
  return std::chrono::days(retention.days.value_or(retention.years.value_or(0) * kDaysOfYear));
}

const ObjectLock* lock_of(const StoredObject& object) {
  return object.extras == nullptr ? nullptr : &object.extras->lock;
}

bool is_retained(const ObjectLock& lock, Time now) {
  return !lock.mode.empty() && now < lock.retain_until;
}

Status check_period(std::string_view unit, std::optional<std::int32_t> period, std::int32_t most) {
  if (!period || (*period > 0 && *period <= most)) return {};
  return make_error("InvalidArgument",
                    *period <= 0 ? "Default retention period must be a positive integer value."
                                 : "Default retention period is too large.",
                    400, {{"ArgumentName", std::string(unit)}});
}

}  // namespace

Result<ObjectLock> new_lock(const StoredBucket& bucket, const LockRequest& request, Time now) {
  const bool asks = !request.mode.empty() || request.retain_until || !request.legal_hold.empty();
  if (!bucket.object_lock) {
    if (asks) return no_object_lock();
    return ObjectLock{};
  }
  EMU_CHECK(check_request(request, now));
  ObjectLock lock{.mode = std::string(request.mode),
                  .retain_until = request.retain_until.value_or(Time()),
                  .legal_hold = std::string(request.legal_hold)};
  if (const DefaultRetention* fallback = default_retention_of(bucket);
      fallback != nullptr && lock.mode.empty()) {
    lock.mode = fallback->mode;
    lock.retain_until = now + period_of(*fallback);
  }
  return lock;
}

bool has_lock(const StoredObject& object) {
  return object.extras != nullptr && !object.extras->lock.empty();
}

void set_lock(ObjectLock lock, StoredObject& object) {
  if (lock.empty() && object.extras == nullptr) return;
  extras_of(object).lock = std::move(lock);
}

Status check_lock_configuration(const ObjectLockConfiguration& configuration) {
  if (configuration.object_lock_enabled != "Enabled") return malformed_xml();
  if (!configuration.rule) return {};
  if (!configuration.rule->default_retention) return malformed_xml();
  const DefaultRetention& retention = *configuration.rule->default_retention;
  if (!is_mode(retention.mode)) return malformed_xml();
  if (retention.days.has_value() == retention.years.has_value()) return malformed_xml();
  EMU_CHECK(check_period("Days", retention.days, kLockDaysMax));
  return check_period("Years", retention.years, kLockYearsMax);
}

Hold hold_of(const StoredObject& object, Time now) {
  const ObjectLock* lock = lock_of(object);
  if (lock != nullptr && lock->legal_hold == "ON") return Hold::kFinal;
  return retention_hold_of(object, now);
}

Hold retention_hold_of(const StoredObject& object, Time now) {
  const ObjectLock* lock = lock_of(object);
  if (lock == nullptr || !is_retained(*lock, now)) return Hold::kNone;
  return lock->mode == kCompliance ? Hold::kFinal : Hold::kGovernance;
}

bool is_extension(const StoredObject& object, const ObjectLockRetention& wanted, Time now) {
  const ObjectLock* lock = lock_of(object);
  if (lock == nullptr || !is_retained(*lock, now)) return true;
  return wanted.mode == lock->mode && wanted.retain_until_date &&
         *wanted.retain_until_date >= lock->retain_until;
}

Status check_retention(const ObjectLockRetention& retention, Time now) {
  if (retention.mode.empty() != !retention.retain_until_date) return malformed_xml();
  if (retention.mode.empty()) return {};
  if (!is_mode(retention.mode)) return malformed_xml();
  if (*retention.retain_until_date <= now) {
    return date_in_the_past("RetainUntilDate", *retention.retain_until_date);
  }
  return {};
}

Error no_object_lock() { return invalid_request("Bucket is missing Object Lock Configuration"); }

Error object_not_locked() {
  return make_error("NoSuchObjectLockConfiguration",
                    "The specified object does not have a ObjectLock configuration", 404);
}

Error protected_by_lock() {
  return make_error("AccessDenied", "Access Denied because object protected by object lock.", 403);
}

}  // namespace emu::s3
