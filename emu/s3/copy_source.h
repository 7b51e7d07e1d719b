// Where a copy comes from.
// Source: Amazon S3 API Reference, "CopyObject", "UploadPartCopy".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "s3/conditions.h"
#include "s3/encryption.h"

namespace emu::s3 {

struct CopySourceName {
  std::string bucket;
  std::string key;
  std::string version_id = {};  // empty: the current object
};

// What a request says of its source.
struct CopySourceRequest {
  std::string_view source;
  std::string_view expected_owner;
  std::string_view payer;
  ReadConditions conditions;
  CustomerKey customer_key;
};

template <class In>
CopySourceRequest copy_source_request_of(const In& in) {
  return {.source = in.copy_source,
          .expected_owner = in.expected_source_bucket_owner,
          .payer = in.request_payer,
          .conditions = {.if_match = in.copy_source_if_match,
                         .if_none_match = in.copy_source_if_none_match,
                         .if_modified_since = in.copy_source_if_modified_since,
                         .if_unmodified_since = in.copy_source_if_unmodified_since},
          .customer_key = {.algorithm = in.copy_source_sse_customer_algorithm,
                           .key = in.copy_source_sse_customer_key,
                           .md5 = in.copy_source_sse_customer_key_md5}};
}

// Reads "bucket/key" or "/bucket/key", encoded as a form is, where a plus is a space, with
// "?versionId=…" or without.
Result<CopySourceName> parse_copy_source(std::string_view text);

}  // namespace emu::s3
