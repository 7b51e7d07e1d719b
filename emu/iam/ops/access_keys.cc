// Source: AWS IAM API Reference, "CreateAccessKey", "ListAccessKeys", "UpdateAccessKey",
// "DeleteAccessKey".
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/hash/ids.h"
#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/lookup.h"
#include "iam/own_user.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

constexpr std::string_view kActive = "Active";

std::string status_text(const AccessKeyEntity& key) {
  return std::string(key.is_active ? kActive : "Inactive");
}

Error no_such_access_key(std::string_view id) {
  return no_such_entity(fmt::format("The Access Key with id {} cannot be found.", id));
}

}  // namespace

Result<Iam::KeyOwner> Iam::key_owner(const Call& call, const std::string& given_name) {
  Account& account = this->account(call);
  EMU_TRY(const std::string name, user_name_or_own(call, given_name));
  if (name.empty()) return KeyOwner{.name = {}, .keys = &account.access_keys};
  EMU_TRY(UserEntity* user, find_user(account, name));
  return KeyOwner{.name = user->name, .keys = &user->access_keys};
}

Result<CreateAccessKeyResult> Iam::create_access_key(Call& call, const CreateAccessKey& in) {
  EMU_TRY(const KeyOwner owner, key_owner(call, in.user_name));
  if (owner.keys->size() >= kAccessKeysMax) {
    return quota_exceeded("AccessKeysPerUser", kAccessKeysMax);
  }
  AccessKeyEntity key{.id = "AKIA" + upper_alnum_id(world_.random(), kAccessKeyIdLength),
                      .secret = base62_id(world_.random(), kSecretLength),
                      .account = call.account(),
                      .user_name = owner.name,
                      .created = world_.now()};
  CreateAccessKeyResult answer{.access_key = {.user_name = key.user_name,
                                              .access_key_id = key.id,
                                              .status = status_text(key),
                                              .secret_access_key = key.secret,
                                              .create_date = key.created}};
  call.subject = key.id;
  owner.keys->insert(std::lower_bound(owner.keys->begin(), owner.keys->end(), key.id), key.id);
  directory_.access_keys().emplace(answer.access_key.access_key_id, std::move(key));
  return answer;
}

Result<ListAccessKeysResult> Iam::list_access_keys(Call& call, const ListAccessKeys& in) {
  EMU_TRY(const KeyOwner owner, key_owner(call, in.user_name));
  std::map<std::string_view, const AccessKeyEntity*> keys;
  for (const std::string& id : *owner.keys) {
    keys.emplace(id, &directory_.access_keys().find(id)->second);
  }
  ListAccessKeysResult answer;
  EMU_CHECK(list_page(keys, in, answer, [&](std::string_view, const AccessKeyEntity* key) {
    answer.access_key_metadata.push_back({.user_name = key->user_name,
                                          .access_key_id = key->id,
                                          .status = status_text(*key),
                                          .create_date = key->created});
  }));
  return answer;
}

Result<Nothing> Iam::update_access_key(Call& call, const UpdateAccessKey& in) {
  EMU_TRY(const KeyOwner owner, key_owner(call, in.user_name));
  if (std::count(owner.keys->begin(), owner.keys->end(), in.access_key_id) == 0) {
    return no_such_access_key(in.access_key_id);
  }
  directory_.access_keys().find(in.access_key_id)->second.is_active = in.status == kActive;
  call.subject = in.access_key_id;
  return Nothing{};
}

Result<Nothing> Iam::delete_access_key(Call& call, const DeleteAccessKey& in) {
  EMU_TRY(const KeyOwner owner, key_owner(call, in.user_name));
  if (std::erase(*owner.keys, in.access_key_id) == 0) return no_such_access_key(in.access_key_id);
  directory_.delete_access_key(in.access_key_id);
  call.subject = in.access_key_id;
  return Nothing{};
}

}  // namespace emu::iam
