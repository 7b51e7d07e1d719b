#include "rds/names.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/hash/ids.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"
#include "rds/errors.h"
#include "rds/limits.h"

namespace emu::rds {

Result<std::string> read_identifier(std::string_view parameter, std::string_view identifier) {
  const bool is_valid = !identifier.empty() && identifier.size() <= kIdentifierMax &&
                        is_letter(identifier.front()) && identifier.back() != '-' &&
                        identifier.find("--") == identifier.npos &&
                        std::all_of(identifier.begin(), identifier.end(),
                                    [](char c) { return is_alphanumeric(c) || c == '-'; });
  if (is_valid) return lower_case(identifier);
  return invalid_value(fmt::format(
      "The parameter {} is not a valid identifier. Identifiers must begin with a letter; must "
      "contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain "
      "two consecutive hyphens.",
      parameter));
}

std::string arn_of(std::string_view account, std::string_view region, std::string_view kind,
                   std::string_view identifier) {
  return fmt::format("arn:{}:rds:{}:{}:{}:{}", partition_of(region), region, account, kind,
                     identifier);
}

std::string resource_id(Random& random, std::string_view prefix) {
  std::string id = base62_id(random, kResourceIdLength);
  for (char& c : id) c = to_upper(c);
  return std::string(prefix) + id;
}

std::string identifier_in(std::string_view arn_or_identifier) {
  const std::optional<Arn> arn = Arn::parse(arn_or_identifier);
  if (!arn) return lower_case(arn_or_identifier);
  return lower_case(arn->resource.substr(arn->resource.find(':') + 1));
}

}  // namespace emu::rds
