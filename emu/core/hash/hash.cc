#include "core/hash/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <span>

#include "core/base/assert.h"
#include "core/text/hex.h"

namespace emu {

namespace {

constexpr std::size_t kBlockBytes = 64;  // of MD5, SHA-1 and SHA-256
constexpr const char* kOpensslFailure =
    "OpenSSL has the memory and the algorithms that hashing takes";

template <typename Sum>
constexpr const char* kAlgorithmName = nullptr;
template <>
constexpr const char* kAlgorithmName<Md5Sum> = "MD5";
template <>
constexpr const char* kAlgorithmName<Sha1Sum> = "SHA1";
template <>
constexpr const char* kAlgorithmName<Sha256Sum> = "SHA256";

// Looking an algorithm up costs more than hashing a short text, so it is done once and kept for
// good.
template <typename Sum>
const EVP_MD* algorithm() {
  static const EVP_MD* const kFetched = EVP_MD_fetch(nullptr, kAlgorithmName<Sum>, nullptr);
  return kFetched;
}

// One hasher per thread: making a context costs an allocation, starting it anew does not.
template <typename Sum>
Sum hash_at_once(std::string_view data) {
  thread_local Hasher<Sum> hasher;
  hasher.update(data);
  return hasher.finish();
}

}  // namespace

template <typename Sum>
Hasher<Sum>::Hasher() : context_(EVP_MD_CTX_new()) {
  EMU_ASSERT(context_ != nullptr, kOpensslFailure);
  start();
}

template <typename Sum>
void Hasher<Sum>::start() {
  EMU_ASSERT(EVP_DigestInit_ex2(context_.get(), algorithm<Sum>(), nullptr) == 1, kOpensslFailure);
}

template <typename Sum>
void Hasher<Sum>::update(std::string_view data) {
  EMU_ASSERT(EVP_DigestUpdate(context_.get(), data.data(), data.size()) == 1, kOpensslFailure);
}

template <typename Sum>
Sum Hasher<Sum>::finish() {
  Sum sum;
  EMU_ASSERT(EVP_DigestFinal_ex(context_.get(), sum.data(), nullptr) == 1, kOpensslFailure);
  start();
  return sum;
}

template <typename Sum>
void Hasher<Sum>::FreeContext::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

template class Hasher<Md5Sum>;
template class Hasher<Sha1Sum>;
template class Hasher<Sha256Sum>;

Md5Sum md5(std::string_view data) { return hash_at_once<Md5Sum>(data); }

Sha1Sum sha1(std::string_view data) { return hash_at_once<Sha1Sum>(data); }

Sha256Sum sha256(std::string_view data) { return hash_at_once<Sha256Sum>(data); }

std::string md5_hex(std::string_view data) { return hex_encode(md5(data)); }

std::string sha256_hex(std::string_view data) { return hex_encode(sha256(data)); }

namespace {

// RFC 2104, on the reused context: OpenSSL's own HMAC allocates and looks the algorithm up at each
// call.
template <typename Sum>
Sum hmac(std::string_view key, std::string_view data) {
  Sum short_key;
  if (key.size() > kBlockBytes) {
    short_key = hash_at_once<Sum>(key);
    key = as_bytes(short_key);
  }
  std::array<std::uint8_t, kBlockBytes> inner_pad{};
  std::copy(key.begin(), key.end(), inner_pad.begin());
  std::array<std::uint8_t, kBlockBytes> outer_pad = inner_pad;
  for (std::uint8_t& byte : inner_pad) byte ^= 0x36;
  for (std::uint8_t& byte : outer_pad) byte ^= 0x5c;

  thread_local Hasher<Sum> hasher;
  hasher.update(as_bytes(inner_pad));
  hasher.update(data);
  const Sum inner = hasher.finish();
  hasher.update(as_bytes(outer_pad));
  hasher.update(as_bytes(inner));
  return hasher.finish();
}

}  // namespace

Sha1Sum hmac_sha1(std::string_view key, std::string_view data) { return hmac<Sha1Sum>(key, data); }

Sha256Sum hmac_sha256(std::string_view key, std::string_view data) {
  return hmac<Sha256Sum>(key, data);
}

}  // namespace emu
