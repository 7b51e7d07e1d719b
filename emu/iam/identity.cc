#include "iam/identity.h"

#include <emu/arn.h>

#include <set>
#include <utility>

#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/pattern.h"

namespace emu::iam {

const IdentityKind kRoleKind{.word = "role",
                             .attached_policies_quota = "PoliciesPerRole",
                             .tags_quota = "TagsPerRole",
                             .inline_policies_max = kRoleInlinePoliciesMax};
const IdentityKind kUserKind{.word = "user",
                             .attached_policies_quota = "PoliciesPerUser",
                             .tags_quota = "TagsPerUser",
                             .inline_policies_max = kUserInlinePoliciesMax};

Result<Document> compile(DocumentKind kind, const std::string& text) {
  auto policy = read_policy(kind, text);
  if (!policy) return std::move(policy.error());
  return Document{.text = text, .policy = std::move(*policy)};
}

Status put_inline_policy(Identity& identity, const IdentityKind& kind, const std::string& name,
                         const std::string& text) {
  auto document = compile(DocumentKind::kPermissions, text);
  if (!document) return std::move(document.error());
  std::size_t total = counted_size(text);
  for (const auto& [other, policy] : identity.inline_policies) {
    if (!equal_ignoring_case(other, name)) total += counted_size(policy.text);
  }
  if (total > kind.inline_policies_max) {
    return inline_policies_too_long(kind.word, identity.name, kind.inline_policies_max);
  }
  identity.inline_policies.insert_or_assign(name, std::move(*document));
  return {};
}

Result<const Document*> find_inline_policy(const Identity& identity, const IdentityKind& kind,
                                           const std::string& name) {
  const auto found = identity.inline_policies.find(name);
  if (found == identity.inline_policies.end()) return no_such_inline_policy(kind.word, name);
  return &found->second;
}

Result<PageEnd> list_inline_policies(const Identity& identity, const std::string& marker,
                                     std::optional<std::int32_t> max_items,
                                     std::vector<std::string>& names) {
  return list_page(identity.inline_policies, marker, max_items,
                   [&](const std::string& name, const Document&) { names.push_back(name); });
}

Status delete_inline_policy(Identity& identity, const IdentityKind& kind, const std::string& name) {
  if (identity.inline_policies.erase(name) == 0) return no_such_inline_policy(kind.word, name);
  return {};
}

Status attach_policy(Account& account, Identity& identity, const IdentityKind& kind,
                     const std::string& arn) {
  if (!is_policy_arn(arn)) return invalid_arn(arn);
  const ManagedPolicy* policy = account.policy(arn);
  if (policy == nullptr) return no_attachable_policy(arn);
  if (identity.attached_policies.contains(arn)) return {};
  if (identity.attached_policies.size() >= kAttachedPoliciesMax) {
    return quota_exceeded(kind.attached_policies_quota, kAttachedPoliciesMax);
  }
  identity.attached_policies.emplace(arn, policy);
  ++account.policy_uses[arn].attachments;
  return {};
}

Status detach_policy(Account& account, Identity& identity, const std::string& arn) {
  if (!is_policy_arn(arn)) return invalid_arn(arn);
  if (identity.attached_policies.erase(arn) == 0) return no_such_policy(arn);
  --account.policy_uses[arn].attachments;
  return {};
}

Result<PageEnd> list_attached_policies(const Identity& identity, const std::string& path_prefix,
                                       const std::string& marker,
                                       std::optional<std::int32_t> max_items,
                                       std::vector<AttachedPolicy>& out) {
  return list_page(
      identity.attached_policies, marker, max_items,
      [&](const std::string&, const ManagedPolicy* policy) {
        return policy->path.starts_with(path_prefix);
      },
      [&](const std::string&, const ManagedPolicy* policy) {
        out.push_back({.policy_name = policy->name, .policy_arn = policy->arn});
      });
}

Result<const ManagedPolicy*> find_boundary(const Account& account, const std::string& arn) {
  if (arn.empty()) return nullptr;
  if (!is_policy_arn(arn)) return invalid_arn(arn);
  const ManagedPolicy* policy = account.policy(arn);
  if (policy == nullptr) return no_attachable_policy(arn);
  return policy;
}

void set_boundary(Account& account, Identity& identity, const ManagedPolicy* boundary) {
  if (identity.boundary != nullptr) --account.policy_uses[identity.boundary->arn].boundaries;
  if (boundary != nullptr) ++account.policy_uses[boundary->arn].boundaries;
  identity.boundary = boundary;
}

Result<ManagedPolicy*> find_own_policy(Account& account, const std::string& arn) {
  if (ManagedPolicy* policy = account.own_policy(arn)) return policy;
  if (account.policy(arn) != nullptr) return aws_policy_is_fixed(arn);
  return no_such_policy(arn);
}

Status add_tags(Tags& tags, const std::vector<Tag>& added, std::string_view quota) {
  std::set<std::string> keys;
  for (const Tag& tag : added) {
    if (!keys.insert(lower_case(tag.key)).second) return duplicate_tags();
  }
  Tags all = tags;
  for (const Tag& tag : added) {
    // A key in another case is the same key, in its newest spelling.
    std::erase_if(all, [&](const auto& old) { return equal_ignoring_case(old.first, tag.key); });
    all[tag.key] = tag.value;
  }
  if (all.size() > kTagsMax) return quota_exceeded(quota, kTagsMax);
  tags = std::move(all);
  return {};
}

std::vector<Tag> tag_list(const Tags& tags) {
  std::vector<Tag> list;
  list.reserve(tags.size());
  for (const auto& [key, value] : tags) list.push_back({.key = key, .value = value});
  return list;
}

std::string version_name(int number) { return "v" + std::to_string(number); }

bool is_policy_arn(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  return parsed && parsed->partition == "aws" && parsed->service == "iam" &&
         parsed->region.empty() && !parsed->account.empty() &&
         parsed->resource.starts_with("policy/");
}

std::optional<AttachedPermissionsBoundary> boundary_of(const Identity& identity) {
  if (identity.boundary == nullptr) return std::nullopt;
  return AttachedPermissionsBoundary{.permissions_boundary_type = "Policy",
                                     .permissions_boundary_arn = identity.boundary->arn};
}

}  // namespace emu::iam
