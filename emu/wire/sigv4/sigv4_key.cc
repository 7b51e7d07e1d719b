#include "wire/sigv4/sigv4_key.h"

#include "core/text/hex.h"
#include "wire/limits.h"

namespace emu::wire {

std::string CredentialScope::text() const {
  std::string joined = day;
  joined += '/';
  joined += region;
  joined += '/';
  joined += service;
  joined += "/aws4_request";
  return joined;
}

Sha256Sum derive_signing_key(std::string_view secret_access_key, const CredentialScope& scope) {
  std::string first = "AWS4";
  first += secret_access_key;
  const Sha256Sum day = hmac_sha256(first, scope.day);
  const Sha256Sum region = hmac_sha256(as_bytes(day), scope.region);
  const Sha256Sum service = hmac_sha256(as_bytes(region), scope.service);
  return hmac_sha256(as_bytes(service), "aws4_request");
}

std::string sign_text(const Sha256Sum& key, std::string_view text) {
  return hex_encode(hmac_sha256(as_bytes(key), text));
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  }
  return difference == 0;
}

Sha256Sum SigningKeys::get(std::string_view secret_access_key, const CredentialScope& scope) {
  std::string name(secret_access_key);
  name += '\0';
  name += scope.text();
  const std::lock_guard lock(mutex_);
  if (const auto found = keys_.find(name); found != keys_.end()) return found->second;
  // Few keys are in use at a time; when strangers' have filled the table, it starts anew.
  if (keys_.size() >= kSigningKeysMax) keys_.clear();
  return keys_.emplace(std::move(name), derive_signing_key(secret_access_key, scope)).first->second;
}

}  // namespace emu::wire
