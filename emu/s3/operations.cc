// What S3 answers, and the permission that each operation needs.
// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
#include "s3/operations.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "s3/acl.h"
#include "s3/copy_source.h"
#include "s3/errors.h"
#include "s3/http/front.h"
#include "s3/permissions.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

template <class Op>
void add_tag_need(const Op& in, std::vector<AccessNeed>& out) {
  out.push_back({.action = "s3:PutObjectTagging", .resource = object_arn_of(in.bucket, in.key)});
}

// Who sets a list needs the permission for that too.
template <class Op>
void add_acl_need(const Op& in, std::vector<AccessNeed>& out) {
  if (acl_of(in).is_empty()) return;
  out.push_back({.action = "s3:PutObjectAcl", .resource = object_arn_of(in.bucket, in.key)});
}

// What an object's lock asks for besides.
template <class Op>
void add_lock_needs(const Op& in, std::vector<AccessNeed>& out) {
  const auto need = [&](std::string_view action) {
    out.push_back({.action = action, .resource = object_arn_of(in.bucket, in.key)});
  };
  if (!in.object_lock_mode.empty() || in.object_lock_retain_until_date) {
    need("s3:PutObjectRetention");
  }
  if (!in.object_lock_legal_hold_status.empty()) need("s3:PutObjectLegalHold");
}

template <class Op>
void put_needs(const Call&, const Op& in, std::vector<AccessNeed>& out) {
  add_lock_needs(in, out);
  if (!in.tagging.empty()) add_tag_need(in, out);
  add_acl_need(in, out);
}

template <class Op>
void add_source_need(const Op& in, std::vector<AccessNeed>& out) {
  const auto source = parse_copy_source(in.copy_source);
  if (!source) return;
  out.push_back({.action = by_version(*source, "s3:GetObject", "s3:GetObjectVersion"),
                 .resource = object_arn_of(source->bucket, source->key),
                 .conditions = version_keys(source->version_id)});
}

// Tags that a copy takes along are asked for when the source is known to have some.
void copy_needs(const Call&, const CopyObject& in, std::vector<AccessNeed>& out) {
  add_lock_needs(in, out);
  add_source_need(in, out);
  if (in.tagging_directive == "REPLACE") add_tag_need(in, out);
  add_acl_need(in, out);
}

void attributes_needs(const Call&, const GetObjectAttributes& in, std::vector<AccessNeed>& out) {
  out.push_back(
      {.action = by_version(in, "s3:GetObjectAttributes", "s3:GetObjectVersionAttributes"),
       .resource = object_arn_of(in.bucket, in.key)});
}

void create_needs(const Call&, const CreateBucket& in, std::vector<AccessNeed>& out) {
  const auto need = [&](std::string_view action) {
    out.push_back({.action = action, .resource = bucket_arn_of(in.bucket)});
  };
  const AclRequest acl = acl_of(in);
  if (!acl.is_empty() && acl.canned != "private") need("s3:PutBucketAcl");
  if (!in.object_ownership.empty()) need("s3:PutBucketOwnershipControls");
  if (in.object_lock_enabled_for_bucket.value_or(false)) {
    need("s3:PutBucketObjectLockConfiguration");
    need("s3:PutBucketVersioning");
  }
  if (in.create_bucket_configuration && !in.create_bucket_configuration->tags.empty()) {
    need("s3:TagResource");
  }
}

void create_keys(const Call& call, const CreateBucket& in, std::vector<ConditionValue>& out) {
  request_keys(call, in, out);
  if (!in.create_bucket_configuration) return;
  KeyList(out).add("s3:LocationConstraint", in.create_bucket_configuration->location_constraint);
}

// The ETag that a condition asks for is read.
// Source: Amazon S3 User Guide, "How to perform conditional deletes".
void delete_needs(const Call&, const DeleteObject& in, std::vector<AccessNeed>& out) {
  if (in.if_match.empty() || in.if_match == "*") return;
  out.push_back({.action = "s3:GetObject", .resource = object_arn_of(in.bucket, in.key)});
}

