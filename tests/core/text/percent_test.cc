#include "core/text/percent.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash/random.h"

using namespace emu;

TEST_SUITE("core: percent-encoding") {
  TEST_CASE("reserved characters are encoded and decoded again") {
    CHECK(percent_encode("a b/ü") == "a%20b%2F%C3%BC");
    CHECK(percent_encode("a b/c", Slash::kKeep) == "a%20b/c");
    CHECK(percent_decode("a%20b%2F%C3%BC") == "a b/ü");
  }

  // "Create a signed AWS API request": what UriEncode leaves alone.
  TEST_CASE("only letters, digits and four marks stay as they are") {
    const std::string kept = "ABCXYZabcxyz0189-._~";
    CHECK(percent_encode(kept) == kept);
    CHECK(percent_encode("!*'();:@&=+$,?#[]%") ==
          "%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%3F%23%5B%5D%25");
    CHECK(percent_encode(std::string("\0\x7f\xff", 3)) == "%00%7F%FF");
  }

  TEST_CASE("a plus is a space only where the caller says so") {
    CHECK(percent_decode("a+b%2B") == "a+b+");
    CHECK(percent_decode("a+b%2B", Plus::kIsSpace) == "a b+");
  }

  TEST_CASE("digits may be of either case, and broken escapes are refused") {
    CHECK(percent_decode("%c3%Bc") == "ü");
    for (const char* text : {"%", "%4", "a%", "%zz", "%4g", "%%41", "% 41"}) {
      CAPTURE(text);
      CHECK(percent_decode(text) == std::nullopt);
    }
    CHECK(percent_decode(std::string_view("%41").substr(0, 2)) == std::nullopt);
  }

  TEST_CASE("a query keeps its order, its repetitions and its empty values") {
    const std::vector<RawQueryPair> raw = {{"b", "2"},  {"a", "1"}, {"b", "x=y"},
                                           {"acl", ""}, {"", "v"},  {"k%20", "a+b"}};
    CHECK(parse_raw_query("b=2&a=1&b=x=y&acl&=v&&k%20=a+b&") == raw);

    const std::vector<QueryPair> decoded = {{"k ", "a b"}, {"k", "a&b=c"}};
    CHECK(parse_query("k%20=a+b&k=a%26b%3Dc", Plus::kIsSpace) == decoded);
  }

  TEST_CASE("an empty query has no pairs, and one that cannot be decoded is refused") {
    CHECK(parse_raw_query("").empty());
    CHECK(parse_raw_query("&&").empty());
    CHECK(parse_query("")->empty());
    CHECK_FALSE(parse_query("a=1&b=%"));
    CHECK_FALSE(parse_query("a=1&%x=2"));
  }

  TEST_CASE("random bytes make the round trip") {
    Random random(4);
    for (std::size_t length = 0; length < 100; ++length) {
      std::string bytes(length, '\0');
      random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
      CHECK(percent_decode(percent_encode(bytes)) == bytes);
      CHECK(percent_decode(percent_encode(bytes, Slash::kKeep)) == bytes);
      CHECK(percent_decode(percent_encode(bytes), Plus::kIsSpace) == bytes);
    }
  }
}
