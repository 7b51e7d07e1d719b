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
  using Result = Nothing;
  std::string bucket;
  std::string policy;  // JSON, up to 20 KiB
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::optional<bool> confirm_remove_self_bucket_access = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketPolicy>& s);
};

struct GetBucketPolicyResult {
  std::string policy = {};  // as it was put
  static void describe(StructureShape<GetBucketPolicyResult>& s);
};

// Errors: NoSuchBucketPolicy (404).
struct GetBucketPolicy {
  static constexpr OperationName kOperation{"s3", "GetBucketPolicy", "GET", "/{Bucket}?policy"};
  using Result = GetBucketPolicyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketPolicy>& s);
};

struct DeleteBucketPolicy {
  static constexpr OperationName kOperation{"s3", "DeleteBucketPolicy", "DELETE",
                                            "/{Bucket}?policy", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketPolicy>& s);
};

struct PolicyStatus {
  bool is_public = false;
  static void describe(StructureShape<PolicyStatus>& s);
};

struct GetBucketPolicyStatusResult {
  PolicyStatus policy_status = {};
  static void describe(StructureShape<GetBucketPolicyStatusResult>& s);
};

// Whether the policy lets the public in. Errors: NoSuchBucketPolicy (404).
struct GetBucketPolicyStatus {
  static constexpr OperationName kOperation{"s3", "GetBucketPolicyStatus", "GET",
                                            "/{Bucket}?policyStatus"};
  using Result = GetBucketPolicyStatusResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketPolicyStatus>& s);
};

// All four are on in a new bucket.
struct PublicAccessBlockConfiguration {
  bool block_public_acls = false;        // public ACLs are refused
  bool ignore_public_acls = false;       // public ACLs have no effect
  bool block_public_policy = false;      // public policies are refused
  bool restrict_public_buckets = false;  // a public policy serves the account and AWS services only
  static void describe(StructureShape<PublicAccessBlockConfiguration>& s);
};

// Replaces all four settings; those left out are off.
struct PutPublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "PutPublicAccessBlock", "PUT",
                                            "/{Bucket}?publicAccessBlock"};
  using Result = Nothing;
  std::string bucket;
  PublicAccessBlockConfiguration public_access_block_configuration = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutPublicAccessBlock>& s);
};

struct GetPublicAccessBlockResult {
  PublicAccessBlockConfiguration public_access_block_configuration = {};
  static void describe(StructureShape<GetPublicAccessBlockResult>& s);
};

// Errors: NoSuchPublicAccessBlockConfiguration (404).
struct GetPublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "GetPublicAccessBlock", "GET",
                                            "/{Bucket}?publicAccessBlock"};
  using Result = GetPublicAccessBlockResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetPublicAccessBlock>& s);
};

// Afterwards nothing is blocked.
struct DeletePublicAccessBlock {
  static constexpr OperationName kOperation{"s3", "DeletePublicAccessBlock", "DELETE",
                                            "/{Bucket}?publicAccessBlock", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeletePublicAccessBlock>& s);
};

struct OwnershipControlsRule {
  std::string object_ownership;
  static void describe(StructureShape<OwnershipControlsRule>& s);
};

struct OwnershipControls {
  std::vector<OwnershipControlsRule> rules = {};  // exactly one
  static void describe(StructureShape<OwnershipControls>& s);
};

struct PutBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "PutBucketOwnershipControls", "PUT",
                                            "/{Bucket}?ownershipControls"};
  using Result = Nothing;
  std::string bucket;
  OwnershipControls ownership_controls = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketOwnershipControls>& s);
};

struct GetBucketOwnershipControlsResult {
  OwnershipControls ownership_controls = {};
  static void describe(StructureShape<GetBucketOwnershipControlsResult>& s);
};

// Errors: OwnershipControlsNotFoundError (404).
struct GetBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "GetBucketOwnershipControls", "GET",
                                            "/{Bucket}?ownershipControls"};
  using Result = GetBucketOwnershipControlsResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketOwnershipControls>& s);
};

// Afterwards objects belong to their writers, as with "ObjectWriter".
struct DeleteBucketOwnershipControls {
  static constexpr OperationName kOperation{"s3", "DeleteBucketOwnershipControls", "DELETE",
                                            "/{Bucket}?ownershipControls", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketOwnershipControls>& s);
};

}  // namespace emu::s3
