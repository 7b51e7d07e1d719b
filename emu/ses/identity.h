// Identities: addresses and domains that mail is sent from.
#pragma once

#include <emu/time.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace emu::ses {

inline constexpr std::string_view kSuccess = "Success";
// What becomes of mail when the record of a MAIL FROM domain is missing.
inline constexpr std::string_view kUseDefaultValue = "UseDefaultValue";
inline constexpr std::string_view kRejectMessage = "RejectMessage";

// Where notifications of one kind go; an empty ARN is nowhere.
struct NotificationTopic {
  std::string arn = {};
  bool has_headers = false;
};

struct StoredIdentity {
  std::string name = {};
  bool is_domain = false;
  Time created = {};
  std::string verification_token = {};  // for the DNS record of a domain
  std::vector<std::string> dkim_tokens = {};
  bool has_dkim = false;
  // DKIM with a key of one's own.
  std::string dkim_selector = {};
  std::string dkim_key_length = "RSA_2048_BIT";
  std::string mail_from_domain = {};
  std::string behavior_on_mx_failure{kUseDefaultValue};
  bool forwards_feedback = true;
  std::string configuration_set = {};
  std::map<std::string, NotificationTopic, std::less<>> topics = {};  // "Bounce" …
  std::map<std::string, std::string, std::less<>> policies = {};
  // All of them in one, for IAM; null when there is none.
  std::shared_ptr<const std::string> policy = {};
  std::map<std::string, std::string> tags = {};
};

using Identities = std::map<std::string, StoredIdentity, std::less<>>;

// The identity that covers an address: its own, or else that of its domain or of a domain above.
// Null when there is none.
// Source: Amazon SES Developer Guide, "Verified identities in Amazon SES".
const StoredIdentity* find_covering(const Identities& identities, std::string_view address);

// Whether an address is the identity's, or below its domain.
bool covers(const StoredIdentity& identity, std::string_view address);

// As identities are kept: domains, and of addresses the domain, in lower case.
std::string identity_key(std::string_view name);

}  // namespace emu::ses
