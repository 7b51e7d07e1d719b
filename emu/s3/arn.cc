#include "s3/arn.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kPrefix = "arn:aws:s3:::";

}  // namespace

std::string bucket_arn_of(std::string_view bucket) {
  std::string arn;
  arn.reserve(kPrefix.size() + bucket.size());
  arn.append(kPrefix).append(bucket);
  return arn;
}

std::string object_arn_of(std::string_view bucket, std::string_view key, std::string storage) {
  storage.reserve(kPrefix.size() + bucket.size() + 1 + key.size());
  storage.append(kPrefix).append(bucket).append(1, '/').append(key);
  return storage;
}

S3Name name_of_arn(std::string_view arn) {
  if (!arn.starts_with(kPrefix)) return {};
  arn.remove_prefix(kPrefix.size());
  const auto slash = arn.find('/');
  if (slash == arn.npos) return {.bucket = arn};
  return {.bucket = arn.substr(0, slash), .key = arn.substr(slash + 1)};
}

}  // namespace emu::s3
