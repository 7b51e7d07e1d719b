#include "iam/state.h"

#include <emu/arn.h>

#include <algorithm>
#include <utility>

#include "core/hash/ids.h"
#include "iam/limits.h"
#include "iam/managed_policies.h"
#include "iam/pattern.h"

namespace emu::iam {

namespace {

template <class Map>
auto* find_value(Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

bool NameLess::operator()(std::string_view a, std::string_view b) const {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return to_lower(x) < to_lower(y); });
}

RoleEntity* Account::role(std::string_view name) { return find_value(roles, name); }
UserEntity* Account::user(std::string_view name) { return find_value(users, name); }

const ManagedPolicy* Account::policy(std::string_view arn) const {
  if (const ManagedPolicy* aws = aws_managed_policy(arn)) return aws;
  const auto found = policies.find(arn.substr(arn.rfind('/') + 1));
  return found == policies.end() || found->second.arn != arn ? nullptr : &found->second;
}

ManagedPolicy* Account::own_policy(std::string_view arn) {
  ManagedPolicy* found = find_value(policies, arn.substr(arn.rfind('/') + 1));
  return found == nullptr || found->arn != arn ? nullptr : found;
}

Account& Directory::account(std::string_view id) {
  auto found = accounts_.find(id);
  if (found == accounts_.end()) {
    found = accounts_.try_emplace(std::string(id), Account{.id = std::string(id)}).first;
  }
  return found->second;
}

RoleEntity* Directory::role_by_arn(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "iam" || !parsed->resource.starts_with("role/")) return nullptr;
  Account* account = find_value(accounts_, parsed->account);
  if (account == nullptr) return nullptr;
  RoleEntity* role = account->role(arn.substr(arn.rfind('/') + 1));
  return role == nullptr || role->arn != arn ? nullptr : role;
}

const Identity* Directory::identity_of(const Caller& caller) {
  if (caller.kind == Caller::Kind::kRole) {
    const RoleEntity* role = role_by_arn(caller.role_arn);
    return role != nullptr && caller.principal_id.starts_with(role->id) ? role : nullptr;
  }
  if (caller.kind == Caller::Kind::kUser) {
    Account* account = find_value(accounts_, caller.account);
    const UserEntity* user = account == nullptr ? nullptr : account->user(caller.user_name);
    return user != nullptr && caller.principal_id == user->id ? user : nullptr;
  }
  return nullptr;
}

const Session* Directory::session(std::string_view access_key_id) const {
  return find_value(sessions_, access_key_id);
}

const std::string& Directory::begin_session(Random& random, Time now, Session session) {
  forget_old_sessions(now);
  std::string id = "ASIA" + upper_alnum_id(random, kAccessKeyIdLength);
  session.secret = base62_id(random, kSecretLength);
  session.token = base62_id(random, kSessionTokenLength);
  session_ends_.emplace(session.expiration, id);
  return sessions_.insert_or_assign(std::move(id), std::move(session)).first->first;
}

void Directory::forget(std::optional<std::string_view> account) {
  const auto is_of = [&](const std::string& owner) { return !account || owner == *account; };
  std::erase_if(accounts_, [&](const auto& entry) { return is_of(entry.first); });
  std::erase_if(access_keys_, [&](const auto& entry) { return is_of(entry.second.account); });
  std::erase_if(sessions_, [&](const auto& entry) { return is_of(entry.second.caller.account); });
  std::erase_if(session_ends_,
                [&](const auto& end) { return sessions_.find(end.second) == sessions_.end(); });
  changed();
}

void Directory::forget_old_sessions(Time now) {
  while (!session_ends_.empty() && session_ends_.begin()->first + kExpiredSessionKept < now) {
    sessions_.erase(session_ends_.begin()->second);
    session_ends_.erase(session_ends_.begin());
  }
}

}  // namespace emu::iam
