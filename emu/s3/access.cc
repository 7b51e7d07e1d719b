#include "s3/access.h"

#include <algorithm>
#include <array>
#include <string>

#include "s3/acl.h"
#include "s3/arn.h"
#include "s3/errors.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

// A bucket that is to be made has neither owner nor policy, even if there is one of that name.
bool concerns_existing(std::string_view action) { return action != "s3:CreateBucket"; }

// Source: Amazon S3 API Reference, "PutBucketPolicy": the root of the owner's account is never
// denied these.
bool is_about_policy(std::string_view action) {
  static constexpr std::array<std::string_view, 3> kActions = {
      "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"};
  return std::find(kActions.begin(), kActions.end(), action) != kActions.end();
}

// Source: Amazon S3 User Guide, "Tagging and access control policies" (s3:ExistingObjectTag).
bool is_blind_to_tags(std::string_view action) {
  return action == "s3:PutObject" || action == "s3:DeleteObject" ||
         action == "s3:DeleteObjectVersion";
}

// A policy that lets the public in then serves the account itself and AWS's services only.
// Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage".
bool is_restricted(const StoredBucket& bucket) {
  return bucket.policy_is_public && bucket.public_access_block &&
         bucket.public_access_block->restrict_public_buckets;
}

// The permission of a list that gives an action. Source: Amazon S3 User Guide, "Access control list
// (ACL) overview" (Mapping of ACL permissions and access policy permissions).
struct ListedAction {
  std::string_view action;
  std::string_view permission;
  bool is_of_object = false;
};
constexpr std::array kListedActions = {
    ListedAction{"s3:ListBucket", "READ"},
    ListedAction{"s3:ListBucketVersions", "READ"},
    ListedAction{"s3:ListBucketMultipartUploads", "READ"},
    ListedAction{"s3:PutObject", "WRITE"},
    ListedAction{"s3:DeleteObject", "WRITE"},
    ListedAction{"s3:GetBucketAcl", "READ_ACP"},
    ListedAction{"s3:PutBucketAcl", "WRITE_ACP"},
    ListedAction{"s3:GetObject", "READ", true},
    ListedAction{"s3:GetObjectVersion", "READ", true},
    ListedAction{"s3:GetObjectAcl", "READ_ACP", true},
    ListedAction{"s3:GetObjectVersionAcl", "READ_ACP", true},
    ListedAction{"s3:PutObjectAcl", "WRITE_ACP", true},
    ListedAction{"s3:PutObjectVersionAcl", "WRITE_ACP", true},
};

const ListedAction* find_listed(std::string_view action) {
  const auto found = std::find_if(kListedActions.begin(), kListedActions.end(),
                                  [&](const ListedAction& each) { return each.action == action; });
  return found == kListedActions.end() ? nullptr : &*found;
}

// The version that a request names, or the current one.
const StoredObject* find_object(StoredBucket& bucket, const AccessRequest& request) {
  const std::string_view key = name_of_arn(request.resource).key;
  for (const ConditionValue& value : request.context) {
    if (value.key == "s3:VersionId") return find_version(bucket, key, value.values.front()).object;
  }
  return current_object(bucket, key);
}

AccessGrant granted_by_bucket(const StoredBucket& bucket, std::string_view permission,
                              const Caller& caller) {
  return granted(
      bucket.grants, canonical_user_id(bucket.account),
      {.caller = caller, .permission = permission, .ignores_public = ignores_public_acls(bucket)});
}

AccessGrant granted_by_object(const StoredBucket& bucket, const StoredObject& object,
                              std::string_view permission, const Caller& caller) {
  return granted(
      object.extras == nullptr ? std::optional<Grants>() : object.extras->grants,
      canonical_user_id(owner_of(bucket, object)),
      {.caller = caller, .permission = permission, .ignores_public = ignores_public_acls(bucket)});
}