void register_objects(S3& s3, OperationTable& table) {
  table.add<PutObject>(s3, &S3::put_object,
                       {.resource = &object_arn,
                        .conditions = &request_keys<PutObject>,
                        .also = &put_needs<PutObject>});
  table.add<CopyObject>(s3, &S3::copy_object,
                        {.resource = &object_arn,
                         .conditions = &request_keys<CopyObject>,
                         .also = &copy_needs,
                         .action = "s3:PutObject"});
  table.add<GetObject>(s3, &S3::get_object,
                       {.resource = &object_arn,
                        .conditions = &request_keys<GetObject>,
                        .action_of = [](const GetObject& in) {
                          return by_version(in, "s3:GetObject", "s3:GetObjectVersion");
                        }});
  table.add<HeadObject>(s3, &S3::head_object,
                        {.resource = &object_arn,
                         .conditions = &request_keys<HeadObject>,
                         .action = "s3:GetObject",
                         .action_of = [](const HeadObject& in) {
                           return by_version(in, "s3:GetObject", "s3:GetObjectVersion");
                         }});
  table.add<GetObjectAttributes>(s3, &S3::get_object_attributes,
                                 {.resource = &object_arn,
                                  .conditions = &request_keys<GetObjectAttributes>,
                                  .also = &attributes_needs,
                                  .action_of = [](const GetObjectAttributes& in) {
                                    return by_version(in, "s3:GetObject", "s3:GetObjectVersion");
                                  }});
  table.add<DeleteObject>(s3, &S3::delete_object,
                          {.resource = &object_arn,
                           .conditions = &request_keys<DeleteObject>,
                           .also = &delete_needs,
                           .action_of = [](const DeleteObject& in) {
                             return by_version(in, "s3:DeleteObject", "s3:DeleteObjectVersion");
                           }});
  // Each key is authorised by itself.
  table.add<DeleteObjects>(s3, &S3::delete_objects,
                           {.resource = &bucket_arn, .action = kNoPermission});
  table.add<ListObjectsV2>(s3, &S3::list_objects_v2,
                           {.resource = &bucket_arn,
                            .conditions = &request_keys<ListObjectsV2>,
                            .action = "s3:ListBucket"});
  table.add<ListObjects>(s3, &S3::list_objects,
                         {.resource = &bucket_arn,
                          .conditions = &request_keys<ListObjects>,
                          .action = "s3:ListBucket"});
}

void part_copy_needs(const Call&, const UploadPartCopy& in, std::vector<AccessNeed>& out) {
  add_source_need(in, out);
}

// Source: Amazon S3 User Guide, "Multipart upload API and permissions".
void register_multipart(S3& s3, OperationTable& table) {
  table.add<CreateMultipartUpload>(s3, &S3::create_multipart_upload,
                                   {.resource = &object_arn,
                                    .conditions = &request_keys<CreateMultipartUpload>,
                                    .also = &put_needs<CreateMultipartUpload>,
                                    .action = "s3:PutObject"});
  table.add<UploadPart>(
      s3, &S3::upload_part,
      {.resource = &object_arn, .conditions = &request_keys<UploadPart>, .action = "s3:PutObject"});
  table.add<UploadPartCopy>(s3, &S3::upload_part_copy,
                            {.resource = &object_arn,
                             .conditions = &request_keys<UploadPartCopy>,
                             .also = &part_copy_needs,
                             .action = "s3:PutObject"});
  table.add<CompleteMultipartUpload>(s3, &S3::complete_multipart_upload,
                                     {.resource = &object_arn,
                                      .conditions = &request_keys<CompleteMultipartUpload>,
                                      .action = "s3:PutObject"});
  table.add<AbortMultipartUpload>(s3, &S3::abort_multipart_upload, {&object_arn});
  table.add<ListParts>(s3, &S3::list_parts,
                       {.resource = &object_arn, .action = "s3:ListMultipartUploadParts"});
  table.add<ListMultipartUploads>(s3, &S3::list_multipart_uploads,
                                  {.resource = &bucket_arn,
                                   .conditions = &request_keys<ListMultipartUploads>,
                                   .action = "s3:ListBucketMultipartUploads"});
}

void register_tags(S3& s3, OperationTable& table) {
  table.add<PutObjectTagging>(s3, &S3::put_object_tagging,
                              {.resource = &object_arn,
                               .conditions = &request_keys<PutObjectTagging>,
                               .action_of = [](const PutObjectTagging& in) {
                                 return by_version(in, "s3:PutObjectTagging",
                                                   "s3:PutObjectVersionTagging");
                               }});
  table.add<GetObjectTagging>(s3, &S3::get_object_tagging,
                              {.resource = &object_arn,
                               .conditions = &request_keys<GetObjectTagging>,
                               .action_of = [](const GetObjectTagging& in) {
                                 return by_version(in, "s3:GetObjectTagging",
                                                   "s3:GetObjectVersionTagging");
                               }});
  table.add<DeleteObjectTagging>(s3, &S3::delete_object_tagging,
                                 {.resource = &object_arn,
                                  .conditions = &request_keys<DeleteObjectTagging>,
                                  .action_of = [](const DeleteObjectTagging& in) {
                                    return by_version(in, "s3:DeleteObjectTagging",
                                                      "s3:DeleteObjectVersionTagging");
                                  }});
  table.add<PutBucketTagging>(s3, &S3::put_bucket_tagging, {&bucket_arn});
  table.add<GetBucketTagging>(s3, &S3::get_bucket_tagging, {&bucket_arn});
  table.add<DeleteBucketTagging>(s3, &S3::delete_bucket_tagging,
                                 {.resource = &bucket_arn, .action = "s3:PutBucketTagging"});
}

