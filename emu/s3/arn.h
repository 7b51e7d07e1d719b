// The ARNs of buckets and objects: "arn:aws:s3:::photos", "arn:aws:s3:::photos/a.jpg".
#pragma once

#include <string>
#include <string_view>

namespace emu::s3 {

std::string bucket_arn_of(std::string_view bucket);
// In the storage of a text, which is empty.
std::string object_arn_of(std::string_view bucket, std::string_view key, std::string storage = {});

// An ARN taken apart; both are empty when it is none of S3's, the key also for the bucket itself.
struct S3Name {
  std::string_view bucket = {};
  std::string_view key = {};
};
S3Name name_of_arn(std::string_view arn);

}  // namespace emu::s3
