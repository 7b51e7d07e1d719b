// How S3 behaves where a program counts on what AWS did before.
//
//   emu::Cloud cloud({.s3 = {.bucket_defaults = emu::s3::BucketDefaults::k2022}});
#pragma once

namespace emu::s3 {

// The settings that a new bucket has unless the request says otherwise.
enum class BucketDefaults {
  // Access control lists are disabled ("BucketOwnerEnforced"), and all public access is blocked.
  kCurrent,
  // Those of before April 2023: access control lists grant ("ObjectWriter"), nothing is blocked.
  k2022,
};

struct Options {
  BucketDefaults bucket_defaults = BucketDefaults::kCurrent;
};

}  // namespace emu::s3
