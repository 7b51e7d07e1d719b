#include "core/hash/rolling_hash.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace emu;

namespace {

std::string digest_of(const std::vector<std::string>& texts) {
  Digest digest;
  for (const std::string& text : texts) digest.add(text);
  return digest.hex();
}

}  // namespace

TEST_SUITE("core: Digest") {
  TEST_CASE("the same additions give the same digest") {
    Digest a;
    a.add("SendMessage");
    a.add(std::uint64_t{5});
    Digest b;
    b.add("SendMessage");
    CHECK(a.hex() != b.hex());
    b.add(std::uint64_t{5});
    CHECK(a.hex() == b.hex());
    CHECK(a == b);
    CHECK(a.hex().size() == 32);
  }

  // These hold the function in place: recorded digests must stay true on other machines and in
  // later versions.
  TEST_CASE("the digest of a known trace stays as it is") {
    Digest digest;
    CHECK(digest.hex() == "49781fa99c25762e05b4d73760cecdf2");
    digest.add("The quick brown fox jumps over the lazy dog");
    digest.add(std::uint64_t{0x0123456789abcdef});
    CHECK(digest.hex() == "6f2431d2263eb8d22406e2df9ff883c1");
    CHECK(digest.hex().substr(0, 16) == [&] {
      std::string half;
      append_hex(digest.value(), half);
      return half;
    }());
  }

  TEST_CASE("order, division, length and kind all count") {
    CHECK(digest_of({"a", "b"}) != digest_of({"b", "a"}));
    CHECK(digest_of({"ab", "c"}) != digest_of({"a", "bc"}));
    CHECK(digest_of({"abc"}) != digest_of({"abc", ""}));
    CHECK(digest_of({std::string(1, '\0')}) != digest_of({std::string(2, '\0')}));
    CHECK(digest_of({std::string(8, '\0')}) != digest_of({std::string(9, '\0')}));
    Digest number;
    number.add(std::uint64_t{0});
    CHECK(number.hex() != digest_of({""}));
  }

  TEST_CASE("a single bit changes about half of the digest, in both halves") {
    const std::string base(24, 'x');
    const std::string before = digest_of({base});
    for (std::size_t bit = 0; bit < base.size() * 8; ++bit) {
      std::string changed = base;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
      const std::string after = digest_of({changed});
      for (const std::size_t half : {0U, 16U}) {
        int equal_digits = 0;
        for (std::size_t i = half; i < half + 16; ++i) equal_digits += before[i] == after[i];
        CHECK(equal_digits < 9);
      }
    }
  }

  TEST_CASE("a hundred thousand short texts have different digests") {
    std::set<std::string> seen;
    for (int i = 0; i < 100000; ++i) seen.insert(digest_of({std::to_string(i)}));
    CHECK(seen.size() == 100000);
  }
}
