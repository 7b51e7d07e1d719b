// Sources: Amazon S3 API Reference, "ListObjectVersions"; User Guide, "Listing objects in a
// versioning-enabled bucket".
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using Names = std::vector<std::string>;

constexpr const char* kBucket = "photos";

// "key=size" of a version, with * for the newest, and "key=-" of a delete marker.
Names versions(const ListObjectVersionsResult& page) {
  Names names;
  for (const ObjectVersion& version : page.versions) {
    names.push_back(version.key + "=" + std::to_string(version.size) +
                    (version.is_latest ? "*" : ""));
  }
  for (const DeleteMarkerEntry& marker : page.delete_markers) {
    names.push_back(marker.key + (marker.is_latest ? "=-*" : "=-"));
  }
  return names;
}

struct VersionsListFixture : S3Fixture {
  VersionsListFixture() {
    put("b");
    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
    put("a", "1");
    put("a", "22");
    put("b", "22");
    put("dir/x", "1");
    put("dir/y", "1");
    aws.send(DeleteObject{.bucket = "photos", .key = "dir/y"}).value();
    put("e", "1");
    aws.send(DeleteObject{.bucket = "photos", .key = "e"}).value();
    put("e", "22");
  }
  ListObjectVersionsResult list(const ListObjectVersions& in) { return aws.send(in).value(); }
};

TEST_SUITE("s3: ListObjectVersions") {
  TEST_CASE_FIXTURE(VersionsListFixture, "versions are listed by key, the newest first") {
    const auto all = list({.bucket = kBucket});
    CHECK(versions(all) == Names{"a=2*", "a=1", "b=2*", "b=1", "dir/x=1*", "dir/y=1", "e=2*", "e=1",
                                 "dir/y=-*", "e=-"});
    CHECK(all.max_keys == 1000);
    CHECK_FALSE(all.is_truncated);
    CHECK(all.versions[3].version_id == "null");
    CHECK(all.versions[0].owner.id.size() == 64);
    CHECK(all.versions[0].storage_class == "STANDARD");
    CHECK(all.versions[0].etag.size() == 34);
  }

  TEST_CASE_FIXTURE(S3Fixture, "a bucket that was never versioned has null versions") {
    put("a");
    put("b");
    const auto all = aws.send(ListObjectVersions{.bucket = "photos"}).value();
    CHECK(versions(all) == Names{"a=1*", "b=1*"});
    CHECK(all.versions[0].version_id == "null");
    const auto first = aws.send(ListObjectVersions{.bucket = "photos", .max_keys = 1}).value();
    CHECK(first.next_key_marker == "a");
    CHECK(first.next_version_id_marker == "null");
    const auto second =
        aws.send(ListObjectVersions{.bucket = "photos",
                                    .key_marker = first.next_key_marker,
                                    .version_id_marker = first.next_version_id_marker})
            .value();
    CHECK(versions(second) == Names{"b=1*"});
  }

  TEST_CASE_FIXTURE(VersionsListFixture, "pages join to the whole, whatever their size") {
    const auto all = list({.bucket = kBucket});
    for (int size = 1; size <= 11; ++size) {
      INFO(size);
      Names found;
      Names markers;
      ListObjectVersions in{.bucket = kBucket, .max_keys = size};
      while (true) {
        const auto page = list(in);
        CHECK(page.versions.size() + page.delete_markers.size() <= static_cast<std::size_t>(size));
        for (const auto& version : page.versions) found.push_back(version.version_id);
        for (const auto& marker : page.delete_markers) markers.push_back(marker.version_id);
        if (!page.is_truncated) break;
        in.key_marker = page.next_key_marker;
        in.version_id_marker = page.next_version_id_marker;
      }
      Names expected;
      for (const auto& version : all.versions) expected.push_back(version.version_id);
      CHECK(found == expected);
      CHECK(markers == Names{all.delete_markers[0].version_id, all.delete_markers[1].version_id});
    }
  }

  TEST_CASE_FIXTURE(VersionsListFixture, "a delimiter folds the versions of its keys") {
    const auto top = list({.bucket = kBucket, .delimiter = "/"});
    CHECK(versions(top) == Names{"a=2*", "a=1", "b=2*", "b=1", "e=2*", "e=1", "e=-"});
    REQUIRE(top.common_prefixes.size() == 1);
    CHECK(top.common_prefixes[0].prefix == "dir/");
    const auto page = list({.bucket = kBucket, .delimiter = "/", .max_keys = 5});
    CHECK(page.is_truncated);
    CHECK(page.next_key_marker == "dir/");
    CHECK(page.next_version_id_marker == "");
    CHECK(versions(list({.bucket = kBucket, .delimiter = "/", .key_marker = "dir/"})) ==
          Names{"e=2*", "e=1", "e=-"});
    CHECK(versions(list({.bucket = kBucket, .prefix = "dir/", .delimiter = "/"})) ==
          Names{"dir/x=1*", "dir/y=1", "dir/y=-*"});
  }

  TEST_CASE_FIXTURE(VersionsListFixture, "a key marker leaves its key behind") {
    CHECK(versions(list({.bucket = kBucket, .prefix = "b", .key_marker = "b"})).empty());
    CHECK(versions(list({.bucket = kBucket, .key_marker = "dir/y"})) ==
          Names{"e=2*", "e=1", "e=-"});
    const std::string newest = list({.bucket = kBucket, .prefix = "a"}).versions[0].version_id;
    CHECK(
        versions(list(
            {.bucket = kBucket, .prefix = "a", .key_marker = "a", .version_id_marker = newest})) ==
        Names{"a=1"});
  }

  TEST_CASE_FIXTURE(VersionsListFixture, "a marker that was deleted meanwhile keeps its place") {
    const std::string newest = list({.bucket = kBucket, .prefix = "a"}).versions[0].version_id;
    aws.send(DeleteObject{.bucket = "photos", .key = "a", .version_id = newest}).value();
    CHECK(
        versions(list(
            {.bucket = kBucket, .prefix = "a", .key_marker = "a", .version_id_marker = newest})) ==
        Names{"a=1*"});
  }

  TEST_CASE_FIXTURE(S3Fixture, "names can be percent-encoded") {
    put("a b/c");
    const auto listed =
        aws
            .send(ListObjectVersions{
                .bucket = "photos", .prefix = "a b", .encoding_type = "url", .key_marker = "a a"})
            .value();
    CHECK(versions(listed) == Names{"a+b/c=1*"});
    CHECK(listed.prefix == "a+b");
    CHECK(listed.key_marker == "a+a");
  }

  TEST_CASE_FIXTURE(VersionsListFixture, "wrong parameters") {
    const auto send = [&](const ListObjectVersions& in) { return aws.send(in); };
    CHECK(message(send({.bucket = kBucket, .version_id_marker = "null"})) ==
          "A version-id marker cannot be specified without a key marker.");
    CHECK(message(send({.bucket = kBucket, .key_marker = "a", .version_id_marker = "17"})) ==
          "Invalid version id specified");
    CHECK(code(send({.bucket = kBucket, .max_keys = -1})) == "InvalidArgument");
    CHECK(code(send({.bucket = kBucket, .encoding_type = "xml"})) == "InvalidArgument");
    CHECK(versions(list({.bucket = kBucket, .max_keys = 0})).empty());
  }
}

}  // namespace
}  // namespace emu::s3
