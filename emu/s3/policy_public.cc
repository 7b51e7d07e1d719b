#include "s3/policy_public.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "core/text/ascii.h"

namespace emu::s3 {

namespace {

// Calls `holds` for a text or each text of a list; whether all hold.
template <class Holds>
bool all_texts(const JsonView& value, Holds holds) {
  if (value.type() == JsonView::Type::kString) return holds(value.string());
  if (value.type() != JsonView::Type::kArray || value.size() == 0) return false;
  return value.each_element([&](const JsonView& element) {
    return element.type() == JsonView::Type::kString && holds(element.string());
  });
}

bool names_everyone(const JsonView& principal) {
  if (principal.type() == JsonView::Type::kString) return principal.string() == "*";
  bool everyone = false;
  principal.each_member([&](std::string_view, const JsonView& value) {
    const bool fixed = all_texts(value, [](std::string_view name) { return name != "*"; });
    everyone = everyone || !fixed;
    return !everyone;
  });
  return everyone;
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
bool is_binding(std::string_view comparison) {
  static constexpr std::array<std::string_view, 6> kBinding = {
      "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress"};
  const std::string name = lower_case(comparison);
  return std::find(kBinding.begin(), kBinding.end(), name) != kBinding.end();
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

bool holds_to_known(std::string_view key, const JsonView& values) {
  const std::string name = lower_case(key);
  if (name == "aws:sourceip") return all_texts(values, &is_narrow_network);
  return is_trusted_key(name) && all_texts(values, &is_fixed);
}

bool restricts(const JsonView& condition) {
  bool restricted = false;
  if (condition.type() != JsonView::Type::kObject) return false;
  condition.each_member([&](std::string_view comparison, const JsonView& keys) {
    if (!is_binding(comparison) || keys.type() != JsonView::Type::kObject) return true;
    keys.each_member([&](std::string_view key, const JsonView& values) {
      restricted = restricted || holds_to_known(key, values);
      return !restricted;
    });
    return !restricted;
  });
  return restricted;
}

}  // namespace

bool is_public_statement(const JsonView& statement) {
  const auto effect = statement.find("Effect");
  if (!effect || effect->string() != "Allow") return false;
  const auto principal = statement.find("Principal");
  if (principal && !names_everyone(*principal)) return false;
  const auto condition = statement.find("Condition");
  return !condition || !restricts(*condition);
}

}  // namespace emu::s3
