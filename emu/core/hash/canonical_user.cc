#include "core/hash/canonical_user.h"

#include "core/hash/hash.h"

namespace emu {

std::string canonical_user_id(std::string_view account) {
  // Source: Amazon S3 User Guide, "Access control list (ACL) overview".
  if (account == kAnonymousAccount) return "65a011a29cdf8ec533ec3d1ccaae921c";
  return sha256_hex("canonical user of " + std::string(account));
}

}  // namespace emu
