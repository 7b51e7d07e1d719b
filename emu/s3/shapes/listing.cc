#include <emu/s3/listing.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void Object::describe(StructureShape<Object>& s) {
  s.member("Key", &Object::key);
  s.member("LastModified", &Object::last_modified);
  s.member("ETag", &Object::etag);
  s.member("ChecksumAlgorithm", &Object::checksum_algorithm).flattened();
  s.member("ChecksumType", &Object::checksum_type);
  s.member("Size", &Object::size);
  s.member("StorageClass", &Object::storage_class);
  s.member("Owner", &Object::owner);
}

void CommonPrefix::describe(StructureShape<CommonPrefix>& s) {
  s.member("Prefix", &CommonPrefix::prefix);
}

void ListObjectsV2Result::describe(StructureShape<ListObjectsV2Result>& s) {
  s.document("ListBucketResult");
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
  s.member("RequestCharged", &ListObjectsV2Result::request_charged).header("x-amz-request-charged");
}

void ListObjectsV2::describe(StructureShape<ListObjectsV2>& s) {
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

void ListObjectsResult::describe(StructureShape<ListObjectsResult>& s) {
  s.document("ListBucketResult");
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

void ListObjects::describe(StructureShape<ListObjects>& s) {
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

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::Object);
EMU_DESCRIBED(s3::CommonPrefix);
EMU_DESCRIBED(s3::ListObjectsV2Result);
EMU_DESCRIBED_OPERATION(s3::ListObjectsV2);
EMU_DESCRIBED(s3::ListObjectsResult);
EMU_DESCRIBED_OPERATION(s3::ListObjects);
}  // namespace emu
