#include <emu/s3/cors.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void CorsRule::describe(StructureShape<CorsRule>& s) {
  s.member("ID", &CorsRule::id);
  s.member("AllowedHeaders", &CorsRule::allowed_headers).wire_name("AllowedHeader").flattened();
  s.member("AllowedMethods", &CorsRule::allowed_methods)
      .wire_name("AllowedMethod")
      .flattened()
      .required();
  s.member("AllowedOrigins", &CorsRule::allowed_origins)
      .wire_name("AllowedOrigin")
      .flattened()
      .required();
  s.member("ExposeHeaders", &CorsRule::expose_headers).wire_name("ExposeHeader").flattened();
  s.member("MaxAgeSeconds", &CorsRule::max_age_seconds);
}

void CorsConfiguration::describe(StructureShape<CorsConfiguration>& s) {
  s.member("CORSRules", &CorsConfiguration::cors_rules)
      .wire_name("CORSRule")
      .flattened()
      .required();
}

void PutBucketCors::describe(StructureShape<PutBucketCors>& s) {
  describing::bucket(s);
  s.member("CORSConfiguration", &PutBucketCors::cors_configuration).payload().required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketCorsResult::describe(StructureShape<GetBucketCorsResult>& s) {
  s.document("CORSConfiguration");
  s.member("CORSRules", &GetBucketCorsResult::cors_rules).wire_name("CORSRule").flattened();
}

void GetBucketCors::describe(StructureShape<GetBucketCors>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketCors::describe(StructureShape<DeleteBucketCors>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::CorsRule);
EMU_DESCRIBED(s3::CorsConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketCors);
EMU_DESCRIBED(s3::GetBucketCorsResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketCors);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketCors);
}  // namespace emu
