// What S3 answers, and the permission that each operation needs.
// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "s3/copy_source.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kArnPrefix = "arn:aws:s3:::";

std::string arn_of(std::string_view bucket, std::string_view key) {
  std::string arn;
  arn.reserve(kArnPrefix.size() + bucket.size() + 1 + key.size());
  arn += kArnPrefix;
  arn += bucket;
  arn += '/';
  arn += key;
  return arn;
}

template <class Op>
std::string bucket_arn(const Call&, const Op& in) {
  return std::string(kArnPrefix) + in.bucket;
}

template <class Op>
std::string object_arn(const Call&, const Op& in) {
  return arn_of(in.bucket, in.key);
}

template <class Op>
void list_conditions(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  out.push_back({.key = "s3:prefix", .values = {in.prefix}});
  if (!in.delimiter.empty()) out.push_back({.key = "s3:delimiter", .values = {in.delimiter}});
  if (in.max_keys) out.push_back({.key = "s3:max-keys", .values = {std::to_string(*in.max_keys)}});
}

template <class Op>
void write_conditions(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out.push_back({.key = std::string(key), .values = {value}});
  };
  add("s3:x-amz-acl", in.acl);
  add("s3:x-amz-storage-class", in.storage_class);
  add("s3:x-amz-server-side-encryption", in.server_side_encryption);
  add("s3:x-amz-server-side-encryption-aws-kms-key-id", in.sse_kms_key_id);
  add("s3:if-match", in.if_match);
  add("s3:if-none-match", in.if_none_match);
}

template <class Op>
bool sets_acl(const Op& in) {
  return !in.acl.empty() || !in.grant_full_control.empty() || !in.grant_read.empty() ||
         !in.grant_read_acp.empty() || !in.grant_write_acp.empty();
}

void put_needs(const Call&, const PutObject& in, std::vector<AccessNeed>& out) {
  if (!in.tagging.empty()) {
    out.push_back({.action = "s3:PutObjectTagging", .resource = arn_of(in.bucket, in.key)});
  }
  if (sets_acl(in)) {
    out.push_back({.action = "s3:PutObjectAcl", .resource = arn_of(in.bucket, in.key)});
  }
}

void copy_needs(const Call&, const CopyObject& in, std::vector<AccessNeed>& out) {
  if (const auto source = parse_copy_source(in.copy_source)) {
    out.push_back({.action = "s3:GetObject", .resource = arn_of(source->bucket, source->key)});
  }
  if (in.tagging_directive == "REPLACE") {
    out.push_back({.action = "s3:PutObjectTagging", .resource = arn_of(in.bucket, in.key)});
  }
  if (sets_acl(in)) {
    out.push_back({.action = "s3:PutObjectAcl", .resource = arn_of(in.bucket, in.key)});
  }
}

// The response headers of a request without credentials cannot be chosen, nor a version named, so
// GetObject needs nothing else.
void delete_needs(const Call&, const DeleteObject& in, std::vector<AccessNeed>& out) {
  if (!in.version_id.empty()) {
    out.push_back({.action = "s3:DeleteObjectVersion", .resource = arn_of(in.bucket, in.key)});
  }
}

template <class Op>
Access<Op> on_bucket(std::string_view action) {
  return {.action = action, .resource = &bucket_arn<Op>};
}

template <class Op>
Access<Op> on_object(std::string_view action) {
  return {.action = action, .resource = &object_arn<Op>};
}

void register_objects(S3& s3, OperationTable& table) {
  table.add<PutObject>(s3, &S3::put_object,
                       {.action = "s3:PutObject",
                        .resource = &object_arn<PutObject>,
                        .conditions = &write_conditions<PutObject>,
                        .also = &put_needs});
  table.add<CopyObject>(s3, &S3::copy_object,
                        {.action = "s3:PutObject",
                         .resource = &object_arn<CopyObject>,
                         .conditions = &write_conditions<CopyObject>,
                         .also = &copy_needs});
  table.add<GetObject>(s3, &S3::get_object, on_object<GetObject>("s3:GetObject"));
  table.add<HeadObject>(s3, &S3::head_object, on_object<HeadObject>("s3:GetObject"));
  table.add<DeleteObject>(
      s3, &S3::delete_object,
      {.action = "s3:DeleteObject", .resource = &object_arn<DeleteObject>, .also = &delete_needs});
  // Each key is authorised by itself.
  table.add<DeleteObjects>(s3, &S3::delete_objects, on_bucket<DeleteObjects>(""));
  table.add<ListObjectsV2>(s3, &S3::list_objects_v2,
                           {.action = "s3:ListBucket",
                            .resource = &bucket_arn<ListObjectsV2>,
                            .conditions = &list_conditions<ListObjectsV2>});
  table.add<ListObjects>(s3, &S3::list_objects,
                         {.action = "s3:ListBucket",
                          .resource = &bucket_arn<ListObjects>,
                          .conditions = &list_conditions<ListObjects>});
  table.add<PutObjectTagging>(s3, &S3::put_object_tagging,
                              on_object<PutObjectTagging>("s3:PutObjectTagging"));
  table.add<GetObjectTagging>(s3, &S3::get_object_tagging,
                              on_object<GetObjectTagging>("s3:GetObjectTagging"));
  table.add<DeleteObjectTagging>(s3, &S3::delete_object_tagging,
                                 on_object<DeleteObjectTagging>("s3:DeleteObjectTagging"));
}

