// Who may reach a bucket: its policy, the block of public access, the ownership of objects.
// Sources: Amazon S3 API Reference; User Guide, "Blocking public access to your Amazon S3 storage",
// "Controlling ownership of objects and disabling ACLs for your bucket".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// Replaces the policy of a bucket.
// Errors: MalformedPolicy, AccessDenied when it is public and public policies are blocked.
struct PutBucketPolicy {
  static constexpr OperationName kOperation{"s3", "PutBucketPolicy", "PUT", "/{Bucket}?policy",
                                            204};
  using Result = EmptyResult;
  std::string bucket;
  std::string policy;  // JSON, up to 20 KiB
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::optional<bool> confirm_remove_self_bucket_access = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketPolicy>& s) {
    describing::bucket(s);
    s.member("Policy", &PutBucketPolicy::policy).payload().required();
    describing::payload_integrity(s);
    s.member("ConfirmRemoveSelfBucketAccess", &PutBucketPolicy::confirm_remove_self_bucket_access)
        .header("x-amz-confirm-remove-self-bucket-access");
    describing::expected_owner(s);
  }
};

struct GetBucketPolicyResult {
  std::string policy = {};  // as it was put
  static void describe(StructureShape<GetBucketPolicyResult>& s) {
    s.member("Policy", &GetBucketPolicyResult::policy).payload();
  }
};

// Errors: NoSuchBucketPolicy (404).
struct GetBucketPolicy {
  static constexpr OperationName kOperation{"s3", "GetBucketPolicy", "GET", "/{Bucket}?policy"};
  using Result = GetBucketPolicyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketPolicy>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct DeleteBucketPolicy {
  static constexpr OperationName kOperation{"s3", "DeleteBucketPolicy", "DELETE",
                                            "/{Bucket}?policy", 204};
  using Result = EmptyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketPolicy>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct PolicyStatus {
  bool is_public = false;
  static void describe(StructureShape<PolicyStatus>& s) {
    s.member("IsPublic", &PolicyStatus::is_public);
  }
};

struct GetBucketPolicyStatusResult {
  PolicyStatus policy_status = {};
  static void describe(StructureShape<GetBucketPolicyStatusResult>& s) {
    s.member("PolicyStatus", &GetBucketPolicyStatusResult::policy_status).payload();
  }
};

// Whether the policy lets the public in. Errors: NoSuchBucketPolicy (404).
struct GetBucketPolicyStatus {
  static constexpr OperationName kOperation{"s3", "GetBucketPolicyStatus", "GET",
                                            "/{Bucket}?policyStatus"};
  using Result = GetBucketPolicyStatusResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketPolicyStatus>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

// All four are on in a new bucket.
struct PublicAccessBlockConfiguration {
  bool block_public_acls = false;        // public ACLs are refused
  bool ignore_public_acls = false;       // public ACLs have no effect
  bool block_public_policy = false;      // public policies are refused
  bool restrict_public_buckets = false;  // a public policy serves the account and AWS services only
  static void describe(StructureShape<PublicAccessBlockConfiguration>& s) {
    s.member("BlockPublicAcls", &PublicAccessBlockConfiguration::block_public_acls);
    s.member("IgnorePublicAcls", &PublicAccessBlockConfiguration::ignore_public_acls);
    s.member("BlockPublicPolicy", &PublicAccessBlockConfiguration::block_public_policy);
    s.member("RestrictPublicBuckets", &PublicAccessBlockConfiguration::restrict_public_buckets);
  }
};

// Replaces all four settings; those left out are off.
struct PutPublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "PutPublicAccessBlock", "PUT",
                                            "/{Bucket}?publicAccessBlock"};
  using Result = EmptyResult;
  std::string bucket;
  PublicAccessBlockConfiguration public_access_block_configuration = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutPublicAccessBlock>& s) {
    describing::bucket(s);
    s.member("PublicAccessBlockConfiguration",
             &PutPublicAccessBlock::public_access_block_configuration)
        .payload();
    describing::payload_integrity(s);
    describing::expected_owner(s);
  }
};

struct GetPublicAccessBlockResult {
  PublicAccessBlockConfiguration public_access_block_configuration = {};
  static void describe(StructureShape<GetPublicAccessBlockResult>& s) {
    s.member("PublicAccessBlockConfiguration",
             &GetPublicAccessBlockResult::public_access_block_configuration)
        .payload();
  }
};

// Errors: NoSuchPublicAccessBlockConfiguration (404).
struct GetPublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "GetPublicAccessBlock", "GET",
                                            "/{Bucket}?publicAccessBlock"};
  using Result = GetPublicAccessBlockResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetPublicAccessBlock>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

// Afterwards nothing is blocked.
struct DeletePublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "DeletePublicAccessBlock", "DELETE",
                                            "/{Bucket}?publicAccessBlock", 204};
  using Result = EmptyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeletePublicAccessBlock>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct OwnershipControlsRule {
  std::string object_ownership;
  static void describe(StructureShape<OwnershipControlsRule>& s) {
    s.member("ObjectOwnership", &OwnershipControlsRule::object_ownership)
        .required()
        .one_of({"BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"});
  }
};

struct OwnershipControls {
  std::vector<OwnershipControlsRule> rules = {};  // exactly one
  static void describe(StructureShape<OwnershipControls>& s) {
    s.member("Rules", &OwnershipControls::rules)
        .wire_name("Rule")
        .flattened()
        .required()
        .range(1, 1);
  }
};

struct PutBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "PutBucketOwnershipControls", "PUT",
                                            "/{Bucket}?ownershipControls"};
  using Result = EmptyResult;
  std::string bucket;
  OwnershipControls ownership_controls = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketOwnershipControls>& s) {
    describing::bucket(s);
    s.member("OwnershipControls", &PutBucketOwnershipControls::ownership_controls).payload();
    describing::payload_integrity(s);
    describing::expected_owner(s);
  }
};

struct GetBucketOwnershipControlsResult {
  OwnershipControls ownership_controls = {};
  static void describe(StructureShape<GetBucketOwnershipControlsResult>& s) {
    s.member("OwnershipControls", &GetBucketOwnershipControlsResult::ownership_controls).payload();
  }
};

// Errors: OwnershipControlsNotFoundError (404).
struct GetBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "GetBucketOwnershipControls", "GET",
                                            "/{Bucket}?ownershipControls"};
  using Result = GetBucketOwnershipControlsResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketOwnershipControls>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

// Afterwards objects belong to their writers, as with "ObjectWriter".
struct DeleteBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "DeleteBucketOwnershipControls", "DELETE",
                                            "/{Bucket}?ownershipControls", 204};
  using Result = EmptyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketOwnershipControls>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

}  // namespace emu::s3
