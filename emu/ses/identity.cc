#include "ses/identity.h"

#include "core/mail/mail_address.h"
#include "core/text/ascii.h"

namespace emu::ses {

const StoredIdentity* find_covering(const Identities& identities, std::string_view address) {
  const std::string key = identity_key(address);
  if (const auto own = identities.find(key); own != identities.end()) return &own->second;
  if (const auto plain = identities.find(without_mail_label(key)); plain != identities.end()) {
    return &plain->second;
  }
  std::string_view domain = mail_domain(key);
  while (!domain.empty()) {
    if (const auto found = identities.find(domain); found != identities.end()) {
      return &found->second;
    }
    const auto dot = domain.find('.');
    domain = dot == domain.npos ? std::string_view() : domain.substr(dot + 1);
  }
  return nullptr;
}

bool covers(const StoredIdentity& identity, std::string_view address) {
  const std::string key = identity_key(address);
  if (!identity.is_domain) return identity.name == key || identity.name == without_mail_label(key);
  const std::string_view domain = mail_domain(key);
  if (!domain.ends_with(identity.name)) return false;
  return domain.size() == identity.name.size() ||
         domain[domain.size() - identity.name.size() - 1] == '.';
}

std::string identity_key(std::string_view name) {
  const auto at = name.rfind('@');
  if (at == name.npos) return lower_case(name);
  return std::string(name.substr(0, at + 1)).append(lower_case(name.substr(at + 1)));
}

}  // namespace emu::ses
