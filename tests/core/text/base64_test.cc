#include "core/text/base64.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "core/hash/random.h"

using namespace emu;

namespace {

std::string random_bytes(Random& random, std::size_t length) {
  std::string bytes(length, '\0');
  random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

}  // namespace

TEST_SUITE("core: base64") {
  TEST_CASE("a text is encoded with padding and decoded again") {
    CHECK(base64_encode("hello") == "aGVsbG8=");
    CHECK(base64_decode("aGVsbG8=") == "hello");
  }

  // RFC 4648, section 10.
  TEST_CASE("the published vectors hold in both directions") {
    const std::pair<const char*, const char*> vectors[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, encoded] : vectors) {
      CHECK(base64_encode(plain) == encoded);
      CHECK(base64_decode(encoded) == plain);
    }
  }

  TEST_CASE("the url-safe alphabet has no padding when written and may have it when read") {
    CHECK(base64_encode("\xfb\xff") == "+/8=");
    CHECK(base64_url_encode("\xfb\xff") == "-_8");
    CHECK(base64_url_decode("-_8") == "\xfb\xff");
    CHECK(base64_url_decode("-_8=") == "\xfb\xff");
    CHECK(base64_url_decode("-_8==") == std::nullopt);
    CHECK(base64_url_decode("+/8") == std::nullopt);
  }

  TEST_CASE("whatever is not exactly an encoding is refused") {
    for (const char* text : {"Zg", "Zg=", "Z===", "=", "====", "Zg==Zg==", "Zm9v\n", " Zm9v",
                             "Zm9-", "Zm=v", "Z=9v", "Zh==", "Zm9=", "\xc3\xa9=="}) {
      CAPTURE(text);
      CHECK(base64_decode(text) == std::nullopt);
    }
  }

  TEST_CASE("random bytes of every length make the round trip") {
    Random random(1);
    for (std::size_t length = 0; length < 200; ++length) {
      const std::string bytes = random_bytes(random, length);
      CHECK(base64_decode(base64_encode(bytes)) == bytes);
      CHECK(base64_url_decode(base64_url_encode(bytes)) == bytes);
    }
  }
}
