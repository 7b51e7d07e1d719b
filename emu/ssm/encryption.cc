#include "ssm/encryption.h"

#include <fmt/format.h>

#include <cstddef>

#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

// How ciphertexts of KMS begin, and what they have beside the encrypted bytes.
constexpr std::string_view kKmsHeader("\x01\x02\x02\x00\x78", 5);
constexpr std::size_t kKmsOverhead = 145;

}  // namespace

std::string shown_value(std::string_view parameter_arn, const ParameterVersion& version,
                        bool with_decryption) {
  if (with_decryption || version.type != types::kSecureString) return version.value;
  const std::string seed = fmt::format("{} {} {}", parameter_arn, version.number, version.key_id);
  const std::size_t size = kKmsHeader.size() + kKmsOverhead + version.value.size();
  std::string bytes(kKmsHeader);
  for (std::size_t block = 0; bytes.size() < size; ++block) {
    bytes += as_bytes(hmac_sha256(seed, fmt::format("{} {}", block, version.value)));
  }
  bytes.resize(size);
  return base64_encode(bytes);
}

}  // namespace emu::ssm
