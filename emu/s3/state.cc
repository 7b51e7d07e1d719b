#include "s3/state.h"

#include "core/hash/hash.h"

namespace emu::s3 {

std::string canonical_user_id(std::string_view account) {
  return sha256_hex("canonical user of " + std::string(account));
}

}  // namespace emu::s3
