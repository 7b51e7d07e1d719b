// What tests of uploads in parts start from: the bucket, and short ways to upload.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "s3/s3_fixture.h"

namespace emu::s3 {

inline constexpr std::size_t kMiB = std::size_t{1024} * 1024;
inline constexpr std::size_t kSmallestPart = 5 * kMiB;

struct MultipartFixture : S3Fixture {
  std::string begin(CreateMultipartUpload in = {.bucket = {}, .key = {}}) {
    in.bucket = "photos";
    if (in.key.empty()) in.key = "film";
    return aws.send(in).value().upload_id;
  }

  UploadPart part(const std::string& id, std::int32_t number, Blob body) const {
    return {.bucket = "photos",
            .key = "film",
            .upload_id = id,
            .part_number = number,
            .body = std::move(body)};
  }
  UploadPartResult upload(const std::string& id, std::int32_t number, Blob body) {
    return aws.send(part(id, number, std::move(body))).value();
  }

  static CompleteMultipartUpload completion(const std::string& id,
                                            std::vector<CompletedPart> parts) {
    return {.bucket = "photos",
            .key = "film",
            .upload_id = id,
            .multipart_upload = CompletedMultipartUpload{.parts = std::move(parts)}};
  }
  Result<CompleteMultipartUploadResult> complete(const std::string& id,
                                                 std::vector<CompletedPart> parts) {
    return aws.send(completion(id, std::move(parts)));
  }
  Result<ListPartsResult> parts_of(const std::string& id) {
    return aws.send(ListParts{.bucket = "photos", .key = "film", .upload_id = id});
  }

  // A part of the smallest size that one may have which is not the last.
  static Blob full_part(char letter) { return Blob(std::string(kSmallestPart, letter)); }
};

}  // namespace emu::s3
