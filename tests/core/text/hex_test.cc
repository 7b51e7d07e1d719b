#include "core/text/hex.h"

#include <doctest/doctest.h>

#include <array>

using namespace emu;

TEST_SUITE("core: hex") {
  TEST_CASE("bytes become lower-case digits and come back") {
    CHECK(hex_encode("hi\xff") == "6869ff");
    CHECK(hex_decode("6869ff") == "hi\xff");
  }

  TEST_CASE("an array of bytes is encoded like a string") {
    const std::array<std::uint8_t, 3> bytes = {0x00, 0x7f, 0x80};
    CHECK(hex_encode(bytes) == "007f80");
    CHECK(hex_encode("") == "");
  }

  TEST_CASE("a word always has sixteen digits") {
    std::string out = "x";
    append_hex(0xabc, out);
    CHECK(out == "x0000000000000abc");
  }

  TEST_CASE("capital digits are read too") { CHECK(hex_decode("fFAa") == "\xff\xaa"); }

  TEST_CASE("odd lengths and foreign characters are refused") {
    for (const char* text : {"a", "abc", "0g", "g0", " 00", "0x00", "@@", "``"}) {
      CAPTURE(text);
      CHECK(hex_decode(text) == std::nullopt);
    }
  }
}
