// What an operation says of its request to those who decide about it: the resource, and the
// condition keys of Amazon S3.
//
//   table.add<GetObject>(s3, &S3::get_object,
//                        {.resource = &object_arn, .conditions = &request_keys<GetObject>,
//                         .action_of = [](const GetObject& in) {
//                           return by_version(in, "s3:GetObject", "s3:GetObjectVersion"); }});
//
// Keys of the resource are in access.h, those of how the request came in in http/request_keys.h.
// Sources: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3";
// Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "s3/acl.h"
#include "s3/arn.h"
#include "s3/tags.h"

namespace emu::s3 {

template <class Op>
std::string bucket_arn(const Call&, const Op& in) {
  return bucket_arn_of(in.bucket);
}

template <class Op>
std::string object_arn(const Call& call, const Op& in) {
  return object_arn_of(in.bucket, in.key, call.spare_text());
}

// An action on an object, which is another one when the request names a version.
template <class Op>
std::string_view by_version(const Op& in, std::string_view current, std::string_view version) {
  return in.version_id.empty() ? current : version;
}

// A list of keys that grows by those that the request has.
class KeyList {
 public:
  explicit KeyList(std::vector<ConditionValue>& out) : out_(out) {}

  void add(std::string_view key, std::string_view value) {
    if (!value.empty()) out_.push_back({.key = std::string(key), .values = {std::string(value)}});
  }
  // With s3:RequestObjectTagKeys.
  void add_tags(const std::vector<Tag>& tags);
  void add_tag_header(std::string_view header);
  void add_acl(const AclRequest& acl);
  // The days that remain are rounded up.
  void add_retention(std::string_view mode, const std::optional<Time>& until, Time now);

 private:
  std::vector<ConditionValue>& out_;
};

// s3:VersionId alone, for one object of several.
std::vector<ConditionValue> version_keys(std::string_view version_id);

// All keys that S3 knows of members that the operation has.
template <class Op>
void request_keys(const Call& call, const Op& in, std::vector<ConditionValue>& out) {
  KeyList keys(out);
  if constexpr (requires { in.version_id; }) keys.add("s3:VersionId", in.version_id);
  // Listings
  if constexpr (requires { in.delimiter; }) {
    out.push_back({.key = "s3:prefix", .values = {in.prefix}});
    keys.add("s3:delimiter", in.delimiter);
  }
  if constexpr (requires { in.max_keys; }) {
    if (in.max_keys) keys.add("s3:max-keys", std::to_string(*in.max_keys));
  }
  // Access
  if constexpr (requires { in.grant_read_acp; }) keys.add_acl(acl_of(in));
  if constexpr (requires { in.object_ownership; }) {
    keys.add("s3:x-amz-object-ownership", in.object_ownership);
  }
  // Writing
  if constexpr (requires { in.storage_class; }) {
    keys.add("s3:x-amz-storage-class", in.storage_class);
  }
  if constexpr (requires { in.server_side_encryption; }) {
    keys.add("s3:x-amz-server-side-encryption", in.server_side_encryption);
    keys.add("s3:x-amz-server-side-encryption-aws-kms-key-id", in.sse_kms_key_id);
  }
  if constexpr (requires { in.sse_customer_algorithm; }) {
    keys.add("s3:x-amz-server-side-encryption-customer-algorithm", in.sse_customer_algorithm);
  }
  if constexpr (requires { in.website_redirect_location; }) {
    keys.add("s3:x-amz-website-redirect-location", in.website_redirect_location);
  }
  if constexpr (requires { in.copy_source; }) keys.add("s3:x-amz-copy-source", in.copy_source);
  if constexpr (requires { in.metadata_directive; }) {
    keys.add("s3:x-amz-metadata-directive", in.metadata_directive);
  }
  if constexpr (requires { in.if_match; }) keys.add("s3:if-match", in.if_match);
  if constexpr (requires { in.if_none_match; }) keys.add("s3:if-none-match", in.if_none_match);
  // Tags of objects: as a header, or as a document
  if constexpr (requires { in.tagging.tag_set; }) {
    if constexpr (requires { in.key; }) keys.add_tags(in.tagging.tag_set);
  } else if constexpr (requires { in.tagging; }) {
    keys.add_tag_header(in.tagging);
  }
  // Object lock
  if constexpr (requires { in.object_lock_mode; }) {
    keys.add_retention(in.object_lock_mode, in.object_lock_retain_until_date, call.started);
    keys.add("s3:object-lock-legal-hold", in.object_lock_legal_hold_status);
  }
  if constexpr (requires { in.retention.retain_until_date; }) {
    keys.add_retention(in.retention.mode, in.retention.retain_until_date, call.started);
  }
  if constexpr (requires { in.legal_hold.status; }) {
    keys.add("s3:object-lock-legal-hold", in.legal_hold.status);
  }
}

}  // namespace emu::s3
