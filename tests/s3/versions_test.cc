// How versions are stored.
// Source: Amazon S3 User Guide, "Retaining multiple versions of objects with S3 Versioning",
// "Working with objects in a versioning-suspended bucket".
#include "s3/versions.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "s3/version_id.h"

namespace emu::s3 {
namespace {

struct VersionsFixture {
  Random random{1};
  StoredBucket bucket = {};

  std::string put(const std::string& body) {
    StoredObject object;
    object.body = body;
    return put_version(random, bucket, "a", std::move(object)).version_id;
  }
  Deletion remove() { return delete_current(random, bucket, "a", Time()); }
  Deletion remove(const std::string& version_id) { return delete_version(bucket, "a", version_id); }
  std::string current() const {
    const StoredObject* object = current_object(bucket, "a");
    return object == nullptr ? "none" : object->body.str();
  }
  // The bodies behind the current object, newest first; "-" is a delete marker.
  std::vector<std::string> history() const {
    std::vector<std::string> bodies;
    const auto found = bucket.history.find("a");
    if (found == bucket.history.end()) return bodies;
    for (const auto& [number, version] : found->second.versions) {
      const auto* object = std::get_if<StoredObject>(&version);
      bodies.push_back(object == nullptr ? "-" : object->body.str());
    }
    return bodies;
  }
};

using Bodies = std::vector<std::string>;

TEST_SUITE("s3: stored versions") {
  TEST_CASE_FIXTURE(VersionsFixture,
                    "a bucket that was never versioned keeps one object of a key") {
    CHECK(put("1") == "");
    CHECK(put("2") == "");
    CHECK(current() == "2");
    CHECK_FALSE(remove().delete_marker);
    CHECK(current() == "none");
    CHECK(bucket.history.empty());
    CHECK(version_id_in_answers(bucket, VersionId()) == "");
  }

  TEST_CASE_FIXTURE(VersionsFixture,
                    "an enabled bucket keeps all, and the null version from before") {
    put("0");
    bucket.versioning = Versioning::kEnabled;
    const std::string first = put("1");
    const std::string second = put("2");
    CHECK(first.size() == 32);
    CHECK(current() == "2");
    CHECK(history() == Bodies{"1", "0"});
    CHECK(find_version(bucket, "a", first).object->body.view() == "1");
    CHECK(find_version(bucket, "a", second).object->body.view() == "2");
    CHECK(find_version(bucket, "a", "null").object->body.view() == "0");
    CHECK(find_version(bucket, "b", first).object == nullptr);
    CHECK(find_version(bucket, "a", std::string(VersionId::make(random, 1))).object == nullptr);
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a delete marker covers the object until it is removed") {
    bucket.versioning = Versioning::kEnabled;
    put("1");
    const Deletion marker = remove();
    CHECK(marker.delete_marker);
    CHECK(current() == "none");
    CHECK(history() == Bodies{"-", "1"});
    CHECK(std::string(current_marker(bucket, "a")->version_id) == marker.version_id);
    CHECK(find_version(bucket, "a", marker.version_id).marker != nullptr);
    CHECK(remove(marker.version_id).delete_marker);
    CHECK(current() == "1");
    CHECK(bucket.history.empty());
  }

  TEST_CASE_FIXTURE(VersionsFixture, "without its newest version a key has the next older one") {
    bucket.versioning = Versioning::kEnabled;
    const std::string first = put("1");
    const std::string second = put("2");
    const std::string third = put("3");
    remove(second);
    CHECK(history() == Bodies{"1"});
    CHECK(remove(third).version_id == third);
    CHECK(current() == "1");
    remove(second);
    CHECK(current() == "1");
    remove(first);
    CHECK(current() == "none");
    CHECK(bucket.history.empty());
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a suspended bucket replaces the null version only") {
    put("0");
    bucket.versioning = Versioning::kEnabled;
    put("1");
    bucket.versioning = Versioning::kSuspended;
    CHECK(put("2") == "");
    CHECK(current() == "2");
    CHECK(history() == Bodies{"1"});
    put("3");
    CHECK(current() == "3");
    CHECK(history() == Bodies{"1"});
    CHECK(remove().version_id == "null");
    CHECK(history() == Bodies{"-", "1"});
    remove();
    CHECK(history() == Bodies{"-", "1"});
    put("4");
    CHECK(current() == "4");
    CHECK(history() == Bodies{"1"});
    bucket.versioning = Versioning::kEnabled;
    put("5");
    CHECK(history() == Bodies{"4", "1"});
    remove("null");
    CHECK(history() == Bodies{"1"});
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a delete in a suspended bucket keeps versions with an id") {
    bucket.versioning = Versioning::kEnabled;
    put("1");
    bucket.versioning = Versioning::kSuspended;
    remove();
    CHECK(history() == Bodies{"-", "1"});
    remove("null");
    CHECK(current() == "1");
  }

  TEST_CASE("an id tells its version's number, and is in no order") {
    Random random(7);
    std::string last;
    bool ascending = true;
    for (std::uint64_t number = 1; number <= 100; ++number) {
      const std::string id = VersionId::make(random, number);
      CHECK(VersionId::parse(id)->number() == number);
      CHECK(id.find('-') == id.npos);
      ascending = ascending && last < id;
      last = id;
    }
    CHECK_FALSE(ascending);
    CHECK_FALSE(VersionId::parse("null"));
    CHECK_FALSE(VersionId::parse("abc"));
    CHECK_FALSE(VersionId::parse(std::string(32, '-')));
    CHECK_FALSE(VersionId::parse(std::string(32, '/')));
  }
}

}  // namespace
}  // namespace emu::s3
