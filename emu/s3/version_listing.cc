#include "s3/version_listing.h"

#include <cstdint>
#include <optional>
#include <variant>

#include "s3/listing.h"
#include "s3/version_id.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

// Goes through all versions of a bucket in the order of a listing: the current objects and the
// history, merged by key.
class VersionWalk {
 public:
  explicit VersionWalk(const StoredBucket& bucket) : bucket_(bucket) {}

  bool at_end() const { return !on_object_ && history_ == bucket_.history.end(); }

  std::string_view key() const { return on_object_ ? object_.key() : history_->first; }

  ListedVersion version() const {
    if (on_object_) return {.key = key(), .object = &object_.value(), .is_latest = true};
    return {.key = key(),
            .object = std::get_if<StoredObject>(&version_->second),
            .marker = std::get_if<DeleteMarker>(&version_->second),
            .is_latest = is_latest_};
  }

  void next() {
    if (on_object_) {
      leave_object();
    } else {
      is_latest_ = false;
      if (++version_ == history_->second.versions.end()) {
        ++history_;
        begin_key();
      }
    }
  }

  void seek(std::string_view key) {
    object_ = bucket_.objects.lower_bound(key);
    history_ = bucket_.history.lower_bound(key);
    begin_key();
  }

  void seek_behind(std::string_view key) {
    object_ = bucket_.objects.upper_bound(key);
    history_ = bucket_.history.upper_bound(key);
    begin_key();
  }

  // Behind that version of that key, or where it would be.
  void seek_behind(std::string_view key, std::string_view version_id) {
    seek(key);
    if (at_end() || this->key() != key) return;
    const auto number = number_of(version_id);
    if (on_object_) {
      const VersionId& current = object_.value().version_id;
      const bool is_behind = number && !current.empty() && current.number() < *number;
      if (is_behind) return;
      leave_object();
    }
    if (at_end() || this->key() != key || !number) return;
    version_ = history_->second.versions.upper_bound(*number);
    is_latest_ = false;
    if (version_ == history_->second.versions.end()) {
      ++history_;
      begin_key();
    }
  }

  // Behind all keys that begin with the group.
  void skip_group(std::string_view group) {
    const std::string next = behind(std::string(group));
    if (!next.empty()) return seek(next);
    object_ = bucket_.objects.end();
    history_ = bucket_.history.end();
    on_object_ = false;
  }

 private:
  // To the newest version of the next key.
  void begin_key() {
    const bool has_history = history_ != bucket_.history.end();
    on_object_ =
        object_ != bucket_.objects.end() && (!has_history || object_.key() <= history_->first);
    if (!on_object_ && has_history) begin_history(true);
  }

  void begin_history(bool is_latest) {
    version_ = history_->second.versions.begin();
    is_latest_ = is_latest;
  }

  // From the current object to what is older of its key, or to the next key.
  void leave_object() {
    const bool has_older = history_ != bucket_.history.end() && history_->first == object_.key();
    ++object_;
    if (!has_older) return begin_key();
    on_object_ = false;
    begin_history(false);
  }

  // Nothing for the null version when it is the current object, or not there at all.
  std::optional<std::uint64_t> number_of(std::string_view version_id) const {
    if (const auto id = VersionId::parse(version_id)) return id->number();
    if (history_ == bucket_.history.end() || history_->first != key()) return std::nullopt;
    return history_->second.null_version;
  }

  const StoredBucket& bucket_;
  Objects::const_iterator object_ = {};
  History::const_iterator history_ = {};
  decltype(KeyHistory::versions)::const_iterator version_ = {};  // of history_, off the object
  bool on_object_ = false;
  bool is_latest_ = false;
};

void begin(VersionWalk& walk, const VersionQuery& query) {
  const std::string_view marker = query.key_marker;
  if (marker < query.prefix) return walk.seek(query.prefix);
  // A marker inside a group, or the group itself, leaves the whole group behind.
  if (marker.starts_with(query.prefix)) {
    const std::string_view group = group_of(marker, query.prefix, query.delimiter);
    if (!group.empty()) return walk.skip_group(group);
  }
  if (query.version_id_marker.empty()) return walk.seek_behind(marker);
  walk.seek_behind(marker, query.version_id_marker);
}

}  // namespace

VersionPage list_versions(const StoredBucket& bucket, const VersionQuery& query) {
  VersionPage page;
  if (query.limit == 0) return page;
  VersionWalk walk(bucket);
  begin(walk, query);
  std::size_t count = 0;
  while (!walk.at_end() && walk.key().starts_with(query.prefix)) {
    if (count == query.limit) {
      page.truncated = true;
      break;
    }
    ++count;
    const std::string_view group = group_of(walk.key(), query.prefix, query.delimiter);
    page.ends_with_version = group.empty();
    if (group.empty()) {
      page.versions.push_back(walk.version());
      walk.next();
    } else {
      page.common_prefixes.emplace_back(group);
      walk.skip_group(page.common_prefixes.back());
    }
  }
  if (page.ends_with_version) {
    const ListedVersion& last = page.versions.back();
    page.last_key = last.key;
    page.last_version_id =
        last.object != nullptr ? last.object->version_id : last.marker->version_id;
  } else if (count != 0) {
    page.last_key = page.common_prefixes.back();
  }
  return page;
}

}  // namespace emu::s3
