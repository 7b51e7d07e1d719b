#include "s3/versions.h"

#include <optional>
#include <utility>

#include "core/base/assert.h"

namespace emu::s3 {

namespace {

const VersionId& version_id_of(const StoredVersion& version) {
  return std::visit([](const auto& any) -> const VersionId& { return any.version_id; }, version);
}

// Nothing for what cannot be an id.
std::optional<VersionId> parse_requested(std::string_view version_id) {
  return version_id == kNullVersion ? VersionId() : VersionId::parse(version_id);
}

KeyHistory& history_of(StoredBucket& bucket, std::string_view key) {
  auto at = bucket.history.lower_bound(key);
  if (at == bucket.history.end() || at->first != key) {
    at = bucket.history.emplace_hint(at, key, KeyHistory{});
  }
  return at->second;
}

// Puts a version in front of the history of its key. The null version takes a number here: it is
// newer than all that is kept, and older than what is stored after it.
void push_front(StoredBucket& bucket, KeyHistory& history, StoredVersion version) {
  const VersionId& id = version_id_of(version);
  const std::uint64_t number = id.empty() ? bucket.next_version++ : id.number();
  if (id.empty()) history.null_version = number;
  EMU_ASSERT(history.versions.empty() || history.versions.begin()->first < number,
             "a version is newer than those in the history");
  history.versions.emplace_hint(history.versions.begin(), number, std::move(version));
}

void count_in(StoredBucket& bucket, const StoredObject& object) {
  bucket.use.add(object.storage_class, object.body.size());
}

void count_out(StoredBucket& bucket, const StoredVersion& version) {
  if (const auto* object = std::get_if<StoredObject>(&version)) {
    bucket.use.take(object->storage_class, object->body.size());
  } else {
    --bucket.use.objects;
  }
}

void erase_current(StoredBucket& bucket, Objects::iterator current) {
  bucket.use.take(current.value().storage_class, current.value().body.size());
  bucket.objects.erase(current);
}

// Makes room for a newer version: the current object, if there is one, becomes history.
void retire_current(StoredBucket& bucket, Objects::iterator current, std::string_view key) {
  if (current == bucket.objects.end()) return;
  push_front(bucket, history_of(bucket, key), std::move(current.value()));
  bucket.objects.erase(current);
}

struct Place {
  History::iterator key;
  decltype(KeyHistory::versions)::iterator version;
};

std::optional<Place> find_in_history(StoredBucket& bucket, std::string_view key,
                                     const VersionId& id) {
  const auto found = bucket.history.find(key);
  if (found == bucket.history.end()) return std::nullopt;
  KeyHistory& history = found->second;
  if (id.empty() && !history.null_version) return std::nullopt;
  const auto version = history.versions.find(id.empty() ? *history.null_version : id.number());
  if (version == history.versions.end() || version_id_of(version->second) != id) {
    return std::nullopt;
  }
  return Place{.key = found, .version = version};
}

StoredVersion take(StoredBucket& bucket, const Place& place) {
  KeyHistory& history = place.key->second;
  StoredVersion version = std::move(place.version->second);
  if (version_id_of(version).empty()) history.null_version.reset();
  history.versions.erase(place.version);
  if (history.versions.empty()) bucket.history.erase(place.key);
  return version;
}

// After a deletion: when there is no current object and the newest version is an object, it is
// current again.
void promote_newest(StoredBucket& bucket, std::string_view key) {
  const auto found = bucket.history.find(key);
  if (found == bucket.history.end()) return;
  const auto newest = found->second.versions.begin();
  if (!std::holds_alternative<StoredObject>(newest->second)) return;
  StoredVersion version = take(bucket, {.key = found, .version = newest});
  bucket.objects.emplace_hint(bucket.objects.lower_bound(key), key,
                              std::get<StoredObject>(std::move(version)));
}

void remove_null_version(StoredBucket& bucket, std::string_view key) {
  const auto null = find_in_history(bucket, key, VersionId());
  if (null) count_out(bucket, take(bucket, *null));
}

}  // namespace

std::string version_id_in_answers(const StoredBucket& bucket, const VersionId& version_id) {
  if (bucket.versioning == Versioning::kNever) return {};
  return version_id.empty() ? std::string(kNullVersion) : version_id;
}

const StoredObject* current_object(const StoredBucket& bucket, std::string_view key) {
  const auto found = bucket.objects.find(key);
  return found == bucket.objects.end() ? nullptr : &found.value();
}

StoredObject* current_object(StoredBucket& bucket, std::string_view key) {
  const auto found = bucket.objects.find(key);
  return found == bucket.objects.end() ? nullptr : &found.value();
}

const DeleteMarker* current_marker(const StoredBucket& bucket, std::string_view key) {
  if (bucket.history.empty() || bucket.objects.find(key) != bucket.objects.end()) return nullptr;
  const auto found = bucket.history.find(key);
  if (found == bucket.history.end()) return nullptr;
  return std::get_if<DeleteMarker>(&found->second.versions.begin()->second);
}

FoundVersion find_version(StoredBucket& bucket, std::string_view key, std::string_view version_id) {
  const auto id = parse_requested(version_id);
  if (!id) return {};
  StoredObject* current = current_object(bucket, key);
  if (current != nullptr && current->version_id == *id) return {.object = current};
  const auto place = find_in_history(bucket, key, *id);
  if (!place) return {};
  return {.object = std::get_if<StoredObject>(&place->version->second),
          .marker = std::get_if<DeleteMarker>(&place->version->second)};
}

StoredObject& put_version(Random& random, StoredBucket& bucket, std::string_view key,
                          StoredObject&& object) {
  ++bucket.changes;
  Objects& objects = bucket.objects;
  auto at = objects.lower_bound(key);
  const bool exists = at != objects.end() && at.key() == key;
  bool is_replaced = exists;
  count_in(bucket, object);
  if (object.extras != nullptr && !object.extras->owner.empty()) bucket.has_foreign_objects = true;
  if (bucket.versioning == Versioning::kEnabled) {
    is_replaced = false;
    if (exists) push_front(bucket, history_of(bucket, key), std::move(at.value()));
    object.version_id = VersionId::make(random, bucket.next_version++);
  } else if (bucket.versioning == Versioning::kSuspended) {
    if (exists && !at.value().version_id.empty()) {
      is_replaced = false;
      push_front(bucket, history_of(bucket, key), std::move(at.value()));
    }
    remove_null_version(bucket, key);
  }
  if (is_replaced) bucket.use.take(at.value().storage_class, at.value().body.size());
  if (!exists) return objects.emplace_hint(at, key, std::move(object));
  return at.value() = std::move(object);
}

Deletion delete_current(Random& random, StoredBucket& bucket, std::string_view key, Time now) {
  ++bucket.changes;
  const auto current = bucket.objects.find(key);
  if (bucket.versioning == Versioning::kNever) {
    if (current != bucket.objects.end()) erase_current(bucket, current);
    return {};
  }
  DeleteMarker marker{.version_id = {}, .last_modified = now};
  if (bucket.versioning == Versioning::kEnabled) {
    retire_current(bucket, current, key);
    marker.version_id = VersionId::make(random, bucket.next_version++);
  } else if (current != bucket.objects.end() && current.value().version_id.empty()) {
    erase_current(bucket, current);
  } else {
    retire_current(bucket, current, key);
    remove_null_version(bucket, key);
  }
  Deletion deletion{.delete_marker = true,
                    .version_id = version_id_in_answers(bucket, marker.version_id)};
  push_front(bucket, history_of(bucket, key), marker);
  ++bucket.use.objects;
  return deletion;
}

Deletion delete_version(StoredBucket& bucket, std::string_view key, std::string_view version_id) {
  ++bucket.changes;
  Deletion deletion{.version_id = std::string(version_id)};
  const auto id = parse_requested(version_id);
  if (!id) return deletion;
  const auto current = bucket.objects.find(key);
  if (current != bucket.objects.end() && current.value().version_id == *id) {
    erase_current(bucket, current);
    promote_newest(bucket, key);
    return deletion;
  }
  const auto place = find_in_history(bucket, key, *id);
  if (!place) return deletion;
  const StoredVersion version = take(bucket, *place);
  count_out(bucket, version);
  deletion.delete_marker = std::holds_alternative<DeleteMarker>(version);
  if (current == bucket.objects.end()) promote_newest(bucket, key);
  return deletion;
}

}  // namespace emu::s3
