#include <emu/s3/attributes.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void ObjectChecksum::describe(StructureShape<ObjectChecksum>& s) {
  describing::checksum_elements(s);
  s.member("ChecksumType", &ObjectChecksum::checksum_type);
}

void ObjectPart::describe(StructureShape<ObjectPart>& s) {
  s.member("PartNumber", &ObjectPart::part_number);
  s.member("Size", &ObjectPart::size);
  describing::checksum_elements(s);
}

void GetObjectAttributesParts::describe(StructureShape<GetObjectAttributesParts>& s) {
  s.member("TotalPartsCount", &GetObjectAttributesParts::total_parts_count).wire_name("PartsCount");
  s.member("PartNumberMarker", &GetObjectAttributesParts::part_number_marker);
  s.member("NextPartNumberMarker", &GetObjectAttributesParts::next_part_number_marker);
  s.member("MaxParts", &GetObjectAttributesParts::max_parts);
  s.member("IsTruncated", &GetObjectAttributesParts::is_truncated);
  s.member("Parts", &GetObjectAttributesParts::parts).wire_name("Part").flattened();
}

void GetObjectAttributesResult::describe(StructureShape<GetObjectAttributesResult>& s) {
  s.document("GetObjectAttributesResponse");
  s.member("DeleteMarker", &GetObjectAttributesResult::delete_marker).header("x-amz-delete-marker");
  s.member("LastModified", &GetObjectAttributesResult::last_modified).header("Last-Modified");
  s.member("VersionId", &GetObjectAttributesResult::version_id).header("x-amz-version-id");
  s.member("ETag", &GetObjectAttributesResult::etag);
  s.member("Checksum", &GetObjectAttributesResult::checksum);
  s.member("ObjectParts", &GetObjectAttributesResult::object_parts);
  s.member("StorageClass", &GetObjectAttributesResult::storage_class);
  s.member("ObjectSize", &GetObjectAttributesResult::object_size);
  s.member("RequestCharged", &GetObjectAttributesResult::request_charged)
      .header("x-amz-request-charged");
}

void GetObjectAttributes::describe(StructureShape<GetObjectAttributes>& s) {
  describing::object(s);
  s.member("VersionId", &GetObjectAttributes::version_id).query("versionId");
  s.member("ObjectAttributes", &GetObjectAttributes::object_attributes)
      .header("x-amz-object-attributes");
  s.member("MaxParts", &GetObjectAttributes::max_parts).header("x-amz-max-parts");
  s.member("PartNumberMarker", &GetObjectAttributes::part_number_marker)
      .header("x-amz-part-number-marker");
  describing::customer_key(s);
  s.member("RequestPayer", &GetObjectAttributes::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::ObjectChecksum);
EMU_DESCRIBED(s3::ObjectPart);
EMU_DESCRIBED(s3::GetObjectAttributesParts);
EMU_DESCRIBED(s3::GetObjectAttributesResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectAttributes);
}  // namespace emu
