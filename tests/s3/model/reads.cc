#include <algorithm>
#include <string>
#include <vector>

#include "s3/model/run.h"

namespace emu::s3::model {

using test::expect;
using test::expect_equal;
using test::Fixture;

namespace {

std::map<std::string, std::string> as_map(const std::vector<Tag>& tags) {
  std::map<std::string, std::string> map;
  for (const Tag& tag : tags) map.emplace(tag.key, tag.value);
  return map;
}

struct Listed {
  std::string key;
  std::string id;
  bool is_latest;
  Time modified;
  bool operator==(const Listed&) const = default;
};

template <class Out>
void add_listed(const std::vector<Out>& page, std::vector<Listed>& to) {
  for (const Out& each : page) {
    to.push_back({each.key, each.version_id, each.is_latest, each.last_modified});
  }
}

}  // namespace

void Run::read(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string key = random_key(random);
  const std::string id = random.chance(1, 2) ? random_version(random, bucket, key) : std::string();
  const auto result =
      fixture_.aws.send(GetObject{.bucket = bucket.name, .key = key, .version_id = id});
  const Version* version = id.empty() ? bucket.current(key) : bucket.find(key, id);
  if (version == nullptr) {
    return expect_equal(Fixture::code(result), id.empty() ? "NoSuchKey" : "NoSuchVersion",
                        "reading what is not there");
  }
  if (version->is_marker) {
    return expect_equal(Fixture::code(result), "MethodNotAllowed", "reading a delete marker");
  }
  expect(result.ok(), "a read: " + Fixture::message(result));
  expect_equal(result->body.view(), version->body, "a body");
  expect_equal(result->last_modified, version->modified, "when an object was stored");
  expect_equal(result->version_id, bucket.status.empty() ? "" : version->id, "a version's id");
  expect_equal(result->object_lock_mode, version->mode, "the mode of a lock");
  expect_equal(result->object_lock_legal_hold_status == "ON", version->on_hold, "a legal hold");
  if (!version->mode.empty()) {
    expect_equal(result->object_lock_retain_until_date, version->retain_until, "a lock's time");
  }
  const auto tags =
      fixture_.aws.send(GetObjectTagging{.bucket = bucket.name, .key = key, .version_id = id});
  expect_equal(as_map(tags.value().tag_set), version->tags, "the tags of a version");
}

void Run::check_objects(Bucket& bucket, std::int32_t page_size) {
  std::vector<std::string> listed;
  ListObjectsV2 in{.bucket = bucket.name, .max_keys = page_size};
  while (true) {
    const auto page = fixture_.aws.send(in).value();
    for (const Object& object : page.contents) listed.push_back(object.key);
    if (!page.is_truncated) break;
    in.continuation_token = page.next_continuation_token;
  }
  std::vector<std::string> expected;
  for (const auto& [key, versions] : bucket.keys) {
    if (!versions.front().is_marker) expected.push_back(key);
  }
  expect_equal(listed, expected, "the objects of " + bucket.name);
}

void Run::check_versions(Bucket& bucket, std::int32_t page_size) {
  std::vector<Listed> objects;
  std::vector<Listed> markers;
  ListObjectVersions in{.bucket = bucket.name, .max_keys = page_size};
  while (true) {
    const auto page = fixture_.aws.send(in).value();
    add_listed(page.versions, objects);
    add_listed(page.delete_markers, markers);
    if (!page.is_truncated) break;
    in.key_marker = page.next_key_marker;
    in.version_id_marker = page.next_version_id_marker;
  }
  std::vector<Listed> expected_objects;
  std::vector<Listed> expected_markers;
  for (const auto& [key, versions] : bucket.keys) {
    for (const Version& version : versions) {
      auto& to = version.is_marker ? expected_markers : expected_objects;
      to.push_back({key, version.id, &version == &versions.front(), version.modified});
    }
  }
  expect_equal(objects, expected_objects, "the versions of " + bucket.name);
  expect_equal(markers, expected_markers, "the delete markers of " + bucket.name);
}

void Run::list_objects(Random& random) {
  check_objects(random_bucket(random), static_cast<std::int32_t>(1 + random.below(5)));
}

// With a prefix and a delimiter, in one page.
void Run::list_versions(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string prefix = random.chance(1, 2) ? "" : random_key(random);
  const auto page =
      fixture_.aws
          .send(ListObjectVersions{.bucket = bucket.name, .prefix = prefix, .delimiter = "/"})
          .value();
  std::size_t count = 0;
  std::vector<std::string> groups;
  for (const auto& [key, versions] : bucket.keys) {
    if (!key.starts_with(prefix)) continue;
    const auto slash = key.find('/', prefix.size());
    if (slash == key.npos) {
      count += versions.size();
    } else if (groups.empty() || groups.back() != key.substr(0, slash + 1)) {
      groups.push_back(key.substr(0, slash + 1));
    }
  }
  expect_equal(page.versions.size() + page.delete_markers.size(), count,
               "the versions of a folder");
  std::vector<std::string> listed;
  for (const CommonPrefix& common : page.common_prefixes) listed.push_back(common.prefix);
  expect_equal(listed, groups, "the folders of versions");
}

}  // namespace emu::s3::model
