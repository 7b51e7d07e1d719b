#include "s3/permissions.h"

#include <chrono>

namespace emu::s3 {

void KeyList::add_tags(const std::vector<Tag>& tags) {
  if (tags.empty()) return;
  ConditionValue names{.key = "s3:RequestObjectTagKeys", .values = {}};
  for (const Tag& tag : tags) {
    out_.push_back({.key = "s3:RequestObjectTag/" + tag.key, .values = {tag.value}});
    names.values.push_back(tag.key);
  }
  out_.push_back(std::move(names));
}

void KeyList::add_tag_header(std::string_view header) {
  if (header.empty()) return;
  if (const auto tags = parse_tag_header(header)) add_tags(*tags);
}

void KeyList::add_acl(const AclRequest& acl) {
  add("s3:x-amz-acl", acl.canned);
  add("s3:x-amz-grant-full-control", acl.full_control);
  add("s3:x-amz-grant-read", acl.read);
  add("s3:x-amz-grant-read-acp", acl.read_acp);
  add("s3:x-amz-grant-write", acl.write);
  add("s3:x-amz-grant-write-acp", acl.write_acp);
}

void KeyList::add_retention(std::string_view mode, const std::optional<Time>& until, Time now) {
  add("s3:object-lock-mode", mode);
  if (!until) return;
  add("s3:object-lock-retain-until-date", iso8601(*until));
  const auto remaining = std::chrono::ceil<std::chrono::days>(*until - now);
  add("s3:object-lock-remaining-retention-days", std::to_string(remaining.count()));
}

std::vector<ConditionValue> version_keys(std::string_view version_id) {
  std::vector<ConditionValue> keys;
  KeyList(keys).add("s3:VersionId", version_id);
  return keys;
}

}  // namespace emu::s3
