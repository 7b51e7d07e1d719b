#include <string>
#include <utility>
#include <vector>

#include "s3/model/run.h"

namespace emu::s3::model {

using test::expect;
using test::expect_equal;
using test::Fixture;

namespace {

constexpr const char* kProtected = "Access Denied because object protected by object lock.";

}  // namespace

void Run::note_removed(Bucket& bucket, const std::string& key, const std::string& requested_id,
                       bool says_marker, const std::string& marker_id) {
  if (!requested_id.empty()) {
    const Version* version = bucket.find(key, requested_id);
    expect_equal(says_marker, version != nullptr && version->is_marker,
                 "whether a delete marker was removed");
    return bucket.erase(key, requested_id);
  }
  expect_equal(says_marker, !bucket.status.empty(), "whether a delete marker was made");
  if (bucket.status.empty()) return bucket.erase(key, "null");
  expect_equal(marker_id.size(), bucket.status == "Enabled" ? 32U : 4U, "a delete marker's id");
  bucket.put(key, {.id = marker_id, .is_marker = true, .modified = now()});
}

void Run::remove(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string key = random_key(random);
  const auto result = fixture_.aws.send(DeleteObject{.bucket = bucket.name, .key = key});
  expect(result.ok(), "a delete: " + Fixture::message(result));
  note_removed(bucket, key, {}, result->delete_marker.value_or(false), result->version_id);
}

void Run::remove_version(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string key = random_key(random);
  const std::string id = random_version(random, bucket, key);
  const bool bypasses = random.chance(1, 3);
  const auto result = fixture_.aws.send(DeleteObject{.bucket = bucket.name,
                                                     .key = key,
                                                     .version_id = id,
                                                     .bypass_governance_retention = bypasses});
  const Version* version = bucket.find(key, id);
  if (version != nullptr && version->is_held(now(), bypasses)) {
    return expect_equal(Fixture::message(result), kProtected, "a delete of what is held");
  }
  expect(result.ok(), "a delete of a version: " + Fixture::message(result));
  expect_equal(result->version_id, id, "which version was deleted");
  note_removed(bucket, key, id, result->delete_marker.value_or(false), id);
}

void Run::remove_many(Random& random) {
  Bucket& bucket = random_bucket(random);
  std::vector<ObjectIdentifier> objects;
  for (std::uint64_t left = 1 + random.below(4); left > 0; --left) {
    const std::string key = random_key(random);
    const bool names_version = random.chance(2, 3);
    objects.push_back(
        {.key = key, .version_id = names_version ? random_version(random, bucket, key) : ""});
  }
  remove_all(bucket, objects, random.chance(1, 3));
}

void Run::clean_up(Random& random) {
  constexpr std::size_t kDeletesMax = 1000;
  Bucket& bucket = random_bucket(random);
  std::vector<ObjectIdentifier> objects;
  for (const auto& [key, versions] : bucket.keys) {
    for (const Version& version : versions) {
      if (objects.size() < kDeletesMax) objects.push_back({.key = key, .version_id = version.id});
    }
  }
  if (!objects.empty()) remove_all(bucket, objects, true);
}

void Run::remove_all(Bucket& bucket, const std::vector<ObjectIdentifier>& objects, bool bypasses) {
  const auto result = fixture_.aws.send(DeleteObjects{.bucket = bucket.name,
                                                      .to_delete = {.objects = objects},
                                                      .bypass_governance_retention = bypasses});
  expect(result.ok(), "many deletes: " + Fixture::message(result));
  auto deleted = result->deleted.begin();
  auto failed = result->errors.begin();
  for (const ObjectIdentifier& which : objects) {
    const Version* version = bucket.find(which.key, which.version_id);
    if (version != nullptr && version->is_held(now(), bypasses)) {
      expect(failed != result->errors.end(), "what is held was deleted among others");
      expect_equal(failed->message, kProtected, "a delete of what is held, among others");
      ++failed;
      continue;
    }
    expect(deleted != result->deleted.end(), "a delete among others is not told of");
    expect_equal(deleted->version_id, which.version_id, "which version was deleted among others");
    note_removed(bucket, which.key, which.version_id, deleted->delete_marker.value_or(false),
                 deleted->delete_marker_version_id);
    ++deleted;
  }
  expect(failed == result->errors.end(), "a delete among others was refused");
}

}  // namespace emu::s3::model
