#include "secretsmanager/secret_id.h"

#include <fmt/format.h>

#include "core/text/character_sets.h"
#include "core/text/partition.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"

namespace emu::secretsmanager {

Status check_name(std::string_view name) {
  if (all_words_or(name, "/+=.@!-")) return {};
  return Error{.code = errors::kValidationException,
               .message =
                   "Invalid name. Must be a valid name containing alphanumeric characters, "
                   "or any of the following: -/_+=.@!"};
}

std::string partial_arn(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:{}:secretsmanager:{}:{}:secret:{}", partition_of(region), region, account,
                     name);
}

std::string_view name_in_arn(std::string_view arn) {
  constexpr std::string_view kSecret = ":secret:";
  const std::size_t at = arn.find(kSecret);
  return at == arn.npos ? std::string_view() : arn.substr(at + kSecret.size());
}

std::string_view name_without_suffix(std::string_view name) {
  if (name.size() <= kArnSuffix + 1 || name[name.size() - kArnSuffix - 1] != '-') return {};
  return name.substr(0, name.size() - kArnSuffix - 1);
}

}  // namespace emu::secretsmanager
