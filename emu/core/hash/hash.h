// MD5, SHA-1, SHA-256 and their HMACs, at once or piece by piece.
//
//   md5_hex("hello") == "5d41402abc4b2a76b9719d911017c592"
//
//   Sha256 hash;
//   hash.update("hel");
//   hash.update("lo");
//   hash.finish() == sha256("hello");
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace emu {

using Md5Sum = std::array<std::uint8_t, 16>;
using Sha1Sum = std::array<std::uint8_t, 20>;
using Sha256Sum = std::array<std::uint8_t, 32>;

Md5Sum md5(std::string_view data);
Sha1Sum sha1(std::string_view data);
Sha256Sum sha256(std::string_view data);
Sha1Sum hmac_sha1(std::string_view key, std::string_view data);
Sha256Sum hmac_sha256(std::string_view key, std::string_view data);

std::string md5_hex(std::string_view data);
std::string sha256_hex(std::string_view data);

// A sum as the bytes of a string, for use as the key of the next HMAC or as input of an encoder.
template <std::size_t size>
std::string_view as_bytes(const std::array<std::uint8_t, size>& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

// A hash under way; the sum's type chooses the algorithm. It may be moved; the one moved from may
// only be destroyed or assigned to.
template <typename Sum>
class Hasher {
 public:
  Hasher();

  void update(std::string_view data);

  // The sum of everything since the construction or the last finish(); the hasher is then as new.
  Sum finish();

 private:
  struct FreeContext {
    void operator()(evp_md_ctx_st* context) const;
  };

  void start();

  std::unique_ptr<evp_md_ctx_st, FreeContext> context_;
};

using Md5 = Hasher<Md5Sum>;
using Sha1 = Hasher<Sha1Sum>;
using Sha256 = Hasher<Sha256Sum>;

extern template class Hasher<Md5Sum>;
extern template class Hasher<Sha1Sum>;
extern template class Hasher<Sha256Sum>;

}  // namespace emu
