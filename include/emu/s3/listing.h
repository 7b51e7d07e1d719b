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

// An object as listings tell of it.
struct Object {
  std::string key = {};
  Time last_modified = {};
  std::string etag = {};
  std::vector<std::string> checksum_algorithm = {};
  std::string checksum_type = {};
  std::int64_t size = 0;
  std::string storage_class = {};  // "STANDARD"
  std::optional<Owner> owner = {};
  static void describe(StructureShape<Object>& s) {
    s.member("Key", &Object::key);
    s.member("LastModified", &Object::last_modified);
    s.member("ETag", &Object::etag);
    s.member("ChecksumAlgorithm", &Object::checksum_algorithm).flattened();
    s.member("ChecksumType", &Object::checksum_type);
    s.member("Size", &Object::size);
    s.member("StorageClass", &Object::storage_class);
    s.member("Owner", &Object::owner);
  }
};

struct CommonPrefix {
  std::string prefix = {};
  static void describe(StructureShape<CommonPrefix>& s) {
    s.member("Prefix", &CommonPrefix::prefix);
  }
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
  static void describe(StructureShape<ListObjectsV2Result>& s) {
    s.member("Name", &ListObjectsV2Result::name);
    s.member("Prefix", &ListObjectsV2Result::prefix).always();
    s.member("Delimiter", &ListObjectsV2Result::delimiter);
    s.member("MaxKeys", &ListObjectsV2Result::max_keys);
    s.member("IsTruncated", &ListObjectsV2Result::is_truncated);
    s.member("Contents", &ListObjectsV2Result::contents).flattened();
    s.member("CommonPrefixes", &ListObjectsV2Result::common_prefixes).flattened();
    s.member("EncodingType", &ListObjectsV2Result::encoding_type);
    s.member("KeyCount", &ListObjectsV2Result::key_count);
    s.member("ContinuationToken", &ListObjectsV2Result::continuation_token);
    s.member("NextContinuationToken", &ListObjectsV2Result::next_continuation_token);
    s.member("StartAfter", &ListObjectsV2Result::start_after);
    s.member("RequestCharged", &ListObjectsV2Result::request_charged)
        .header("x-amz-request-charged");
  }
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
  static void describe(StructureShape<ListObjectsV2>& s) {
    describing::bucket(s);
    s.member("Prefix", &ListObjectsV2::prefix).query("prefix");
    s.member("Delimiter", &ListObjectsV2::delimiter).query("delimiter");
    s.member("MaxKeys", &ListObjectsV2::max_keys).query("max-keys");
    s.member("EncodingType", &ListObjectsV2::encoding_type).query("encoding-type");
    s.member("ContinuationToken", &ListObjectsV2::continuation_token).query("continuation-token");
    s.member("StartAfter", &ListObjectsV2::start_after).query("start-after");
    s.member("FetchOwner", &ListObjectsV2::fetch_owner).query("fetch-owner");
    s.member("OptionalObjectAttributes", &ListObjectsV2::optional_object_attributes)
        .header("x-amz-optional-object-attributes");
    s.member("RequestPayer", &ListObjectsV2::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
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
  static void describe(StructureShape<ListObjectsResult>& s) {
    s.member("Name", &ListObjectsResult::name);
    s.member("Prefix", &ListObjectsResult::prefix).always();
    s.member("Delimiter", &ListObjectsResult::delimiter);
    s.member("MaxKeys", &ListObjectsResult::max_keys);
    s.member("IsTruncated", &ListObjectsResult::is_truncated);
    s.member("Contents", &ListObjectsResult::contents).flattened();
    s.member("CommonPrefixes", &ListObjectsResult::common_prefixes).flattened();
    s.member("EncodingType", &ListObjectsResult::encoding_type);
    s.member("Marker", &ListObjectsResult::marker).always();
    s.member("NextMarker", &ListObjectsResult::next_marker);
    s.member("RequestCharged", &ListObjectsResult::request_charged).header("x-amz-request-charged");
  }
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
  static void describe(StructureShape<ListObjects>& s) {
    describing::bucket(s);
    s.member("Prefix", &ListObjects::prefix).query("prefix");
    s.member("Delimiter", &ListObjects::delimiter).query("delimiter");
    s.member("MaxKeys", &ListObjects::max_keys).query("max-keys");
    s.member("EncodingType", &ListObjects::encoding_type).query("encoding-type");
    s.member("Marker", &ListObjects::marker).query("marker");
    s.member("OptionalObjectAttributes", &ListObjects::optional_object_attributes)
        .header("x-amz-optional-object-attributes");
    s.member("RequestPayer", &ListObjects::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
};

}  // namespace emu::s3
