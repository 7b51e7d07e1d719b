#include <emu/s3/buckets.h>
#include <emu/s3/cors.h>
#include <emu/s3/encryption.h>
#include <emu/s3/lifecycle.h>
#include <emu/s3/notifications.h>
#include <emu/s3/policies.h>
#include <emu/s3/tagging.h>
#include <emu/s3/versions.h>
#include <emu/s3/websites.h>
#include <fmt/format.h>

#include "cloudformation/resource_type.h"
#include "cloudformation/types/existing.h"
#include "cloudformation/types/s3_bucket_settings.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kBucketNameMax = 63;

Status check_bucket(const Json& properties) {
  return check_properties(
      properties, {"BucketName", "AccessControl", "VersioningConfiguration", "CorsConfiguration",
                   "WebsiteConfiguration", "NotificationConfiguration", "BucketEncryption",
                   "LifecycleConfiguration", "PublicAccessBlockConfiguration", "OwnershipControls",
                   "ObjectLockEnabled", "Tags"});
}

// "PublicRead" is "public-read".
std::string canned_acl(std::string_view access) {
  std::string out;
  for (const char c : access) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper && !out.empty()) out += '-';
    out += to_lower(c);
  }
  return out;
}

// Puts what the property says, or what stands for its absence when it was there before.
template <class Put, class Value>
Status put_setting(Making& making, std::string_view property, Value Put::*member,
                   Result<Value> (*read)(const Json&)) {
  const Json* value = find_property(making.properties, property);
  if (value == nullptr) return {};
  Put put;
  put.bucket = making.physical_id;
  EMU_TRY(put.*member, read(*value));
  EMU_CHECK(making.aws.send(put));
  return {};
}

template <class Value>
Result<Value> read_plain(const Json& from) {
  return read_as<Value>(from);
}

Status put_bucket_tags(Making& making) {
  EMU_TRY(const auto tags, tags_property(making.properties, "Tags"));
  if (tags.empty()) return {};
  s3::PutBucketTagging put{.bucket = making.physical_id};
  for (const auto& [key, value] : tags) {
    put.tagging.tag_set.push_back({.key = key, .value = value});
  }
  EMU_CHECK(making.aws.send(put));
  return {};
}

Status put_bucket_settings(Making& making) {
  EMU_CHECK(put_setting(making, "PublicAccessBlockConfiguration",
                        &s3::PutPublicAccessBlock::public_access_block_configuration,
                        &read_plain<s3::PublicAccessBlockConfiguration>));
  EMU_CHECK(put_setting(making, "OwnershipControls",
                        &s3::PutBucketOwnershipControls::ownership_controls,
                        &read_plain<s3::OwnershipControls>));
  EMU_CHECK(put_setting(making, "VersioningConfiguration",
                        &s3::PutBucketVersioning::versioning_configuration,
                        &read_plain<s3::VersioningConfiguration>));
  EMU_CHECK(put_setting(making, "CorsConfiguration", &s3::PutBucketCors::cors_configuration,
                        &bucket_cors));
  EMU_CHECK(put_setting(making, "WebsiteConfiguration",
                        &s3::PutBucketWebsite::website_configuration, &bucket_website));
  EMU_CHECK(put_setting(making, "BucketEncryption",
                        &s3::PutBucketEncryption::server_side_encryption_configuration,
                        &bucket_encryption));
  EMU_CHECK(put_setting(making, "LifecycleConfiguration",
                        &s3::PutBucketLifecycleConfiguration::lifecycle_configuration,
                        &bucket_lifecycle));
  EMU_CHECK(put_setting(making, "NotificationConfiguration",
                        &s3::PutBucketNotificationConfiguration::notification_configuration,
                        &bucket_notifications));
  return put_bucket_tags(making);
}

Status create_bucket(Making& making) {
  EMU_CHECK(check_bucket(making.properties));
  EMU_TRY(std::string name, text_property(making.properties, "BucketName"));
  if (name.empty()) {
    name = making.new_name(kBucketNameMax);
    for (char& c : name) c = to_lower(c);
  } else if (making.aws.send(s3::HeadBucket{.bucket = name}).ok()) {
    return already_exists(making, name);
  }
  s3::CreateBucket create{.bucket = name};
  EMU_TRY(const std::string access, text_property(making.properties, "AccessControl"));
  create.acl = canned_acl(access);
  EMU_TRY(const bool is_locked, flag_property(making.properties, "ObjectLockEnabled"));
  if (is_locked) create.object_lock_enabled_for_bucket = true;
  if (making.caller.region != "us-east-1") {
    create.create_bucket_configuration =
        s3::CreateBucketConfiguration{.location_constraint = making.caller.region};
  }
  EMU_CHECK(making.aws.send(create));
  making.physical_id = name;
  const std::string& region = making.caller.region;
  const std::string_view partition = partition_of(region);
  making.attributes = {
      {"Arn", fmt::format("arn:{}:s3:::{}", partition, name)},
      {"DomainName", fmt::format("{}.s3.amazonaws.com", name)},
      {"DualStackDomainName", fmt::format("{}.s3.dualstack.{}.amazonaws.com", name, region)},
      {"RegionalDomainName", fmt::format("{}.s3.{}.amazonaws.com", name, region)},
      {"WebsiteURL", fmt::format("http://{}.s3-website-{}.amazonaws.com", name, region)}};
  return put_bucket_settings(making);
}

// A bucket with objects in it stays, as on AWS.
Status remove_bucket(Making& making) {
  EMU_CHECK(making.aws.send(s3::DeleteBucket{.bucket = making.physical_id}));
  return {};
}

Result<bool> update_bucket(Making& making, const Json& before) {
  EMU_CHECK(check_bucket(making.properties));
  for (const char* name : {"BucketName", "ObjectLockEnabled", "AccessControl"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_CHECK(put_bucket_settings(making));
  const auto is_gone = [&](const char* name) {
    return find_property(before, name) != nullptr &&
           find_property(making.properties, name) == nullptr;
  };
  const std::string& bucket = making.physical_id;
  if (is_gone("NotificationConfiguration")) {
    EMU_CHECK(making.aws.send(s3::PutBucketNotificationConfiguration{.bucket = bucket}));
  }
  if (is_gone("CorsConfiguration")) {
    EMU_CHECK(making.aws.send(s3::DeleteBucketCors{.bucket = bucket}));
  }
  if (is_gone("WebsiteConfiguration")) {
    EMU_CHECK(making.aws.send(s3::DeleteBucketWebsite{.bucket = bucket}));
  }
  if (is_gone("LifecycleConfiguration")) {
    EMU_CHECK(making.aws.send(s3::DeleteBucketLifecycle{.bucket = bucket}));
  }
  if (is_gone("BucketEncryption")) {
    EMU_CHECK(making.aws.send(s3::DeleteBucketEncryption{.bucket = bucket}));
  }
  if (is_gone("Tags")) EMU_CHECK(making.aws.send(s3::DeleteBucketTagging{.bucket = bucket}));
  return true;
}

}  // namespace

extern const ResourceType kS3Bucket;
const ResourceType kS3Bucket = {
    .name = "AWS::S3::Bucket",
    .attributes = {"Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"},
    .create = &create_bucket,
    .remove = &remove_bucket,
    .update = &update_bucket};

}  // namespace emu::cloudformation
