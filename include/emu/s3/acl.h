// Access control lists: what a bucket or an object grants to other accounts and to groups, beside
// policies.
//
//   aws.send(s3::PutBucketOwnershipControls{.bucket = "photos", .ownership_controls =
//       {.rules = {{.object_ownership = "ObjectWriter"}}}}).value();
//   aws.send(s3::PutObjectAcl{.bucket = "photos", .key = "a", .acl = "public-read"}).value();
//
// A new bucket has its lists disabled: reading one then answers full control of the bucket's owner,
// and writing one AccessControlListNotSupported.
//
// A list is given by a canned ACL, by headers, or by a document, and by one of them only. A header
// names grantees as in: id="79a5…", uri="http://acs.amazonaws.com/groups/global/AllUsers".
// Sources: Amazon S3 User Guide, "Access control list (ACL) overview"; API Reference,
// "PutBucketAcl", "PutObjectAcl".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct Grantee {
  std::string type = {};           // "CanonicalUser", "Group"
  std::string id = {};             // canonical user id
  std::string uri = {};            // of a group
  std::string email_address = {};  // AWS takes none any more
  static void describe(StructureShape<Grantee>& s);
};

struct Grant {
  std::optional<Grantee> grantee = {};
  std::string permission = {};  // "FULL_CONTROL", "READ", "WRITE", "READ_ACP", "WRITE_ACP"
  static void describe(StructureShape<Grant>& s);
};

struct AccessControlPolicy {
  std::optional<Owner> owner = {};  // must be the owner; a list does not change it
  std::vector<Grant> grants = {};   // up to 100
  static void describe(StructureShape<AccessControlPolicy>& s);
};

// Replaces the list of a bucket.
// Errors: AccessControlListNotSupported, MalformedACLError, InvalidArgument, InvalidRequest,
// UnexpectedContent, MissingSecurityHeader, MethodNotAllowed (405) for grantees by e-mail address,
// AccessDenied when it is public and public lists are blocked.
struct PutBucketAcl {
  static constexpr OperationName kOperation{"s3", "PutBucketAcl", "PUT", "/{Bucket}?acl"};
  using Result = Nothing;
  std::string bucket;
  std::string acl = {};  // "private", "public-read", "public-read-write", "authenticated-read" …
  std::optional<AccessControlPolicy> access_control_policy = {};
  std::string grant_full_control = {};
  std::string grant_read = {};
  std::string grant_read_acp = {};
  std::string grant_write = {};
  std::string grant_write_acp = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketAcl>& s);
};

struct GetBucketAclResult {
  Owner owner = {};
  std::vector<Grant> grants = {};
  static void describe(StructureShape<GetBucketAclResult>& s);
};

struct GetBucketAcl {
  static constexpr OperationName kOperation{"s3", "GetBucketAcl", "GET", "/{Bucket}?acl"};
  using Result = GetBucketAclResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketAcl>& s);
};

struct PutObjectAclResult {
  std::string request_charged = {};
  static void describe(StructureShape<PutObjectAclResult>& s);
};

// Replaces the list of an object. Errors: as PutBucketAcl, and NoSuchKey.
struct PutObjectAcl {
  static constexpr OperationName kOperation{"s3", "PutObjectAcl", "PUT", "/{Bucket}/{Key+}?acl"};
  using Result = PutObjectAclResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};
  std::string acl = {};  // those of buckets, "bucket-owner-read", "bucket-owner-full-control"
  std::optional<AccessControlPolicy> access_control_policy = {};
  std::string grant_full_control = {};
  std::string grant_read = {};
  std::string grant_read_acp = {};
  std::string grant_write = {};
  std::string grant_write_acp = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectAcl>& s);
};

struct GetObjectAclResult {
  Owner owner = {};
  std::vector<Grant> grants = {};
  std::string request_charged = {};
  static void describe(StructureShape<GetObjectAclResult>& s);
};

struct GetObjectAcl {
  static constexpr OperationName kOperation{"s3", "GetObjectAcl", "GET", "/{Bucket}/{Key+}?acl"};
  using Result = GetObjectAclResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectAcl>& s);
};

}  // namespace emu::s3
