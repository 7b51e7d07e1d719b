// What S3 answers, and the permission that each operation needs.
// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "s3/copy_source.h"
#include "s3/errors.h"
#include "s3/http/front.h"
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

void register_objects(S3& s3, OperationTable& table) {
  table.add<PutObject>(
      s3, &S3::put_object,
      {.resource = &object_arn, .conditions = &write_conditions<PutObject>, .also = &put_needs});
  table.add<CopyObject>(s3, &S3::copy_object,
                        {.resource = &object_arn,
                         .conditions = &write_conditions<CopyObject>,
                         .also = &copy_needs,
                         .action = "s3:PutObject"});
  table.add<GetObject>(s3, &S3::get_object, {&object_arn});
  table.add<HeadObject>(s3, &S3::head_object, {.resource = &object_arn, .action = "s3:GetObject"});
  table.add<DeleteObject>(s3, &S3::delete_object, {.resource = &object_arn, .also = &delete_needs});
  // Each key is authorised by itself.
  table.add<DeleteObjects>(s3, &S3::delete_objects,
                           {.resource = &bucket_arn, .action = kNoPermission});
  table.add<ListObjectsV2>(s3, &S3::list_objects_v2,
                           {.resource = &bucket_arn,
                            .conditions = &list_conditions<ListObjectsV2>,
                            .action = "s3:ListBucket"});
  table.add<ListObjects>(s3, &S3::list_objects,
                         {.resource = &bucket_arn,
                          .conditions = &list_conditions<ListObjects>,
                          .action = "s3:ListBucket"});
  table.add<PutObjectTagging>(s3, &S3::put_object_tagging, {&object_arn});
  table.add<GetObjectTagging>(s3, &S3::get_object_tagging, {&object_arn});
  table.add<DeleteObjectTagging>(s3, &S3::delete_object_tagging, {&object_arn});
}

void register_buckets(S3& s3, OperationTable& table) {
  table.add<CreateBucket>(s3, &S3::create_bucket, {&bucket_arn});
  table.add<HeadBucket>(s3, &S3::head_bucket, {.resource = &bucket_arn, .action = "s3:ListBucket"});
  table.add<ListBuckets>(s3, &S3::list_buckets, {.action = "s3:ListAllMyBuckets"});
  table.add<DeleteBucket>(s3, &S3::delete_bucket, {&bucket_arn});
  table.add<GetBucketLocation>(s3, &S3::get_bucket_location, {&bucket_arn});
  table.add<GetBucketVersioning>(s3, &S3::get_bucket_versioning, {&bucket_arn});
  table.add<PutBucketTagging>(s3, &S3::put_bucket_tagging, {&bucket_arn});
  table.add<GetBucketTagging>(s3, &S3::get_bucket_tagging, {&bucket_arn});
  table.add<DeleteBucketTagging>(s3, &S3::delete_bucket_tagging,
                                 {.resource = &bucket_arn, .action = "s3:PutBucketTagging"});
}

void register_access(S3& s3, OperationTable& table) {
  table.add<PutBucketPolicy>(s3, &S3::put_bucket_policy, {&bucket_arn});
  table.add<GetBucketPolicy>(s3, &S3::get_bucket_policy, {&bucket_arn});
  table.add<DeleteBucketPolicy>(s3, &S3::delete_bucket_policy, {&bucket_arn});
  table.add<GetBucketPolicyStatus>(s3, &S3::get_bucket_policy_status, {&bucket_arn});
  table.add<PutPublicAccessBlock>(
      s3, &S3::put_public_access_block,
      {.resource = &bucket_arn, .action = "s3:PutBucketPublicAccessBlock"});
  table.add<GetPublicAccessBlock>(
      s3, &S3::get_public_access_block,
      {.resource = &bucket_arn, .action = "s3:GetBucketPublicAccessBlock"});
  table.add<DeletePublicAccessBlock>(
      s3, &S3::delete_public_access_block,
      {.resource = &bucket_arn, .action = "s3:PutBucketPublicAccessBlock"});
  table.add<PutBucketOwnershipControls>(s3, &S3::put_bucket_ownership_controls, {&bucket_arn});
  table.add<GetBucketOwnershipControls>(s3, &S3::get_bucket_ownership_controls, {&bucket_arn});
  table.add<DeleteBucketOwnershipControls>(
      s3, &S3::delete_bucket_ownership_controls,
      {.resource = &bucket_arn, .action = "s3:PutBucketOwnershipControls"});
}

void register_web(S3& s3, OperationTable& table) {
  table.add<PutBucketCors>(s3, &S3::put_bucket_cors,
                           {.resource = &bucket_arn, .action = "s3:PutBucketCORS"});
  table.add<GetBucketCors>(s3, &S3::get_bucket_cors,
                           {.resource = &bucket_arn, .action = "s3:GetBucketCORS"});
  table.add<DeleteBucketCors>(s3, &S3::delete_bucket_cors,
                              {.resource = &bucket_arn, .action = "s3:PutBucketCORS"});
  table.add<PutBucketWebsite>(s3, &S3::put_bucket_website, {&bucket_arn});
  table.add<GetBucketWebsite>(s3, &S3::get_bucket_website, {&bucket_arn});
  table.add<DeleteBucketWebsite>(s3, &S3::delete_bucket_website, {&bucket_arn});
}

}  // namespace

// S3 tells visitors without credentials that a bucket does not exist; others are assumed to be told
// so too.
std::optional<Error> S3::missing(const Call& call, std::string_view resource) const {
  if (!resource.starts_with(kArnPrefix) || call.operation.name.name == "CreateBucket") {
    return std::nullopt;
  }
  resource.remove_prefix(kArnPrefix.size());
  const std::string_view bucket = resource.substr(0, resource.find('/'));
  if (find(bucket) != nullptr) return std::nullopt;
  return no_such_bucket(bucket);
}

void S3::add_to(OperationTable& table) {
  register_buckets(*this, table);
  register_objects(*this, table);
  register_access(*this, table);
  register_web(*this, table);
  front_ = make_front(world_, *this, table);
  world_.interfaces().add<HttpFront>(*front_);
}

}  // namespace emu::s3
