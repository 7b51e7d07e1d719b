#include "core/hash/hash.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "core/text/hex.h"

using namespace emu;

TEST_SUITE("core: hashes") {
  TEST_CASE("a text is hashed at once or piece by piece") {
    CHECK(md5_hex("hello") == "5d41402abc4b2a76b9719d911017c592");
    Md5 hash;
    hash.update("hel");
    hash.update("lo");
    CHECK(hash.finish() == md5("hello"));
  }

  // RFC 1321, appendix A.5.
  TEST_CASE("MD5 gives the published sums") {
    CHECK(md5_hex("") == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(md5_hex("abc") == "900150983cd24fb0d6963f7d28e17f72");
    CHECK(md5_hex("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
  }

  // FIPS 180, examples.
  TEST_CASE("SHA-1 and SHA-256 give the published sums") {
    CHECK(hex_encode(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hex_encode(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  }

  // RFC 4231, test cases 1, 2 and 6: a short key, a key shorter than the sum, a key longer than a
  // block.
  TEST_CASE("HMAC-SHA-256 gives the published codes") {
    CHECK(hex_encode(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hex_encode(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hex_encode(hmac_sha256(std::string(131, '\xaa'),
                                 "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  }

  // RFC 2202, test cases 2 and 6.
  TEST_CASE("HMAC-SHA-1 gives the published codes") {
    CHECK(hex_encode(hmac_sha1("Jefe", "what do ya want for nothing?")) ==
          "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    CHECK(hex_encode(hmac_sha1(std::string(80, '\xaa'),
                               "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "aa4ae5e15272d00e95705637ce8a3b55ed402112");
  }

  TEST_CASE("a finished hasher begins anew") {
    Sha256 hash;
    hash.update("abc");
    CHECK(hash.finish() == sha256("abc"));
    CHECK(hash.finish() == sha256(""));
    hash.update("abc");
    CHECK(hash.finish() == sha256("abc"));
  }

  TEST_CASE("a hasher keeps what it has read when it moves, and is not disturbed by others") {
    Sha1 hash;
    hash.update("a");
    Sha1 moved = std::move(hash);
    CHECK(sha1("something else") != sha1("abc"));
    moved.update("bc");
    CHECK(moved.finish() == sha1("abc"));
  }

  TEST_CASE("a sum serves as the bytes of a key") {
    const Sha256Sum key = hmac_sha256("AWS4secret", "20150830");
    CHECK(as_bytes(key).size() == 32);
    CHECK(hmac_sha256(as_bytes(key), "x") == hmac_sha256(std::string(as_bytes(key)), "x"));
  }
}
