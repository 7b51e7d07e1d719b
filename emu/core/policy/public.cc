#include "core/policy/public.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "core/text/ascii.h"

namespace emu::policy {

namespace {

bool names_everyone(const Principal& principal) {
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

// What an operator compares by, unless it holds for requests without the key or for other values.
std::optional<Comparison> plain_comparison(std::string_view name) {
  const auto parsed = ConditionOperator::parse(name);
  if (!parsed || parsed->is_negated || parsed->if_exists ||
      parsed->quantifier != Quantifier::kNone) {
    return std::nullopt;
  }
  return parsed->comparison;
}

// Whether a comparison holds a request to the values that it lists.
bool is_binding(std::optional<Comparison> comparison) {
  static constexpr std::array<Comparison, 5> kBinding = {
      Comparison::kStringEquals, Comparison::kStringEqualsIgnoreCase, Comparison::kStringLike,
      Comparison::kArnLike, Comparison::kIpAddress};
  return std::find(kBinding.begin(), kBinding.end(), comparison) != kBinding.end();
}

bool is_true(std::string_view value) { return equal_ignoring_case(value, "true"); }

// A condition without values holds for nobody.
bool holds_to_known(const Condition& condition, std::span<const std::string_view> trusted_keys) {
  const std::string key = lower_case(condition.key);
  if (std::find(trusted_keys.begin(), trusted_keys.end(), key) == trusted_keys.end()) return false;
  const auto all = [&](bool (*holds)(std::string_view)) {
    return std::all_of(condition.values.begin(), condition.values.end(), holds);
  };
  const std::optional<Comparison> comparison = plain_comparison(condition.operator_name);
  if (key == "aws:principalisawsservice") return comparison == Comparison::kBool && all(&is_true);
  if (!is_binding(comparison)) return false;
  return key == "aws:sourceip" ? all(&is_narrow_network) : all(&is_fixed);
}

}  // namespace

bool is_public(const Statement& statement, std::span<const std::string_view> trusted_keys) {
  if (statement.effect != Effect::kAllow) return false;
  const auto& principal = statement.principal;
  if (principal && !principal->is_negated && !names_everyone(*principal)) return false;
  return std::none_of(
      statement.conditions.begin(), statement.conditions.end(),
      [&](const Condition& condition) { return holds_to_known(condition, trusted_keys); });
}

}  // namespace emu::policy
