#include "core/policy/principal.h"

#include <emu/arn.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "core/text/account_id.h"

namespace emu::policy {

namespace {

constexpr std::array<std::string_view, 4> kTypes = {"AWS", "Service", "Federated", "CanonicalUser"};

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
    return text.size() > prefix.size() && text.starts_with(prefix);
  });
}

// An account, a user, a role or a session. Wildcards stand for no part of a name.
bool is_identity_arn(std::string_view name) {
  const std::optional<Arn> arn = Arn::parse(name);
  if (!arn || !is_account_id(arn->account) || !arn->region.empty()) return false;
  if (arn->resource.find_first_of("*?") != std::string::npos) return false;
  if (arn->service == "iam") {
    return arn->resource == "root" || begins_with_any(arn->resource, {"user/", "role/"});
  }
  return arn->service == "sts" &&
         begins_with_any(arn->resource, {"assumed-role/", "federated-user/"});
}

bool is_aws_principal(std::string_view name) {
  // A deleted user or role stands as its id.
  return name == "*" || is_account_id(name) || is_identity_arn(name) ||
         begins_with_any(name, {"AIDA", "AROA"});
}

}  // namespace

bool is_principal_type(std::string_view type) {
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

bool is_principal(std::string_view type, std::string_view name) {
  if (type == "AWS") return is_aws_principal(name);
  if (type == "Service") return name == "*" || name.find('.') != name.npos;
  return is_principal_type(type) && !name.empty();
}

}  // namespace emu::policy
