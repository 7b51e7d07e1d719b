#include <emu/s3/reading.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void GetObjectResult::describe(StructureShape<GetObjectResult>& s) {
  s.member("Body", &GetObjectResult::body).payload();
  describing::object_answer(s);
}

void GetObject::describe(StructureShape<GetObject>& s) {
  describing::object(s);
  s.member("Range", &GetObject::range).header("Range");
  describing::read_conditions(s);
  s.member("ChecksumMode", &GetObject::checksum_mode).header("x-amz-checksum-mode");
  describing::response_overrides(s);
  s.member("VersionId", &GetObject::version_id).query("versionId");
  s.member("PartNumber", &GetObject::part_number).query("partNumber");
  describing::customer_key(s);
  s.member("RequestPayer", &GetObject::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void HeadObjectResult::describe(StructureShape<HeadObjectResult>& s) {
  describing::object_answer(s);
}

void HeadObject::describe(StructureShape<HeadObject>& s) {
  describing::object(s);
  s.member("Range", &HeadObject::range).header("Range");
  describing::read_conditions(s);
  s.member("ChecksumMode", &HeadObject::checksum_mode).header("x-amz-checksum-mode");
  describing::response_overrides(s);
  s.member("VersionId", &HeadObject::version_id).query("versionId");
  s.member("PartNumber", &HeadObject::part_number).query("partNumber");
  describing::customer_key(s);
  s.member("RequestPayer", &HeadObject::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::GetObjectResult);
EMU_DESCRIBED_OPERATION(s3::GetObject);
EMU_DESCRIBED(s3::HeadObjectResult);
EMU_DESCRIBED_OPERATION(s3::HeadObject);
}  // namespace emu