void register_buckets(S3& s3, OperationTable& table) {
  table.add<CreateBucket>(
      s3, &S3::create_bucket,
      {.resource = &bucket_arn, .conditions = &create_keys, .also = &create_needs});
  table.add<HeadBucket>(s3, &S3::head_bucket, {.resource = &bucket_arn, .action = "s3:ListBucket"});
  table.add<ListBuckets>(s3, &S3::list_buckets, {.action = "s3:ListAllMyBuckets"});
  table.add<DeleteBucket>(s3, &S3::delete_bucket, {&bucket_arn});
  table.add<GetBucketLocation>(s3, &S3::get_bucket_location, {&bucket_arn});
}

void register_versions(S3& s3, OperationTable& table) {
  table.add<PutBucketVersioning>(s3, &S3::put_bucket_versioning, {&bucket_arn});
  table.add<GetBucketVersioning>(s3, &S3::get_bucket_versioning, {&bucket_arn});
  table.add<ListObjectVersions>(s3, &S3::list_object_versions,
                                {.resource = &bucket_arn,
                                 .conditions = &request_keys<ListObjectVersions>,
                                 .action = "s3:ListBucketVersions"});
}

void register_locks(S3& s3, OperationTable& table) {
  table.add<PutObjectLockConfiguration>(
      s3, &S3::put_object_lock_configuration,
      {.resource = &bucket_arn, .action = "s3:PutBucketObjectLockConfiguration"});
  table.add<GetObjectLockConfiguration>(
      s3, &S3::get_object_lock_configuration,
      {.resource = &bucket_arn, .action = "s3:GetBucketObjectLockConfiguration"});
  table.add<PutObjectRetention>(
      s3, &S3::put_object_retention,
      {.resource = &object_arn, .conditions = &request_keys<PutObjectRetention>});
  table.add<GetObjectRetention>(
      s3, &S3::get_object_retention,
      {.resource = &object_arn, .conditions = &request_keys<GetObjectRetention>});
  table.add<PutObjectLegalHold>(
      s3, &S3::put_object_legal_hold,
      {.resource = &object_arn, .conditions = &request_keys<PutObjectLegalHold>});
  table.add<GetObjectLegalHold>(
      s3, &S3::get_object_legal_hold,
      {.resource = &object_arn, .conditions = &request_keys<GetObjectLegalHold>});
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

void register_acls(S3& s3, OperationTable& table) {
  table.add<PutBucketAcl>(s3, &S3::put_bucket_acl,
                          {.resource = &bucket_arn, .conditions = &request_keys<PutBucketAcl>});
  table.add<GetBucketAcl>(s3, &S3::get_bucket_acl, {&bucket_arn});
  table.add<PutObjectAcl>(s3, &S3::put_object_acl,
                          {.resource = &object_arn,
                           .conditions = &request_keys<PutObjectAcl>,
                           .action_of = [](const PutObjectAcl& in) {
                             return by_version(in, "s3:PutObjectAcl", "s3:PutObjectVersionAcl");
                           }});
  table.add<GetObjectAcl>(s3, &S3::get_object_acl,
                          {.resource = &object_arn,
                           .conditions = &request_keys<GetObjectAcl>,
                           .action_of = [](const GetObjectAcl& in) {
                             return by_version(in, "s3:GetObjectAcl", "s3:GetObjectVersionAcl");
                           }});
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
// so too. Why somebody is refused, callers of the bucket's own account are told only.
// Source: Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors in Amazon S3".
std::optional<Error> S3::instead_of_reason(const Call& call, std::string_view resource) const {
  const std::string_view name = name_of_arn(resource).bucket;
  if (name.empty() || call.operation.name.name == "CreateBucket") return std::nullopt;
  const StoredBucket* bucket = find(name);
  if (bucket == nullptr) return no_such_bucket(name);
  if (is_outside(call.caller, bucket->account)) return access_denied();
  return std::nullopt;
}

bool S3::leaves_to_account(const Caller& caller, std::string_view action,
                           std::string_view resource) const {
  return access_.leaves_to_account(caller.account, action, resource);
}

void S3::add_to(OperationTable& table) {
  register_buckets(*this, table);
  register_objects(*this, table);
  register_versions(*this, table);
  register_locks(*this, table);
  register_multipart(*this, table);
  register_tags(*this, table);
  register_access(*this, table);
  register_acls(*this, table);
  register_web(*this, table);
  register_configurations(*this, table);
  front_ = make_front(world_, *this, table);
  world_.interfaces().add<HttpFront>(*front_);
}

}  // namespace emu::s3
