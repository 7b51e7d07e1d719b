// Bucket policies as S3 looks at them when they are put: whether they are well formed, concern the
// bucket, and let the public in. IAM's evaluator does the rest.
// Sources: Amazon S3 User Guide, "Bucket policies for Amazon S3", "Blocking public access to your
// Amazon S3 storage" (The meaning of "public").
#pragma once

#include <emu/result.h>

#include <string_view>

namespace emu::s3 {

struct PolicyFacts {
  bool is_public = false;
};

// Errors: MalformedPolicy, whose message says what is wrong.
Result<PolicyFacts> check_policy(std::string_view json, std::string_view bucket);

}  // namespace emu::s3