// To write to a bucket lets others than its owner delete what is theirs.
bool may_be_deleted(const StoredBucket& bucket, const StoredObject* object, const Caller& caller) {
  if (!is_outside(caller, bucket.account)) return true;
  return object != nullptr && caller.kind != Caller::Kind::kAnonymous &&
         owner_of(bucket, *object) == caller.account;
}

// What a list adds to the terms. An object of another account than the bucket's is that account's:
// the bucket's policy can deny it, and allow it no one.
void add_list(StoredBucket& bucket, const AccessRequest& request, ResourceTerms& terms) {
  const ListedAction* listed = find_listed(request.action);
  if (listed == nullptr) return;
  const Caller& caller = request.caller;
  if (!listed->is_of_object) {
    if (request.action == "s3:DeleteObject" &&
        !may_be_deleted(bucket, find_object(bucket, request), caller)) {
      return;
    }
    terms.grant = granted_by_bucket(bucket, listed->permission, caller);
    return;
  }
  // The list of an object that is still to be stored belongs to whoever may store it.
  const bool is_put = listed->permission == "WRITE_ACP" && request.operation != "PutObjectAcl";
  if (is_put) {
    terms.grant = granted_by_bucket(bucket, "WRITE", caller);
    return;
  }
  const StoredObject* object = find_object(bucket, request);
  if (object == nullptr) {
    // That it does not exist, those are told who may list the bucket.
    terms.grant = granted_by_bucket(bucket, "READ", caller);
    return;
  }
  const std::string_view owner = owner_of(bucket, *object);
  if (owner != bucket.account) {
    terms.owner = owner;
    terms.policy_only_denies = true;
  }
  terms.grant = granted_by_object(bucket, *object, listed->permission, caller);
}

}  // namespace

bool is_outside(const Caller& caller, std::string_view account) {
  if (caller.kind == Caller::Kind::kService) return false;
  return caller.kind == Caller::Kind::kAnonymous || caller.account != account;
}

Status check_payer(const Caller& caller, const StoredBucket& bucket, std::string_view payer) {
  if (bucket.payer != "Requester" || !is_outside(caller, bucket.account)) return {};
  // Nobody can be charged for what nobody signed.
  const bool pays = payer == "requester" && caller.kind != Caller::Kind::kAnonymous;
  return pays ? Status() : Status(access_denied());
}

StoredBucket* BucketAccess::find(std::string_view arn) const {
  const auto found = buckets_.find(name_of_arn(arn).bucket);
  return found == buckets_.end() ? nullptr : &found->second;
}

ResourceTerms BucketAccess::terms(const AccessRequest& request) const {
  StoredBucket* bucket = find(request.resource);
  if (bucket == nullptr || !concerns_existing(request.action)) return {};
  ResourceTerms terms{
      .policy = bucket->policy,
      .owner = bucket->account,
      .policy_only_denies = is_restricted(*bucket) && is_outside(request.caller, bucket->account)};
  if (!bucket->acls_disabled()) add_list(*bucket, request, terms);
  return terms;
}

void BucketAccess::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  StoredBucket* bucket = find(request.resource);
  if (bucket == nullptr) return;
  out.push_back({.key = "aws:ResourceAccount", .values = {bucket->account}});
  out.push_back({.key = "s3:ResourceAccount", .values = {bucket->account}});
  if (name_of_arn(request.resource).key.empty() || is_blind_to_tags(request.action)) return;
  const StoredObject* object = find_object(*bucket, request);
  if (object == nullptr) return;
  for (const Tag& tag : object->tags) {
    out.push_back({.key = "s3:ExistingObjectTag/" + tag.key, .values = {tag.value}});
  }
}

bool BucketAccess::leaves_to_account(std::string_view account, std::string_view action,
                                     std::string_view resource) const {
  const StoredBucket* bucket = find(resource);
  if (bucket == nullptr || !concerns_existing(action)) return true;
  if (bucket->account != account) return false;
  const bool holds_foreign_objects = bucket->has_foreign_objects && !bucket->acls_disabled();
  if (bucket->policy == nullptr && !holds_foreign_objects) return true;
  return is_about_policy(action);
}

}  // namespace emu::s3
