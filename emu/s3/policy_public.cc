#include "s3/policy_public.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "core/text/ascii.h"

namespace emu::s3 {

namespace {

bool names_everyone(const policy::Principal& principal) {
  return principal.is_everyone ||
         std::any_of(principal.names.begin(), principal.names.end(), [](const auto& of_type) {
           return std::find(of_type.names.begin(), of_type.names.end(), "*") != of_type.names.end();
         });
}

bool is_fixed(std::string_view value) {
  return value.find_first_of("*?") == value.npos && value.find("${") == value.npos;
}

// A network of at most 2^24 addresses of version 4, or 2^96 of version 6.
bool is_narrow_network(std::string_view cidr) {
  const bool is_v6 = cidr.find(':') != cidr.npos;
  const auto slash = cidr.find('/');
  if (slash == cidr.npos) return true;
  int bits = 0;
  std::from_chars(cidr.data() + slash + 1, cidr.data() + cidr.size(), bits);
  return bits >= (is_v6 ? 32 : 8);
}

// An operator that holds a request to the values it lists.
bool is_binding(std::string_view name) {
  using policy::Comparison;
  const auto parsed = policy::ConditionOperator::parse(name);
  if (!parsed || parsed->is_negated || parsed->if_exists ||
      parsed->quantifier != policy::Quantifier::kNone) {
    return false;
  }
  static constexpr std::array<Comparison, 5> kBinding = {
      Comparison::kStringEquals, Comparison::kStringEqualsIgnoreCase, Comparison::kStringLike,
      Comparison::kArnLike, Comparison::kIpAddress};
  return std::find(kBinding.begin(), kBinding.end(), parsed->comparison) != kBinding.end();
}

bool is_trusted_key(std::string_view key) {
  static constexpr std::array<std::string_view, 14> kTrusted = {
      "aws:sourcearn",
      "aws:sourcevpc",
      "aws:sourcevpcarn",
      "aws:sourcevpce",
      "aws:sourceowner",
      "aws:sourceaccount",
      "aws:userid",
      "aws:principalorgid",
      "aws:principalorgpaths",
      "aws:principalaccount",
      "aws:principalarn",
      "s3:x-amz-server-side-encryption-aws-kms-key-id",
      "s3:dataaccesspointarn",
      "s3:dataaccesspointaccount"};
  return std::find(kTrusted.begin(), kTrusted.end(), key) != kTrusted.end();
}

// A condition without values holds for nobody.
bool holds_to_known(const policy::Condition& condition) {
  const std::string key = lower_case(condition.key);
  const auto all = [&](bool (*holds)(std::string_view)) {
    return std::all_of(condition.values.begin(), condition.values.end(), holds);
  };
  if (key == "aws:sourceip") return all(&is_narrow_network);
  return is_trusted_key(key) && all(&is_fixed);
}

}  // namespace

bool is_public_statement(const policy::Statement& statement) {
  if (statement.effect != policy::Effect::kAllow) return false;
  const auto& principal = statement.principal;
  if (principal && !principal->is_negated && !names_everyone(*principal)) return false;
  return std::none_of(statement.conditions.begin(), statement.conditions.end(),
                      [](const policy::Condition& condition) {
                        return is_binding(condition.operator_name) && holds_to_known(condition);
                      });
}

}  // namespace emu::s3
