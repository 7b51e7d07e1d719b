// The password of a master user.
#pragma once

#include <emu/rds/types.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::rds {

// Errors: InvalidParameterValue.
Status check_password(std::string_view engine, std::string_view password);

// Of letters and digits.
std::string new_password(Random& random);

// What a call asks for.
struct PasswordChange {
  std::optional<bool> is_managed = {};
  std::optional<bool> rotates = {};
  std::optional<std::string> password = {};
  std::optional<std::string> kms_key_id = {};
};

// Whose password it is, where it is kept.
struct MasterUser {
  std::string_view kind;  // "cluster" or "db"
  const std::string& arn;
  const std::string& engine;
  const std::string& username;
  std::string& password;
  std::optional<MasterUserSecret>& secret;
};

template <class Change>
PasswordChange password_change(const Change& in) {
  return {.is_managed = in.manage_master_user_password,
          .rotates = in.rotate_master_user_password,
          .password = in.master_user_password,
          .kms_key_id = in.master_user_secret_kms_key_id};
}

// Whether it is one secret, or none in both places.
bool is_same(const std::optional<MasterUserSecret>& a, const std::optional<MasterUserSecret>& b);

// What a secret that RDS manages holds.
std::string secret_text(std::string_view username, std::string_view password);

}  // namespace emu::rds
