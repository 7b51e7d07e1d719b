#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "s3/model/run.h"

namespace emu::s3::model {

using test::expect;
using test::expect_equal;
using test::Fixture;

namespace {

constexpr std::size_t kSmallestPart = std::size_t{5} * 1024 * 1024;
constexpr std::size_t kUploadsMax = 4;

// Most parts are small: only the last of an object may be so.
std::string random_part(Random& random) {
  if (!random.chance(1, 20)) return fmt::format("{}", random.next());
  return std::string(kSmallestPart, static_cast<char>('a' + random.below(26)));
}

// What is wrong with the parts, or nothing.
std::string refusal_of(const std::vector<CompletedPart>& chosen, const Upload& upload) {
  std::size_t too_small = 0;
  for (const CompletedPart& part : chosen) {
    const Part& uploaded = upload.parts.at(*part.part_number);
    if (uploaded.etag != part.etag) return "InvalidPart";
    if (&part != &chosen.back() && uploaded.body.size() < kSmallestPart) ++too_small;
  }
  return too_small == 0 ? "" : "EntityTooSmall";
}

}  // namespace

void Run::upload(Random& random) {
  Bucket& bucket = random_bucket(random);
  if (bucket.uploads.empty() || (random.chance(1, 5) && bucket.uploads.size() < kUploadsMax)) {
    return begin_upload(random, bucket);
  }
  const auto at =
      bucket.uploads.begin() + static_cast<std::ptrdiff_t>(random.below(bucket.uploads.size()));
  if (at->parts.empty() || random.chance(1, 2)) return upload_part(random, bucket, *at);
  if (random.chance(1, 6)) return abort_upload(bucket, at);
  complete_upload(random, bucket, at);
}

void Run::begin_upload(Random& random, Bucket& bucket) {
  Upload upload{.id = {}, .key = random_key(random), .version = {.id = {}, .modified = now()}};
  CreateMultipartUpload in{.bucket = bucket.name, .key = upload.key};
  if (random.chance(1, 3)) {
    in.tagging = "k=v";
    upload.version.tags = {{"k", "v"}};
  }
  const auto result = fixture_.aws.send(in);
  expect(result.ok(), "the beginning of an upload: " + Fixture::message(result));
  upload.id = result->upload_id;
  bucket.retain_by_default(upload.version, now());
  bucket.uploads.push_back(std::move(upload));
}

void Run::upload_part(Random& random, const Bucket& bucket, Upload& upload) {
  const auto number = static_cast<std::int32_t>(1 + random.below(3));
  std::string body = random_part(random);
  const auto result = fixture_.aws.send(UploadPart{.bucket = bucket.name,
                                                   .key = upload.key,
                                                   .upload_id = upload.id,
                                                   .part_number = number,
                                                   .body = body,
                                                   .checksum_algorithm = "CRC64NVME"});
  expect(result.ok(), "a part: " + Fixture::message(result));
  upload.parts[number] = {.etag = result->etag, .body = std::move(body)};
}

void Run::abort_upload(Bucket& bucket, Uploads::iterator upload) {
  const auto result = fixture_.aws.send(
      AbortMultipartUpload{.bucket = bucket.name, .key = upload->key, .upload_id = upload->id});
  expect(result.ok(), "the end of an upload: " + Fixture::message(result));
  bucket.uploads.erase(upload);
}

void Run::complete_upload(Random& random, Bucket& bucket, Uploads::iterator upload) {
  std::vector<CompletedPart> chosen;
  for (const auto& [number, part] : upload->parts) {
    if (random.chance(1, 4) && !chosen.empty()) continue;
    chosen.push_back({.part_number = number, .etag = part.etag});
  }
  if (random.chance(1, 10)) chosen.back().etag = "\"wrong\"";
  const auto result = fixture_.aws.send(
      CompleteMultipartUpload{.bucket = bucket.name,
                              .key = upload->key,
                              .upload_id = upload->id,
                              .multipart_upload = CompletedMultipartUpload{.parts = chosen}});
  if (const std::string refusal = refusal_of(chosen, *upload); !refusal.empty()) {
    return expect_equal(Fixture::code(result), refusal, "an upload with wrong parts");
  }
  expect(result.ok(), "an upload in parts: " + Fixture::message(result));
  Version version = std::move(upload->version);
  for (const CompletedPart& part : chosen) version.body += upload->parts[*part.part_number].body;
  note_stored(bucket, upload->key, result->version_id, std::move(version));
  bucket.uploads.erase(upload);
}

void Run::check_uploads(const Bucket& bucket) {
  std::vector<std::pair<std::string, std::string>> expected;
  for (const Upload& upload : bucket.uploads) expected.emplace_back(upload.key, upload.id);
  std::sort(expected.begin(), expected.end());
  std::vector<std::pair<std::string, std::string>> listed;
  const auto page = fixture_.aws.send(ListMultipartUploads{.bucket = bucket.name}).value();
  for (const MultipartUpload& upload : page.uploads) {
    listed.emplace_back(upload.key, upload.upload_id);
  }
  std::sort(listed.begin(), listed.end());
  expect_equal(listed, expected, "the uploads of " + bucket.name);
}

}  // namespace emu::s3::model
