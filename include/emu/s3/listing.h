// Listing the objects of a bucket, in the order of their keys' bytes.
// Sources: Amazon S3 API Reference, "ListObjectsV2", "ListObjects"; User Guide, "Listing object
// keys programmatically".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// An object in a listing.
struct Object {
  std::string key = {};
  Time last_modified = {};
  std::string etag = {};
  std::vector<std::string> checksum_algorithm = {};
  std::string checksum_type = {};
  std::int64_t size = 0;
  std::string storage_class = {};  // "STANDARD"
  std::optional<Owner> owner = {};
  static void describe(StructureShape<Object>& s);
};

struct CommonPrefix {
  std::string prefix = {};
  static void describe(StructureShape<CommonPrefix>& s);
};

struct ListObjectsV2Result {
  std::string name = {};
  std::string prefix = {};
  std::string delimiter = {};
  std::int32_t max_keys = 0;
  bool is_truncated = false;
  std::vector<Object> contents = {};
  std::vector<CommonPrefix> common_prefixes = {};
  std::string encoding_type = {};
  std::int32_t key_count = 0;
  std::string continuation_token = {};
  std::string next_continuation_token = {};
  std::string start_after = {};
  std::string request_charged = {};
  static void describe(StructureShape<ListObjectsV2Result>& s);
};

// Errors: NoSuchBucket, InvalidArgument.
struct ListObjectsV2 {
  static constexpr OperationName kOperation{"s3", "ListObjectsV2", "GET", "/{Bucket}?list-type=2"};
  using Result = ListObjectsV2Result;
  std::string bucket;
  std::string prefix = {};
  std::string delimiter = {};                 // folds keys into common prefixes
  std::optional<std::int32_t> max_keys = {};  // objects and prefixes; at most 1,000
  std::string encoding_type = {};             // "url": keys are percent-encoded
  std::string continuation_token = {};        // from the last answer
  std::string start_after = {};               // a key; begins behind it
  std::optional<bool> fetch_owner = {};
  std::vector<std::string> optional_object_attributes = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListObjectsV2>& s);
};

struct ListObjectsResult {
  std::string name = {};
  std::string prefix = {};
  std::string delimiter = {};
  std::int32_t max_keys = 0;
  bool is_truncated = false;
  std::vector<Object> contents = {};
  std::vector<CommonPrefix> common_prefixes = {};
  std::string encoding_type = {};
  std::string marker = {};
  std::string next_marker = {};  // only with a delimiter; else go on from the last key
  std::string request_charged = {};
  static void describe(StructureShape<ListObjectsResult>& s);
};

// The first version of ListObjectsV2.
struct ListObjects {
  static constexpr OperationName kOperation{"s3", "ListObjects", "GET", "/{Bucket}"};
  using Result = ListObjectsResult;
  std::string bucket;
  std::string prefix = {};
  std::string delimiter = {};                 // folds keys into common prefixes
  std::optional<std::int32_t> max_keys = {};  // objects and prefixes; at most 1,000
  std::string encoding_type = {};             // "url": keys are percent-encoded
  std::string marker = {};                    // a key or common prefix; begins behind it
  std::vector<std::string> optional_object_attributes = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListObjects>& s);
};

}  // namespace emu::s3
