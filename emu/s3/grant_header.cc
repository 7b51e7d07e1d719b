#include "s3/grant_header.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

// Those of accounts; the anonymous user's is shorter.
bool is_canonical_id(std::string_view id) {
  if (id == canonical_user_id(kAnonymousAccount)) return true;
  return id.size() == kCanonicalIdLength && std::all_of(id.begin(), id.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

Error email_not_allowed() {
  return make_error("MethodNotAllowed",
                    "The specified method is not allowed against this resource.", 405);
}

Result<Grantee> user(std::string_view id) {
  if (!is_canonical_id(id)) return invalid_argument("Invalid id", "CanonicalUser/ID", id);
  return Grantee{.type = "CanonicalUser", .id = std::string(id)};
}

Result<Grantee> group(std::string_view uri) {
  if (uri != kAllUsers && uri != kAuthenticatedUsers && uri != kLogDelivery) {
    return invalid_argument("Invalid group uri", "Group/URI", uri);
  }
  return Grantee{.type = "Group", .uri = std::string(uri)};
}

// A text in quotes or without, up to the next comma, which is taken away with it.
std::string_view take_value(std::string_view& rest) {
  rest = trim(rest);
  if (rest.starts_with('"')) {
    const auto end = rest.find('"', 1);
    if (end != rest.npos) {
      const std::string_view value = rest.substr(1, end - 1);
      rest = trim(rest.substr(end + 1));
      if (rest.starts_with(',')) rest.remove_prefix(1);
      return value;
    }
  }
  const auto comma = rest.find(',');
  const std::string_view value = trim(rest.substr(0, comma));
  rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
  return value;
}

}  // namespace

Status add_header_grants(std::string_view header, std::string_view value,
                         std::string_view permission, Grants& grants) {
  std::string_view rest = trim(value);
  while (!rest.empty()) {
    const auto equals = rest.find('=');
    const std::string kind = lower_case(trim(rest.substr(0, equals)));
    const bool is_known = kind == "id" || kind == "uri" || kind == "emailaddress";
    if (equals == rest.npos || !is_known) {
      return invalid_argument("Argument format not recognized", header, value);
    }
    rest.remove_prefix(equals + 1);
    const std::string_view name = take_value(rest);
    if (kind == "emailaddress") return email_not_allowed();
    EMU_TRY(Grantee grantee, kind == "id" ? user(name) : group(name));
    grants.push_back({.grantee = std::move(grantee), .permission = std::string(permission)});
    rest = trim(rest);
  }
  return {};
}

Result<Grantee> check_grantee(const Grantee& grantee) {
  if (grantee.type == "CanonicalUser") return user(grantee.id);
  if (grantee.type == "Group") return group(grantee.uri);
  if (grantee.type == "AmazonCustomerByEmail") return email_not_allowed();
  return malformed_acl();
}

}  // namespace emu::s3
