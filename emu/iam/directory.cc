#include "iam/directory.h"

#include <emu/arn.h>

#include <utility>

#include "core/hash/ids.h"
#include "iam/limits.h"

namespace emu::iam {

Account& Directory::account(std::string_view id) {
  auto found = state_.accounts.find(id);
  if (found == state_.accounts.end()) {
    found = state_.accounts.try_emplace(std::string(id), Account{.id = std::string(id)}).first;
  }
  return found->second;
}

RoleEntity* Directory::role_by_arn(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "iam" || !parsed->resource.starts_with("role/")) return nullptr;
  Account* account = find_value(state_.accounts, parsed->account);
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
    Account* account = find_value(state_.accounts, caller.account);
    const UserEntity* user = account == nullptr ? nullptr : account->user(caller.user_name);
    return user != nullptr && caller.principal_id == user->id ? user : nullptr;
  }
  return nullptr;
}

const Session* Directory::session(std::string_view access_key_id) const {
  return find_value(state_.sessions, access_key_id);
}

const std::string& Directory::begin_session(Random& random, Time now, Session session) {
  forget_old_sessions(now);
  std::string id = "ASIA" + upper_alnum_id(random, kAccessKeyIdLength);
  session.secret = base62_id(random, kSecretLength);
  session.token = base62_id(random, kSessionTokenLength);
  session_ends_.emplace(session.expiration, id);
  return state_.sessions.insert_or_assign(std::move(id), std::move(session)).first->first;
}

void Directory::delete_access_key(std::string_view access_key_id) {
  const auto found = state_.access_keys.find(access_key_id);
  const std::string account = found->second.account;
  retire(account, found->first);
  state_.access_keys.erase(found);
}

bool Directory::has_issued(std::string_view access_key_id) const {
  return state_.access_keys.contains(access_key_id) || state_.sessions.contains(access_key_id) ||
         state_.retired_keys.accounts.contains(access_key_id);
}

void Directory::retire(std::string_view account, std::string access_key_id) {
  RetiredKeys& retired = state_.retired_keys;
  if (!retired.accounts.emplace(access_key_id, account).second) return;
  retired.ids.push_back(std::move(access_key_id));
  if (retired.ids.size() <= kRetiredKeysKept) return;
  retired.accounts.erase(retired.ids.front());
  retired.ids.pop_front();
}

void Directory::forget(std::optional<std::string_view> account) {
  const auto is_of = [&](const std::string& owner) { return !account || owner == *account; };
  std::erase_if(state_.accounts, [&](const auto& entry) { return is_of(entry.first); });
  std::erase_if(state_.access_keys, [&](const auto& entry) { return is_of(entry.second.account); });
  std::erase_if(state_.sessions, [&](const auto& entry) { return is_of(entry.second.account); });
  std::erase_if(session_ends_, [&](const auto& end) {
    return state_.sessions.find(end.second) == state_.sessions.end();
  });
  RetiredKeys& retired = state_.retired_keys;
  std::erase_if(retired.accounts, [&](const auto& entry) { return is_of(entry.second); });
  std::erase_if(retired.ids, [&](const std::string& id) { return !retired.accounts.contains(id); });
  changed();
}

void Directory::forget_old_sessions(Time now) {
  while (!session_ends_.empty() && session_ends_.begin()->first + kExpiredSessionKept < now) {
    const auto session = state_.sessions.find(session_ends_.begin()->second);
    retire(session->second.account, session->first);
    state_.sessions.erase(session);
    session_ends_.erase(session_ends_.begin());
  }
}

}  // namespace emu::iam
