// Lifecycles: what becomes of a bucket's objects, versions and uploads as time passes.
//
//   aws.send(s3::PutBucketLifecycleConfiguration{
//       .bucket = "logs",
//       .lifecycle_configuration = {.rules = {{.expiration = LifecycleExpiration{.days = 30},
//                                              .id = "monthly",
//                                              .filter = LifecycleRuleFilter{.prefix = "app/"},
//                                              .status = "Enabled"}}}}).value();
//
// Days are counted from when an object was stored, or a version was covered by a newer one, and end
// at the midnight UTC that follows; rules are carried out at that moment. Include <emu/s3.h>.
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// One of the three. A date is a midnight UTC.
struct LifecycleExpiration {
  std::optional<Time> date = {};
  std::optional<std::int32_t> days = {};
  std::optional<bool> expired_object_delete_marker = {};
  static void describe(StructureShape<LifecycleExpiration>& s);
};

struct LifecycleRuleAndOperator {
  std::optional<std::string> prefix = {};
  std::vector<Tag> tags = {};
  std::optional<std::int64_t> object_size_greater_than = {};
  std::optional<std::int64_t> object_size_less_than = {};
  static void describe(StructureShape<LifecycleRuleAndOperator>& s);
};

// At most one of these; none is every object.
struct LifecycleRuleFilter {
  std::optional<std::string> prefix = {};
  std::optional<Tag> tag = {};
  std::optional<std::int64_t> object_size_greater_than = {};
  std::optional<std::int64_t> object_size_less_than = {};
  std::optional<LifecycleRuleAndOperator> and_operator = {};
  static void describe(StructureShape<LifecycleRuleFilter>& s);
};

// After 0 or more days, 30 or more for "STANDARD_IA" and "ONEZONE_IA". Objects change their storage
// class and can be read at once in any.
struct Transition {
  std::optional<Time> date = {};
  std::optional<std::int32_t> days = {};
  std::string storage_class = {};
  static void describe(StructureShape<Transition>& s);
};

struct NoncurrentVersionTransition {
  std::optional<std::int32_t> noncurrent_days = {};
  std::string storage_class = {};
  std::optional<std::int32_t> newer_noncurrent_versions = {};
  static void describe(StructureShape<NoncurrentVersionTransition>& s);
};

// The days are at least 1. Up to 100 newer ones stay, whatever their age.
struct NoncurrentVersionExpiration {
  std::optional<std::int32_t> noncurrent_days = {};
  std::optional<std::int32_t> newer_noncurrent_versions = {};
  static void describe(StructureShape<NoncurrentVersionExpiration>& s);
};

struct AbortIncompleteMultipartUpload {
  std::optional<std::int32_t> days_after_initiation = {};
  static void describe(StructureShape<AbortIncompleteMultipartUpload>& s);
};

// With a filter, or with the older prefix; and at least one action.
struct LifecycleRule {
  std::optional<LifecycleExpiration> expiration = {};
  std::string id = {};
  std::optional<std::string> prefix = {};
  std::optional<LifecycleRuleFilter> filter = {};
  std::string status;
  std::vector<Transition> transitions = {};
  std::vector<NoncurrentVersionTransition> noncurrent_version_transitions = {};
  std::optional<NoncurrentVersionExpiration> noncurrent_version_expiration = {};
  std::optional<AbortIncompleteMultipartUpload> abort_incomplete_multipart_upload = {};
  static void describe(StructureShape<LifecycleRule>& s);
};

// 1 to 1,000 rules.
struct BucketLifecycleConfiguration {
  std::vector<LifecycleRule> rules;
  static void describe(StructureShape<BucketLifecycleConfiguration>& s);
};

struct PutBucketLifecycleConfigurationResult {
  std::string transition_default_minimum_object_size = {};
  static void describe(StructureShape<PutBucketLifecycleConfigurationResult>& s);
};

// A rule without an id gets one. Objects under 128 KiB make no transition unless the rule's filter
// has a size, or, with "varies_by_storage_class", the transition is one to an archive.
// Errors: MalformedXML, InvalidRequest, InvalidArgument.
struct PutBucketLifecycleConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketLifecycleConfiguration", "PUT",
                                            "/{Bucket}?lifecycle"};
  using Result = PutBucketLifecycleConfigurationResult;
  std::string bucket;
  std::string checksum_algorithm = {};
  BucketLifecycleConfiguration lifecycle_configuration = {};
  std::string expected_bucket_owner = {};
  std::string transition_default_minimum_object_size = {};  // "all_storage_classes_128K"
  static void describe(StructureShape<PutBucketLifecycleConfiguration>& s);
};

struct GetBucketLifecycleConfigurationResult {
  std::vector<LifecycleRule> rules = {};
  std::string transition_default_minimum_object_size = {};
  static void describe(StructureShape<GetBucketLifecycleConfigurationResult>& s);
};

// Errors: NoSuchLifecycleConfiguration (404).
struct GetBucketLifecycleConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketLifecycleConfiguration", "GET",
                                            "/{Bucket}?lifecycle"};
  using Result = GetBucketLifecycleConfigurationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketLifecycleConfiguration>& s);
};

struct DeleteBucketLifecycle {
  static constexpr OperationName kOperation{"s3", "DeleteBucketLifecycle", "DELETE",
                                            "/{Bucket}?lifecycle", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketLifecycle>& s);
};

}  // namespace emu::s3
