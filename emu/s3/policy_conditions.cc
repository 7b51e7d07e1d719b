#include "s3/policy_conditions.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kService = "s3:";

// What an action must be for a key to concern it.
bool is_any(std::string_view) { return true; }

bool is_listing(std::string_view action) {
  return action == "s3:ListBucket" || action == "s3:ListBucketVersions";
}

// What a request says of what it writes.
bool is_no_read(std::string_view action) {
  return !action.starts_with("s3:Get") && !action.starts_with("s3:List");
}
bool is_write(std::string_view action) {
  return is_no_read(action) && !action.starts_with("s3:Delete");
}

// Tags are in requests that store an object or its tags.
bool writes_tags(std::string_view action) {
  static constexpr std::array<std::string_view, 4> kOthers = {
      "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:PutObjectRetention",
      "s3:PutObjectLegalHold"};
  return is_write(action) && std::find(kOthers.begin(), kOthers.end(), action) == kOthers.end();
}

// The tags of an object are not looked at when it is replaced, deleted or locked.
bool looks_at_tags(std::string_view action) {
  static constexpr std::array<std::string_view, 8> kOthers = {
      "s3:PutObject",           "s3:DeleteObject",
      "s3:DeleteObjectVersion", "s3:GetObjectRetention",
      "s3:PutObjectRetention",  "s3:GetObjectLegalHold",
      "s3:PutObjectLegalHold",  "s3:BypassGovernanceRetention"};
  return is_object_action(action) &&
         std::find(kOthers.begin(), kOthers.end(), action) == kOthers.end();
}

struct Key {
  std::string_view name;  // of tags: with the slash before the tag's name
  bool (*concerns)(std::string_view action);
};

constexpr std::array kKeys = {
    Key{"s3:AccessGrantsInstanceArn", is_any},
    Key{"s3:AccessPointNetworkOrigin", is_any},
    Key{"s3:AccessPointTag/", is_any},
    Key{"s3:authType", is_any},
    Key{"s3:BucketTag/", is_any},
    Key{"s3:DataAccessPointAccount", is_any},
    Key{"s3:DataAccessPointArn", is_any},
    Key{"s3:delimiter", is_listing},
    Key{"s3:DestinationRegion", is_any},
    Key{"s3:ExistingJobOperation", is_any},
    Key{"s3:ExistingJobPriority", is_any},
    Key{"s3:ExistingObjectTag/", looks_at_tags},
    Key{"s3:if-match", is_no_read},
    Key{"s3:if-none-match", is_write},
    Key{"s3:InventoryAccessibleOptionalFields", is_any},
    Key{"s3:isReplicationPauseRequest", is_any},
    Key{"s3:JobSuspendedCause", is_any},
    Key{"s3:LocationConstraint", is_any},
    Key{"s3:max-keys", is_listing},
    Key{"s3:object-lock-legal-hold", is_write},
    Key{"s3:object-lock-mode", is_write},
    Key{"s3:object-lock-remaining-retention-days", is_write},
    Key{"s3:object-lock-retain-until-date", is_write},
    Key{"s3:ObjectCreationOperation", is_write},
    Key{"s3:prefix", is_listing},
    Key{"s3:RequestJobOperation", is_any},
    Key{"s3:RequestJobPriority", is_any},
    Key{"s3:RequestObjectTag/", writes_tags},
    Key{"s3:RequestObjectTagKeys", writes_tags},
    Key{"s3:ResourceAccount", is_any},
    Key{"s3:signatureAge", is_any},
    Key{"s3:signatureversion", is_any},
    Key{"s3:TlsVersion", is_any},
    Key{"s3:VersionId", is_object_action},
    Key{"s3:x-amz-acl", is_write},
    Key{"s3:x-amz-content-sha256", is_any},
    Key{"s3:x-amz-copy-source", is_write},
    Key{"s3:x-amz-grant-full-control", is_write},
    Key{"s3:x-amz-grant-read", is_write},
    Key{"s3:x-amz-grant-read-acp", is_write},
    Key{"s3:x-amz-grant-write", is_write},
    Key{"s3:x-amz-grant-write-acp", is_write},
    Key{"s3:x-amz-metadata-directive", is_write},
    Key{"s3:x-amz-object-ownership", is_write},
    Key{"s3:x-amz-server-side-encryption", is_write},
    Key{"s3:x-amz-server-side-encryption-aws-kms-key-id", is_write},
    Key{"s3:x-amz-server-side-encryption-customer-algorithm", is_write},
    Key{"s3:x-amz-storage-class", is_write},
    Key{"s3:x-amz-website-redirect-location", is_write},
};

// Keys are written in any case.
bool is_named(const Key& key, std::string_view written) {
  if (!key.name.ends_with('/')) return equal_ignoring_case(key.name, written);
  return written.size() > key.name.size() &&
         equal_ignoring_case(key.name, written.substr(0, key.name.size()));
}

bool is_of_s3(std::string_view key) {
  return equal_ignoring_case(key.substr(0, kService.size()), kService);
}

}  // namespace

bool is_object_action(std::string_view action) {
  static constexpr std::array<std::string_view, 4> kOthers = {
      "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:BypassGovernanceRetention",
      "s3:RestoreObject"};
  if (std::find(kOthers.begin(), kOthers.end(), action) != kOthers.end()) return true;
  return action.find("Object") != action.npos && action.find("Bucket") == action.npos;
}

Status check_conditions(const policy::Statement& statement) {
  for (const policy::Condition& condition : statement.conditions) {
    // Those of other services are named with them: "aws:SourceIp", "sts:ExternalId".
    if (condition.key.find(':') != condition.key.npos && !is_of_s3(condition.key)) continue;
    const auto* const key = std::find_if(
        kKeys.begin(), kKeys.end(), [&](const Key& each) { return is_named(each, condition.key); });
    if (key == kKeys.end()) return malformed_policy("Policy has an invalid condition key");
    if (statement.action->is_negated) continue;
    for (const std::string& action : statement.action->names) {
      if (action.find_first_of("*?") != action.npos || key->concerns(action)) continue;
      return malformed_policy(
          "Conditions do not apply to combination of actions and resources in statement");
    }
  }
  return {};
}

}  // namespace emu::s3
