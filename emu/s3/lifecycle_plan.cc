#include "s3/lifecycle_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "core/text/percent.h"
#include "core/time/http_date.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

// From warm to cold. Source: "Transitioning objects using Amazon S3 Lifecycle".
int coldness(std::string_view storage_class) {
  static constexpr std::array<std::string_view, 8> kClasses = {
      "STANDARD",   "REDUCED_REDUNDANCY", "STANDARD_IA", "INTELLIGENT_TIERING",
      "ONEZONE_IA", "GLACIER_IR",         "GLACIER",     "DEEP_ARCHIVE"};
  return static_cast<int>(std::find(kClasses.begin(), kClasses.end(), storage_class) -
                          kClasses.begin());
}

bool is_archive(std::string_view storage_class) {
  return storage_class == "GLACIER" || storage_class == "DEEP_ARCHIVE";
}

// What is set for a date happens to younger objects at the midnight after they were stored.
template <class Action>
std::optional<Time> moment_of(const Action& action, Time stored) {
  if (action.days) return end_of_days(stored, *action.days);
  if (action.date) return std::max(*action.date, midnight_from(stored));
  return std::nullopt;
}

template <class T>
void keep_earlier(std::optional<T>& best, const T& other) {
  if (!best || other < *best) best = other;
}

}  // namespace

Time midnight_from(Time time) { return std::chrono::ceil<std::chrono::days>(time); }

Time end_of_days(Time from, std::int32_t count) {
  // A rule may count more days than there is time, and than a Duration holds.
  const std::chrono::days span(count);
  const auto left = std::chrono::floor<std::chrono::days>(kLatestTime - from);
  return span > left ? kLatestTime : midnight_from(from + span);
}

LifecyclePlan::LifecyclePlan(const Lifecycle& lifecycle) : lifecycle_(lifecycle) {
  for (const LifecycleRule& rule : lifecycle.rules) {
    if (rule.status != "Enabled") continue;
    entries_.push_back({.rule = &rule, .filter = LifecycleFilter(rule)});
  }
}

std::optional<LifecyclePlan::Due> LifecyclePlan::expiration(std::string_view key,
                                                            const StoredObject& object) const {
  std::optional<Due> first;
  for (const Entry& entry : entries_) {
    if (!entry.rule->expiration) continue;
    const auto at = moment_of(*entry.rule->expiration, object.last_modified);
    if (!at || (first && first->at <= *at)) continue;
    if (!entry.filter.fits(key, object.body.size(), object.tags)) continue;
    first = Due{.at = *at, .rule = entry.rule};
  }
  return first;
}

bool LifecyclePlan::may_move(const Entry& entry, const StoredObject& object,
                             std::string_view storage_class) const {
  if (coldness(storage_class) <= coldness(object.storage_class)) return false;
  if (object.body.size() >= kTransitionBytesMin || entry.filter.has_size()) return true;
  return lifecycle_.minimum_size == "varies_by_storage_class" && is_archive(storage_class);
}

// Among those that are due the coldest, else the one that is due first.
void LifecyclePlan::consider(std::optional<Move>& best, const Move& move, Time now) {
  const auto rank = [&](const Move& each) { return each.at <= now; };
  if (!best || rank(move) > rank(*best)) {
    best = move;
  } else if (rank(move) == rank(*best)) {
    const bool is_better = rank(move) ? coldness(move.storage_class) > coldness(best->storage_class)
                                      : move.at < best->at;
    if (is_better) best = move;
  }
}

std::optional<LifecyclePlan::Move> LifecyclePlan::transition(std::string_view key,
                                                             const StoredObject& object,
                                                             Time now) const {
  std::optional<Move> best;
  for (const Entry& entry : entries_) {
    if (entry.rule->transitions.empty()) continue;
    if (!entry.filter.fits(key, object.body.size(), object.tags)) continue;
    for (const Transition& transition : entry.rule->transitions) {
      if (!may_move(entry, object, transition.storage_class)) continue;
      const auto at = moment_of(transition, object.last_modified);
      consider(best, {.at = *at, .storage_class = transition.storage_class}, now);
    }
  }
  return best;
}

std::optional<Time> LifecyclePlan::noncurrent_expiration(std::string_view key,
                                                         const StoredObject* object,
                                                         const Noncurrent& version) const {
  std::optional<Time> first;
  for (const Entry& entry : entries_) {
    const auto& expiration = entry.rule->noncurrent_version_expiration;
    if (!expiration) continue;
    const auto kept = static_cast<std::size_t>(expiration->newer_noncurrent_versions.value_or(0));
    if (version.newer < kept) continue;
    const bool fits = object == nullptr ? entry.filter.fits_key(key) &&
                                              !entry.filter.asks_for_more_than_a_prefix()
                                        : entry.filter.fits(key, object->body.size(), object->tags);
    if (fits) keep_earlier(first, end_of_days(version.since, *expiration->noncurrent_days));
  }
  return first;
}

std::optional<LifecyclePlan::Move> LifecyclePlan::noncurrent_transition(std::string_view key,
                                                                        const StoredObject& object,
                                                                        const Noncurrent& version,
                                                                        Time now) const {
  std::optional<Move> best;
  for (const Entry& entry : entries_) {
    if (entry.rule->noncurrent_version_transitions.empty()) continue;
    if (!entry.filter.fits(key, object.body.size(), object.tags)) continue;
    for (const auto& transition : entry.rule->noncurrent_version_transitions) {
      const auto kept = static_cast<std::size_t>(transition.newer_noncurrent_versions.value_or(0));
      if (version.newer < kept || !may_move(entry, object, transition.storage_class)) continue;
      consider(best,
               {.at = end_of_days(version.since, *transition.noncurrent_days),
                .storage_class = transition.storage_class},
               now);
    }
  }
  return best;
}

// A rule that counts days or has a date removes such a marker when it would expire an object; one
// that says so, at the midnight after it was left alone.
std::optional<Time> LifecyclePlan::marker_expiration(std::string_view key, Time marked) const {
  std::optional<Time> first;
  for (const Entry& entry : entries_) {
    const auto& expiration = entry.rule->expiration;
    if (!expiration || !entry.filter.fits_key(key)) continue;
    if (entry.filter.asks_for_more_than_a_prefix()) continue;
    if (expiration->expired_object_delete_marker.value_or(false)) {
      keep_earlier(first, midnight_from(marked));
    } else if (const auto at = moment_of(*expiration, marked)) {
      keep_earlier(first, *at);
    }
  }
  return first;
}

std::optional<LifecyclePlan::Due> LifecyclePlan::abort(std::string_view key, Time initiated) const {
  std::optional<Due> first;
  for (const Entry& entry : entries_) {
    const auto& abort = entry.rule->abort_incomplete_multipart_upload;
    if (!abort || !entry.filter.fits_key(key)) continue;
    const Time at = end_of_days(initiated, *abort->days_after_initiation);
    if (!first || at < first->at) first = Due{.at = at, .rule = entry.rule};
  }
  return first;
}

std::string expiration_header(const StoredBucket& bucket, std::string_view key,
                              const StoredObject& object) {
  if (!bucket.lifecycle) return {};
  const auto due = LifecyclePlan(*bucket.lifecycle).expiration(key, object);
  if (!due) return {};
  return fmt::format("expiry-date=\"{}\", rule-id=\"{}\"", http_date(due->at),
                     percent_encode(due->rule->id));
}

}  // namespace emu::s3
