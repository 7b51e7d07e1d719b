#include <emu/s3/configurations.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void TargetGrant::describe(StructureShape<TargetGrant>& s) {
  s.member("Grantee", &TargetGrant::grantee);
  s.member("Permission", &TargetGrant::permission).one_of({"FULL_CONTROL", "READ", "WRITE"});
}

void SimplePrefix::describe(StructureShape<SimplePrefix>&) {}

void PartitionedPrefix::describe(StructureShape<PartitionedPrefix>& s) {
  s.member("PartitionDateSource", &PartitionedPrefix::partition_date_source)
      .one_of({"EventTime", "DeliveryTime"});
}

void TargetObjectKeyFormat::describe(StructureShape<TargetObjectKeyFormat>& s) {
  s.member("SimplePrefix", &TargetObjectKeyFormat::simple_prefix);
  s.member("PartitionedPrefix", &TargetObjectKeyFormat::partitioned_prefix);
}

void LoggingEnabled::describe(StructureShape<LoggingEnabled>& s) {
  s.member("TargetBucket", &LoggingEnabled::target_bucket).required();
  s.member("TargetGrants", &LoggingEnabled::target_grants).entries_named("Grant");
  s.member("TargetPrefix", &LoggingEnabled::target_prefix).required();
  s.member("TargetObjectKeyFormat", &LoggingEnabled::target_object_key_format);
}

void BucketLoggingStatus::describe(StructureShape<BucketLoggingStatus>& s) {
  s.member("LoggingEnabled", &BucketLoggingStatus::logging_enabled);
}

void PutBucketLogging::describe(StructureShape<PutBucketLogging>& s) {
  describing::bucket(s);
  s.member("BucketLoggingStatus", &PutBucketLogging::bucket_logging_status).payload().required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketLoggingResult::describe(StructureShape<GetBucketLoggingResult>& s) {
  s.document("BucketLoggingStatus");
  s.member("LoggingEnabled", &GetBucketLoggingResult::logging_enabled);
}

void GetBucketLogging::describe(StructureShape<GetBucketLogging>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void AccelerateConfiguration::describe(StructureShape<AccelerateConfiguration>& s) {
  s.member("Status", &AccelerateConfiguration::status).one_of({"Enabled", "Suspended"});
}

void PutBucketAccelerateConfiguration::describe(
    StructureShape<PutBucketAccelerateConfiguration>& s) {
  describing::bucket(s);
  s.member("AccelerateConfiguration", &PutBucketAccelerateConfiguration::accelerate_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
  s.member("ChecksumAlgorithm", &PutBucketAccelerateConfiguration::checksum_algorithm)
      .header("x-amz-sdk-checksum-algorithm");
}

void GetBucketAccelerateConfigurationResult::describe(
    StructureShape<GetBucketAccelerateConfigurationResult>& s) {
  s.document("AccelerateConfiguration");
  s.member("Status", &GetBucketAccelerateConfigurationResult::status);
  s.member("RequestCharged", &GetBucketAccelerateConfigurationResult::request_charged)
      .header("x-amz-request-charged");
}

void GetBucketAccelerateConfiguration::describe(
    StructureShape<GetBucketAccelerateConfiguration>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
  s.member("RequestPayer", &GetBucketAccelerateConfiguration::request_payer)
      .header("x-amz-request-payer");
}

void RequestPaymentConfiguration::describe(StructureShape<RequestPaymentConfiguration>& s) {
  s.member("Payer", &RequestPaymentConfiguration::payer)
      .required()
      .one_of({"Requester", "BucketOwner"});
}

void PutBucketRequestPayment::describe(StructureShape<PutBucketRequestPayment>& s) {
  describing::bucket(s);
  describing::payload_integrity(s);
  s.member("RequestPaymentConfiguration", &PutBucketRequestPayment::request_payment_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
}

void GetBucketRequestPaymentResult::describe(StructureShape<GetBucketRequestPaymentResult>& s) {
  s.document("RequestPaymentConfiguration");
  s.member("Payer", &GetBucketRequestPaymentResult::payer);
}

void GetBucketRequestPayment::describe(StructureShape<GetBucketRequestPayment>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::TargetGrant);
EMU_DESCRIBED(s3::SimplePrefix);
EMU_DESCRIBED(s3::PartitionedPrefix);
EMU_DESCRIBED(s3::TargetObjectKeyFormat);
EMU_DESCRIBED(s3::LoggingEnabled);
EMU_DESCRIBED(s3::BucketLoggingStatus);
EMU_DESCRIBED_OPERATION(s3::PutBucketLogging);
EMU_DESCRIBED(s3::GetBucketLoggingResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketLogging);
EMU_DESCRIBED(s3::AccelerateConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketAccelerateConfiguration);
EMU_DESCRIBED(s3::GetBucketAccelerateConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketAccelerateConfiguration);
EMU_DESCRIBED(s3::RequestPaymentConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketRequestPayment);
EMU_DESCRIBED(s3::GetBucketRequestPaymentResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketRequestPayment);
}  // namespace emu
