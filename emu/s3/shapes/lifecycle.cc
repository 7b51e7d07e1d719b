#include <emu/s3/lifecycle.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void LifecycleExpiration::describe(StructureShape<LifecycleExpiration>& s) {
  s.member("Date", &LifecycleExpiration::date);
  s.member("Days", &LifecycleExpiration::days);
  s.member("ExpiredObjectDeleteMarker", &LifecycleExpiration::expired_object_delete_marker);
}

void LifecycleRuleAndOperator::describe(StructureShape<LifecycleRuleAndOperator>& s) {
  s.member("Prefix", &LifecycleRuleAndOperator::prefix);
  s.member("Tags", &LifecycleRuleAndOperator::tags).wire_name("Tag").flattened();
  s.member("ObjectSizeGreaterThan", &LifecycleRuleAndOperator::object_size_greater_than);
  s.member("ObjectSizeLessThan", &LifecycleRuleAndOperator::object_size_less_than);
}

void LifecycleRuleFilter::describe(StructureShape<LifecycleRuleFilter>& s) {
  s.member("Prefix", &LifecycleRuleFilter::prefix);
  s.member("Tag", &LifecycleRuleFilter::tag);
  s.member("ObjectSizeGreaterThan", &LifecycleRuleFilter::object_size_greater_than);
  s.member("ObjectSizeLessThan", &LifecycleRuleFilter::object_size_less_than);
  s.member("And", &LifecycleRuleFilter::and_operator);
}

void Transition::describe(StructureShape<Transition>& s) {
  s.member("Date", &Transition::date);
  s.member("Days", &Transition::days);
  s.member("StorageClass", &Transition::storage_class)
      .one_of({"GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE",
               "GLACIER_IR"});
}

void NoncurrentVersionTransition::describe(StructureShape<NoncurrentVersionTransition>& s) {
  s.member("NoncurrentDays", &NoncurrentVersionTransition::noncurrent_days);
  s.member("StorageClass", &NoncurrentVersionTransition::storage_class)
      .one_of({"GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE",
               "GLACIER_IR"});
  s.member("NewerNoncurrentVersions", &NoncurrentVersionTransition::newer_noncurrent_versions);
}

void NoncurrentVersionExpiration::describe(StructureShape<NoncurrentVersionExpiration>& s) {
  s.member("NoncurrentDays", &NoncurrentVersionExpiration::noncurrent_days);
  s.member("NewerNoncurrentVersions", &NoncurrentVersionExpiration::newer_noncurrent_versions);
}

void AbortIncompleteMultipartUpload::describe(StructureShape<AbortIncompleteMultipartUpload>& s) {
  s.member("DaysAfterInitiation", &AbortIncompleteMultipartUpload::days_after_initiation);
}

void LifecycleRule::describe(StructureShape<LifecycleRule>& s) {
  s.member("Expiration", &LifecycleRule::expiration);
  s.member("ID", &LifecycleRule::id);
  s.member("Prefix", &LifecycleRule::prefix);
  s.member("Filter", &LifecycleRule::filter);
  s.member("Status", &LifecycleRule::status).required().one_of({"Enabled", "Disabled"});
  s.member("Transitions", &LifecycleRule::transitions).wire_name("Transition").flattened();
  s.member("NoncurrentVersionTransitions", &LifecycleRule::noncurrent_version_transitions)
      .wire_name("NoncurrentVersionTransition")
      .flattened();
  s.member("NoncurrentVersionExpiration", &LifecycleRule::noncurrent_version_expiration);
  s.member("AbortIncompleteMultipartUpload", &LifecycleRule::abort_incomplete_multipart_upload);
}

void BucketLifecycleConfiguration::describe(StructureShape<BucketLifecycleConfiguration>& s) {
  s.member("Rules", &BucketLifecycleConfiguration::rules).wire_name("Rule").flattened().required();
}

void PutBucketLifecycleConfigurationResult::describe(
    StructureShape<PutBucketLifecycleConfigurationResult>& s) {
  s.member("TransitionDefaultMinimumObjectSize",
           &PutBucketLifecycleConfigurationResult::transition_default_minimum_object_size)
      .header("x-amz-transition-default-minimum-object-size");
}

void PutBucketLifecycleConfiguration::describe(StructureShape<PutBucketLifecycleConfiguration>& s) {
  describing::bucket(s);
  s.member("ChecksumAlgorithm", &PutBucketLifecycleConfiguration::checksum_algorithm)
      .header("x-amz-sdk-checksum-algorithm");
  s.member("LifecycleConfiguration", &PutBucketLifecycleConfiguration::lifecycle_configuration)
      .payload();
  describing::expected_owner(s);
  s.member("TransitionDefaultMinimumObjectSize",
           &PutBucketLifecycleConfiguration::transition_default_minimum_object_size)
      .header("x-amz-transition-default-minimum-object-size");
}

void GetBucketLifecycleConfigurationResult::describe(
    StructureShape<GetBucketLifecycleConfigurationResult>& s) {
  s.document("LifecycleConfiguration");
  s.member("Rules", &GetBucketLifecycleConfigurationResult::rules).wire_name("Rule").flattened();
  s.member("TransitionDefaultMinimumObjectSize",
           &GetBucketLifecycleConfigurationResult::transition_default_minimum_object_size)
      .header("x-amz-transition-default-minimum-object-size");
}

void GetBucketLifecycleConfiguration::describe(StructureShape<GetBucketLifecycleConfiguration>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketLifecycle::describe(StructureShape<DeleteBucketLifecycle>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::LifecycleExpiration);
EMU_DESCRIBED(s3::LifecycleRuleAndOperator);
EMU_DESCRIBED(s3::LifecycleRuleFilter);
EMU_DESCRIBED(s3::Transition);
EMU_DESCRIBED(s3::NoncurrentVersionTransition);
EMU_DESCRIBED(s3::NoncurrentVersionExpiration);
EMU_DESCRIBED(s3::AbortIncompleteMultipartUpload);
EMU_DESCRIBED(s3::LifecycleRule);
EMU_DESCRIBED(s3::BucketLifecycleConfiguration);
EMU_DESCRIBED(s3::PutBucketLifecycleConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::PutBucketLifecycleConfiguration);
EMU_DESCRIBED(s3::GetBucketLifecycleConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketLifecycleConfiguration);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketLifecycle);
}  // namespace emu
