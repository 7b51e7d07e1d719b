#include "core/hash/ids.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

using namespace emu;

namespace {

bool consists_of(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

}  // namespace

TEST_SUITE("core: ids") {
  TEST_CASE("ids come from the stream: equal seeds give equal ids") {
    Random a(1);
    Random b(1);
    const std::string id = uuid4(a);
    CHECK(id == uuid4(b));
    CHECK(id != uuid4(a));
  }

  TEST_CASE("a version 4 UUID has its dashes, its version and its variant") {
    Random random(2);
    std::set<char> variants;
    for (int i = 0; i < 1000; ++i) {
      const std::string id = uuid4(random);
      REQUIRE(id.size() == 36);
      for (const std::size_t dash : {8U, 13U, 18U, 23U}) CHECK(id[dash] == '-');
      CHECK(consists_of(id, "0123456789abcdef-"));
      CHECK(std::count(id.begin(), id.end(), '-') == 4);
      CHECK(id[14] == '4');
      variants.insert(id[19]);
    }
    CHECK(variants == std::set<char>{'8', '9', 'a', 'b'});
  }

  TEST_CASE("appending a UUID leaves what was there") {
    Random a(3);
    Random b(3);
    std::string text = "id=";
    append_uuid4(a, text);
    CHECK(text == "id=" + uuid4(b));
  }

  TEST_CASE("the other ids have the length and the characters asked for") {
    Random random(4);
    for (std::size_t length = 0; length < 70; ++length) {
      const std::string hex = hex_id(random, length);
      const std::string base62 = base62_id(random, length);
      const std::string upper = upper_alnum_id(random, length);
      CHECK(hex.size() == length);
      CHECK(base62.size() == length);
      CHECK(upper.size() == length);
      CHECK(consists_of(hex, "0123456789abcdef"));
      CHECK(consists_of(base62, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));
      CHECK(consists_of(upper, "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    }
  }

  TEST_CASE("all characters of the alphabets are used") {
    Random random(5);
    const auto distinct = [](const std::string& id) {
      return std::set<char>(id.begin(), id.end()).size();
    };
    CHECK(distinct(hex_id(random, 5000)) == 16);
    CHECK(distinct(base62_id(random, 5000)) == 62);
    CHECK(distinct(upper_alnum_id(random, 5000)) == 32);
  }
}