void register_buckets(S3& s3, OperationTable& table) {
  table.add<CreateBucket>(s3, &S3::create_bucket, on_bucket<CreateBucket>("s3:CreateBucket"));
  table.add<HeadBucket>(s3, &S3::head_bucket, on_bucket<HeadBucket>("s3:ListBucket"));
  table.add<ListBuckets>(s3, &S3::list_buckets, {.action = "s3:ListAllMyBuckets"});
  table.add<DeleteBucket>(s3, &S3::delete_bucket, on_bucket<DeleteBucket>("s3:DeleteBucket"));
  table.add<GetBucketLocation>(s3, &S3::get_bucket_location,
                               on_bucket<GetBucketLocation>("s3:GetBucketLocation"));
  table.add<GetBucketVersioning>(s3, &S3::get_bucket_versioning,
                                 on_bucket<GetBucketVersioning>("s3:GetBucketVersioning"));
  table.add<PutBucketTagging>(s3, &S3::put_bucket_tagging,
                              on_bucket<PutBucketTagging>("s3:PutBucketTagging"));
  table.add<GetBucketTagging>(s3, &S3::get_bucket_tagging,
                              on_bucket<GetBucketTagging>("s3:GetBucketTagging"));
  table.add<DeleteBucketTagging>(s3, &S3::delete_bucket_tagging,
                                 on_bucket<DeleteBucketTagging>("s3:PutBucketTagging"));
}

void register_access(S3& s3, OperationTable& table) {
  table.add<PutBucketPolicy>(s3, &S3::put_bucket_policy,
                             on_bucket<PutBucketPolicy>("s3:PutBucketPolicy"));
  table.add<GetBucketPolicy>(s3, &S3::get_bucket_policy,
                             on_bucket<GetBucketPolicy>("s3:GetBucketPolicy"));
  table.add<DeleteBucketPolicy>(s3, &S3::delete_bucket_policy,
                                on_bucket<DeleteBucketPolicy>("s3:DeleteBucketPolicy"));
  table.add<GetBucketPolicyStatus>(s3, &S3::get_bucket_policy_status,
                                   on_bucket<GetBucketPolicyStatus>("s3:GetBucketPolicyStatus"));
  table.add<PutPublicAccessBlock>(s3, &S3::put_public_access_block,
                                  on_bucket<PutPublicAccessBlock>("s3:PutBucketPublicAccessBlock"));
  table.add<GetPublicAccessBlock>(s3, &S3::get_public_access_block,
                                  on_bucket<GetPublicAccessBlock>("s3:GetBucketPublicAccessBlock"));
  table.add<DeletePublicAccessBlock>(
      s3, &S3::delete_public_access_block,
      on_bucket<DeletePublicAccessBlock>("s3:PutBucketPublicAccessBlock"));
  table.add<PutBucketOwnershipControls>(
      s3, &S3::put_bucket_ownership_controls,
      on_bucket<PutBucketOwnershipControls>("s3:PutBucketOwnershipControls"));
  table.add<GetBucketOwnershipControls>(
      s3, &S3::get_bucket_ownership_controls,
      on_bucket<GetBucketOwnershipControls>("s3:GetBucketOwnershipControls"));
  table.add<DeleteBucketOwnershipControls>(
      s3, &S3::delete_bucket_ownership_controls,
      on_bucket<DeleteBucketOwnershipControls>("s3:PutBucketOwnershipControls"));
}

void register_web(S3& s3, OperationTable& table) {
  table.add<PutBucketCors>(s3, &S3::put_bucket_cors, on_bucket<PutBucketCors>("s3:PutBucketCORS"));
  table.add<GetBucketCors>(s3, &S3::get_bucket_cors, on_bucket<GetBucketCors>("s3:GetBucketCORS"));
  table.add<DeleteBucketCors>(s3, &S3::delete_bucket_cors,
                              on_bucket<DeleteBucketCors>("s3:PutBucketCORS"));
  table.add<PutBucketWebsite>(s3, &S3::put_bucket_website,
                              on_bucket<PutBucketWebsite>("s3:PutBucketWebsite"));
  table.add<GetBucketWebsite>(s3, &S3::get_bucket_website,
                              on_bucket<GetBucketWebsite>("s3:GetBucketWebsite"));
  table.add<DeleteBucketWebsite>(s3, &S3::delete_bucket_website,
                                 on_bucket<DeleteBucketWebsite>("s3:DeleteBucketWebsite"));
}

// S3 tells visitors without credentials that a bucket does not exist; others are assumed to be told
// so too.
std::optional<Error> missing_bucket(const S3& s3, const Call& call, std::string_view arn) {
  if (!arn.starts_with(kArnPrefix) || call.operation.name.name == "CreateBucket") {
    return std::nullopt;
  }
  arn.remove_prefix(kArnPrefix.size());
  const std::string_view bucket = arn.substr(0, arn.find('/'));
  if (s3.find(bucket) != nullptr) return std::nullopt;
  return no_such_bucket(bucket);
}

}  // namespace

void register_operations(S3& s3, OperationTable& table) {
  table.add_service(
      {.name = "s3",
       .access_denied = &access_denied,
       .missing = [&s3](const Call& call,
                        std::string_view arn) { return missing_bucket(s3, call, arn); },
       .invalid = &invalid_shape});
  register_buckets(s3, table);
  register_objects(s3, table);
  register_access(s3, table);
  register_web(s3, table);
}

}  // namespace emu::s3
