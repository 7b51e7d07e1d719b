// What roles and users do alike: inline policies, attachments, boundaries and tags.
#pragma once

#include <emu/iam/types.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "iam/paging.h"
#include "iam/policy_document.h"
#include "iam/state.h"

namespace emu::iam {

// How a kind of identity is named in errors, and its limits.
struct IdentityKind {
  std::string_view word;                     // "role"
  std::string_view attached_policies_quota;  // "PoliciesPerRole"
  std::string_view tags_quota;               // "TagsPerRole"
  std::size_t inline_policies_max;           // characters, white space not counted
};
extern const IdentityKind kRoleKind;
extern const IdentityKind kUserKind;

Result<Document> compile(DocumentKind kind, const std::string& text);

Status put_inline_policy(Identity& identity, const IdentityKind& kind, const std::string& name,
                         const std::string& text);
Result<const Document*> find_inline_policy(const Identity& identity, const IdentityKind& kind,
                                           const std::string& name);
Result<PageEnd> list_inline_policies(const Identity& identity, const std::string& marker,
                                     std::optional<std::int32_t> max_items,
                                     std::vector<std::string>& names);
Status delete_inline_policy(Identity& identity, const IdentityKind& kind, const std::string& name);

Status attach_policy(Account& account, Identity& identity, const IdentityKind& kind,
                     const std::string& arn);
Status detach_policy(Account& account, Identity& identity, const std::string& arn);
Result<PageEnd> list_attached_policies(const Identity& identity, const std::string& path_prefix,
                                       const std::string& marker,
                                       std::optional<std::int32_t> max_items,
                                       std::vector<AttachedPolicy>& out);

// The policy of that ARN as a boundary; an empty ARN is none.
Result<const ManagedPolicy*> find_boundary(const Account& account, const std::string& arn);
void set_boundary(Account& account, Identity& identity, const ManagedPolicy* boundary);

// The policy if it is the account's own; AWS's cannot be changed.
Result<ManagedPolicy*> find_own_policy(Account& account, const std::string& arn);

// Adds tags to those there are, replacing values.
Status add_tags(Tags& tags, const std::vector<Tag>& added, std::string_view quota);
std::vector<Tag> tag_list(const Tags& tags);

// "v1".
std::string version_name(int number);

// A policy's ARN as IAM takes it.
bool is_policy_arn(std::string_view arn);

std::optional<AttachedPermissionsBoundary> boundary_of(const Identity& identity);

}  // namespace emu::iam
