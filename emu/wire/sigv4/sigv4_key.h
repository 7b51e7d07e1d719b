// The keys with which requests are signed, and what they are derived from.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/hash/hash.h"

namespace emu::wire {

// What a key is good for: one day, one region, one service.
struct CredentialScope {
  std::string day = {};  // 20130524
  std::string region = {};
  std::string service = {};

  // "20130524/us-east-1/s3/aws4_request"
  std::string text() const;
  bool operator==(const CredentialScope&) const = default;
};

Sha256Sum derive_signing_key(std::string_view secret_access_key, const CredentialScope& scope);

// The signature of a text, in hexadecimal.
std::string sign_text(const Sha256Sum& key, std::string_view text);

// Takes the same time whatever the difference is.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// Remembers the keys that were derived last: a key takes four hashes and is used for a day. May be
// used from many threads.
class SigningKeys {
 public:
  Sha256Sum get(std::string_view secret_access_key, const CredentialScope& scope);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, Sha256Sum> keys_;
};

}  // namespace emu::wire
