// How objects are stored and deleted: everything that does either goes through here.
//
//   const StoredObject& stored = put_version(world.random(), bucket, key, std::move(object));
//   const Deletion deleted = delete_current(world.random(), bucket, key, world.now());
//
// Whether something may be stored or deleted is decided before: nothing here fails. A key that is
// passed must not lie in the bucket itself, which changes meanwhile. In buckets that
// were never versioned a put replaces and a delete removes, at the cost of one look-up. Elsewhere
// the version that was current moves to the bucket's history, in O(log n) however many there are.
// Source: Amazon S3 User Guide, "Retaining multiple versions of objects with S3 Versioning".
#pragma once

#include <emu/time.h>

#include <string>
#include <string_view>

#include "core/hash/random.h"
#include "s3/state.h"

namespace emu::s3 {

// What an answer calls a version that was there: nothing where versioning was never enabled, "null"
// for the version without an id. Answers to what stores an object say its id, and nothing for the
// null version.
// Source: Amazon S3 API Reference, "PutObject" (Examples).
std::string version_id_in_answers(const StoredBucket& bucket, const VersionId& version_id);

// Null when there is none, or when the newest version is a delete marker.
const StoredObject* current_object(const StoredBucket& bucket, std::string_view key);
StoredObject* current_object(StoredBucket& bucket, std::string_view key);

// The delete marker that is the newest version of a key, or null.
const DeleteMarker* current_marker(const StoredBucket& bucket, std::string_view key);

// A version by its id as requests name it, "null" or AWS's form. At most one of the two is there.
struct FoundVersion {
  StoredObject* object = nullptr;
  const DeleteMarker* marker = nullptr;
};
FoundVersion find_version(StoredBucket& bucket, std::string_view key, std::string_view version_id);

// Stores the object as the newest version of its key: with an id of its own where versioning is
// enabled, else as the null version, in place of the one that there is.
StoredObject& put_version(Random& random, StoredBucket& bucket, std::string_view key,
                          StoredObject&& object);

// What a delete has done.
struct Deletion {
  bool delete_marker = false;   // made one, or removed the one that was named
  std::string version_id = {};  // of that marker or of the version that was named, as answers say
};

// Deletes without naming a version: removes the object for good where versioning was never enabled,
// else covers it with a delete marker, which in a suspended bucket replaces the null version.
Deletion delete_current(Random& random, StoredBucket& bucket, std::string_view key, Time now);

// Removes one version for good; that there is none is no error. The next older version becomes the
// newest.
Deletion delete_version(StoredBucket& bucket, std::string_view key, std::string_view version_id);

}  // namespace emu::s3
