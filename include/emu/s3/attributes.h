// What is known of an object, without its body.
// Source: Amazon S3 API Reference, "GetObjectAttributes".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// Checksum in the API reference; a composite one has no number of parts behind it here.
struct ObjectChecksum {
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};  // "FULL_OBJECT", "COMPOSITE"
  static void describe(StructureShape<ObjectChecksum>& s);
};

struct ObjectPart {
  std::int32_t part_number = 0;
  std::int64_t size = 0;
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  static void describe(StructureShape<ObjectPart>& s);
};

// The parts that an object was uploaded in. All but their number is known only of an object with a
// composite checksum.
struct GetObjectAttributesParts {
  std::int32_t total_parts_count = 0;
  std::optional<std::int32_t> part_number_marker = {};
  std::optional<std::int32_t> next_part_number_marker = {};
  std::optional<std::int32_t> max_parts = {};
  std::optional<bool> is_truncated = {};
  std::vector<ObjectPart> parts = {};
  static void describe(StructureShape<GetObjectAttributesParts>& s);
};

struct GetObjectAttributesResult {
  std::optional<bool> delete_marker = {};
  Time last_modified = {};  // travels in whole seconds
  std::string version_id = {};
  std::string etag = {};  // without quotes
  std::optional<ObjectChecksum> checksum = {};
  std::optional<GetObjectAttributesParts> object_parts = {};  // only of a multipart upload
  std::string storage_class = {};
  std::optional<std::int64_t> object_size = {};
  std::string request_charged = {};
  static void describe(StructureShape<GetObjectAttributesResult>& s);
};

// Errors: NoSuchKey, InvalidRequest without attributes, InvalidArgument for an unknown one.
struct GetObjectAttributes {
  static constexpr OperationName kOperation{"s3", "GetObjectAttributes", "GET",
                                            "/{Bucket}/{Key+}?attributes"};
  using Result = GetObjectAttributesResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};
  // Of "ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"
  std::vector<std::string> object_attributes = {};
  std::optional<std::int32_t> max_parts = {};           // at most 1,000
  std::optional<std::int32_t> part_number_marker = {};  // begins behind it
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectAttributes>& s);
};

}  // namespace emu::s3
