// Random passwords. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>

namespace emu::secretsmanager {

struct GetRandomPasswordResult {
  std::string random_password = {};
  static void describe(StructureShape<GetRandomPasswordResult>& s);
};

// A password from the seed of the world: fit for tests only.
struct GetRandomPassword {
  static constexpr OperationName kOperation{"secretsmanager", "GetRandomPassword"};
  using Result = GetRandomPasswordResult;
  std::optional<std::int64_t> password_length = {};  // 32
  std::optional<std::string> exclude_characters = {};
  std::optional<bool> exclude_numbers = {};
  std::optional<bool> exclude_punctuation = {};
  std::optional<bool> exclude_uppercase = {};
  std::optional<bool> exclude_lowercase = {};
  std::optional<bool> include_space = {};
  std::optional<bool> require_each_included_type = {};  // true
  static void describe(StructureShape<GetRandomPassword>& s);
};

}  // namespace emu::secretsmanager
