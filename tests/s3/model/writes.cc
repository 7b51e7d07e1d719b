#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "s3/model/run.h"

namespace emu::s3::model {

using test::expect;
using test::expect_equal;
using test::Fixture;

void Run::note_stored(Bucket& bucket, const std::string& key, const std::string& version_id,
                      Version version) {
  expect_equal(version_id.size(), bucket.status == "Enabled" ? 32U : 0U,
               "the form of a new version's id");
  version.id = version_id.empty() ? "null" : version_id;
  bucket.put(key, std::move(version));
}

void Run::put(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string key = random_key(random);
  Version version{.id = {}, .body = fmt::format("{}", random.next()), .modified = now()};
  PutObject in{.bucket = bucket.name,
               .key = key,
               .body = version.body,
               .checksum_algorithm = "CRC32",
               .if_none_match = random.chance(1, 5) ? "*" : ""};
  if (random.chance(1, 3)) {
    in.tagging = "k=v";
    version.tags = {{"k", "v"}};
  }
  if (bucket.has_lock && random.chance(1, 4)) {
    version.mode = random.chance(1, 2) ? "GOVERNANCE" : "COMPLIANCE";
    version.retain_until = now() + std::chrono::hours(1 + random.below(100));
    in.object_lock_mode = version.mode;
    in.object_lock_retain_until_date = version.retain_until;
  }
  const auto result = fixture_.aws.send(in);
  if (!in.if_none_match.empty() && bucket.current(key) != nullptr) {
    return expect_equal(Fixture::code(result), "PreconditionFailed", "a put where something is");
  }
  expect(result.ok(), "a put: " + Fixture::message(result));
  bucket.retain_by_default(version, now());
  note_stored(bucket, key, result->version_id, std::move(version));
}

void Run::copy(Random& random) {
  Bucket& from = random_bucket(random);
  Bucket& to = random_bucket(random);
  const std::string source = random_key(random);
  const std::string key = random_key(random);
  const bool names_version = random.chance(1, 2);
  const std::string id = random_version(random, from, source);
  const CopyObject in{
      .bucket = to.name,
      .key = key,
      .copy_source = from.name + "/" + source + (names_version ? "?versionId=" + id : ""),
      .storage_class = "STANDARD"};
  const auto result = fixture_.aws.send(in);
  const Version* version = names_version ? from.find(source, id) : from.current(source);
  if (version == nullptr) {
    return expect_equal(Fixture::code(result), names_version ? "NoSuchVersion" : "NoSuchKey",
                        "a copy of nothing");
  }
  if (version->is_marker) {
    return expect_equal(Fixture::code(result), "InvalidRequest", "a copy of a delete marker");
  }
  expect(result.ok(), "a copy: " + Fixture::message(result));
  expect_equal(result->copy_source_version_id, from.status.empty() ? "" : version->id,
               "which version was copied");
  Version copied{.id = {}, .body = version->body, .modified = now(), .tags = version->tags};
  to.retain_by_default(copied, now());
  note_stored(to, key, result->version_id, std::move(copied));
}

void Run::tag(Random& random) {
  Bucket& bucket = random_bucket(random);
  const std::string key = random_key(random);
  const std::string id = random_version(random, bucket, key);
  const std::string value = fmt::format("{}", random.below(10));
  const auto result =
      fixture_.aws.send(PutObjectTagging{.bucket = bucket.name,
                                         .key = key,
                                         .tagging = {.tag_set = {{.key = "k", .value = value}}},
                                         .version_id = id});
  Version* version = bucket.find(key, id);
  if (version == nullptr) {
    return expect_equal(Fixture::code(result), "NoSuchVersion", "tags of nothing");
  }
  if (version->is_marker) {
    return expect_equal(Fixture::code(result), "MethodNotAllowed", "tags of a delete marker");
  }
  expect(result.ok(), "tags: " + Fixture::message(result));
  version->tags = {{"k", value}};
}

void Run::set_versioning(Random& random) {
  Bucket& bucket = random.chance(1, 2) ? buckets_[1] : locked_bucket();
  const std::string status = random.chance(1, 2) ? "Enabled" : "Suspended";
  const auto result = fixture_.aws.send(
      PutBucketVersioning{.bucket = bucket.name, .versioning_configuration = {.status = status}});
  if (bucket.has_lock && status == "Suspended") {
    return expect_equal(Fixture::code(result), "InvalidBucketState", "a locked bucket suspended");
  }
  expect(result.ok(), "a change of versioning: " + Fixture::message(result));
  bucket.status = status;
}

}  // namespace emu::s3::model
