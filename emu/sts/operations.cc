#include "core/gate/operation_table.h"
#include "core/gate/tag_keys.h"
#include "sts/arns.h"
#include "sts/service.h"

namespace emu::sts {

namespace {

std::string role_arn(const Call& call, const AssumeRole& in) {
  return known_role_arn(call, in.role_arn);
}

void assume_role_conditions(const Call&, const AssumeRole& in, std::vector<ConditionValue>& out) {
  out.push_back({.key = "sts:RoleSessionName", .values = {in.role_session_name}});
  if (!in.external_id.empty()) {
    out.push_back({.key = "sts:ExternalId", .values = {in.external_id}});
  }
  if (!in.source_identity.empty()) {
    out.push_back({.key = "sts:SourceIdentity", .values = {in.source_identity}});
  }
  if (!in.transitive_tag_keys.empty()) {
    out.push_back({.key = "sts:TransitiveTagKeys", .values = in.transitive_tag_keys});
  }
  add_request_tags(in.tags, out);
}

void assume_role_needs(const Call& call, const AssumeRole& in, std::vector<AccessNeed>& out) {
  if (!in.tags.empty()) {
    out.push_back({.action = "sts:TagSession", .resource = role_arn(call, in)});
  }
  if (!in.source_identity.empty()) {
    out.push_back({.action = "sts:SetSourceIdentity", .resource = role_arn(call, in)});
  }
}

}  // namespace

void Sts::add_to(OperationTable& table) {
  table.add<GetCallerIdentity>(*this, &Sts::get_caller_identity, {.action = kNoPermission});
  table.add<AssumeRole>(
      *this, &Sts::assume_role,
      {.resource = &role_arn, .conditions = &assume_role_conditions, .also = &assume_role_needs});
  table.add<GetSessionToken>(*this, &Sts::get_session_token, {.action = kNoPermission});
  table.add<GetAccessKeyInfo>(*this, &Sts::get_access_key_info);
}

}  // namespace emu::sts
