#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"
#include "secretsmanager/service.h"

namespace emu::secretsmanager {

namespace {

constexpr std::string_view kLowercase = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kNumbers = "0123456789";
constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

// The characters of each type that a password may have; types without any are left out.
std::vector<std::string> included_types(const GetRandomPassword& in) {
  std::vector<std::string> types;
  const auto include = [&](std::string_view type, const std::optional<bool>& is_excluded) {
    if (is_excluded.value_or(false)) return;
    std::string left(type);
    std::erase_if(left, [&](char c) {
      return in.exclude_characters && in.exclude_characters->find(c) != std::string::npos;
    });
    if (!left.empty()) types.push_back(std::move(left));
  };
  include(kLowercase, in.exclude_lowercase);
  include(kUppercase, in.exclude_uppercase);
  include(kNumbers, in.exclude_numbers);
  include(kPunctuation, in.exclude_punctuation);
  return types;
}

}  // namespace

Result<GetRandomPasswordResult> SecretsManager::get_random_password(Call&,
                                                                    const GetRandomPassword& in) {
  const std::vector<std::string> types = included_types(in);
  std::string all = in.include_space.value_or(false) ? " " : "";
  for (const std::string& type : types) all += type;
  if (all.empty()) {
    return invalid_parameter("There are no characters that the password could be made of.");
  }
  const auto length = static_cast<std::size_t>(in.password_length.value_or(kPasswordLength));
  const bool has_each = in.require_each_included_type.value_or(true);
  if (has_each && length < types.size()) {
    return invalid_parameter("Password length is too short based on the required types.");
  }

  Random& random = world_.random();
  std::string password;
  const auto draw = [&](const std::string& from) { password += from[random.below(from.size())]; };
  if (has_each) std::for_each(types.begin(), types.end(), draw);
  while (password.size() < length) draw(all);
  random.shuffle(std::span<char>(password));
  return GetRandomPasswordResult{.random_password = std::move(password)};
}

}  // namespace emu::secretsmanager
