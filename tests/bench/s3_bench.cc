#include <emu/cloud.h>
#include <emu/s3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "core/hash/crc.h"
#include "core/hash/hash.h"

namespace emu::bench {

namespace {

constexpr int kS3Operations = 100'000;
constexpr int kS3Keys = 1'000;

// The body, its ETag and its checksum, in a map by key.
struct BareObject {
  Blob body;
  std::string etag;
  std::uint64_t crc = 0;
};

constexpr std::size_t kMiB = std::size_t{1024} * 1024;
constexpr std::size_t kLargeBytes = 100 * kMiB;
constexpr std::size_t kPartBytes = 8 * kMiB;
constexpr int kLargeRounds = 5;

// An upload of 100 MiB in parts of 8 MiB, each a body of its own as requests bring them.
void upload_in_parts(Aws& aws) {
  const std::string id =
      aws.send(s3::CreateMultipartUpload{.bucket = "bench", .key = "large"}).value().upload_id;
  s3::CompletedMultipartUpload list;
  for (std::size_t begin = 0; begin < kLargeBytes; begin += kPartBytes) {
    const auto number = static_cast<std::int32_t>(list.parts.size() + 1);
    Blob body(std::string(std::min(kPartBytes, kLargeBytes - begin), 'x'));
    const auto part = aws.send(s3::UploadPart{.bucket = "bench",
                                              .key = "large",
                                              .upload_id = id,
                                              .part_number = number,
                                              .body = std::move(body)})
                          .value();
    list.parts.push_back({.part_number = number, .etag = part.etag});
  }
  aws.send(s3::CompleteMultipartUpload{
               .bucket = "bench", .key = "large", .upload_id = id, .multipart_upload = list})
      .value();
}

// 100 MiB in parts, beside one put of it.
Row multipart_row(Aws& aws) {
  const double whole_ns = best_ns(
      1,
      [&](int) {
        aws.send(s3::PutObject{
                     .bucket = "bench", .key = "large", .body = std::string(kLargeBytes, 'x')})
            .value();
      },
      kLargeRounds);
  const double parts_ns = best_ns(
      1, [&](int) { upload_in_parts(aws); }, kLargeRounds);
  aws.send(s3::DeleteObject{.bucket = "bench", .key = "large"}).value();
  return {.name = "S3 100 MiB in 13 parts, beside one PutObject",
          .emu_ns = parts_ns,
          .bare_ns = whole_ns};
}

}  // namespace

std::vector<Row> s3_rows() {
  std::vector<std::string> keys;
  keys.reserve(kS3Keys);
  for (int i = 0; i < kS3Keys; ++i) keys.push_back(fmt::format("photos/{:06}.jpg", i));
  const auto key = [&](int i) -> const std::string& {
    return keys[static_cast<std::size_t>(i) % keys.size()];
  };
  const Blob body(std::string(1024, 'x'));

  Cloud cloud;
  Aws aws = cloud.aws();
  (void)aws.send(s3::CreateBucket{.bucket = "bench"}).value();
  std::map<std::string, BareObject> bare;

  const double put_ns = best_ns(kS3Operations, [&](int i) {
    (void)aws.send(s3::PutObject{.bucket = "bench", .key = key(i), .body = body}).value();
  });
  const double bare_put_ns = best_ns(kS3Operations, [&](int i) {
    bare[key(i)] = {
        .body = Blob(body.view()), .etag = md5_hex(body.view()), .crc = crc64nvme(body.view())};
  });
  std::size_t bytes = 0;
  const double get_ns = best_ns(kS3Operations, [&](int i) {
    bytes += aws.send(s3::GetObject{.bucket = "bench", .key = key(i)}).value().body.size();
  });
  const double bare_get_ns = best_ns(kS3Operations, [&](int i) {
    const BareObject object = bare.find(key(i))->second;
    bytes += object.body.size();
  });
  if (bytes == 0) fmt::print("nothing was read\n");
  return {{.name = "S3 PutObject 1 KiB", .emu_ns = put_ns, .bare_ns = bare_put_ns},
          {.name = "S3 GetObject 1 KiB", .emu_ns = get_ns, .bare_ns = bare_get_ns},
          multipart_row(aws)};
}

}  // namespace emu::bench
