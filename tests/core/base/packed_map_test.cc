#include "core/base/packed_map.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "core/hash/random.h"

using namespace emu;

namespace {

using Map = PackedMap<int>;

void put(Map& map, std::string_view key, int value) {
  const auto at = map.lower_bound(key);
  if (at != map.end() && at.key() == key) {
    at.value() = value;
  } else {
    map.emplace_hint(at, key, int(value));
  }
}

std::vector<std::pair<std::string, int>> entries(const Map& map) {
  std::vector<std::pair<std::string, int>> result;
  for (auto at = map.begin(); at != map.end(); ++at) result.emplace_back(at.key(), at.value());
  return result;
}

// Short keys that often begin alike, the empty one and bytes above 127 among them.
std::string some_key(Random& random, std::uint64_t keys) {
  const std::uint64_t number = random.below(keys);
  if (number == 0) return {};
  return fmt::format("{}{}", std::string(number % 3, '\xe4'), number / 3);
}

}  // namespace

TEST_SUITE("core: a packed map") {
  TEST_CASE("entries are found and walked in the order of their keys") {
    Map map;
    CHECK(map.empty());
    CHECK(map.find("a") == map.end());
    put(map, "b", 2);
    put(map, "", 0);
    put(map, "a", 1);
    CHECK_FALSE(map.empty());
    CHECK(entries(map) == std::vector<std::pair<std::string, int>>{{"", 0}, {"a", 1}, {"b", 2}});
    CHECK(map.find("a").value() == 1);
    CHECK(map.find("aa") == map.end());
    CHECK(map.lower_bound("aa").key() == "b");
    CHECK(map.upper_bound("a").key() == "b");
    CHECK(map.upper_bound("b") == map.end());
    map.erase(map.find("a"));
    CHECK(map.find("a") == map.end());
  }

  TEST_CASE("values stay where they are while others come and go") {
    Map map;
    put(map, "500", 1);
    const int* const value = &map.find("500").value();
    for (int i = 0; i < 1'000; ++i) put(map, fmt::format("{:03}", i), i);
    for (int i = 0; i < 1'000; i += 3) map.erase(map.find(fmt::format("{:03}", i)));
    CHECK(&map.find("500").value() == value);
  }

  TEST_CASE("it holds what a map of the standard library holds, whatever is done to both") {
    for (const std::uint64_t keys : {5, 300, 5'000}) {
      Random random(keys);
      Map map;
      std::map<std::string, int, std::less<>> model;
      for (int step = 0; step < 20'000; ++step) {
        const std::string key = some_key(random, keys);
        // Grows for a while, then shrinks until nothing is left.
        const bool grows = step % 10'000 < 5'000;
        if (random.below(4) == 0 ? !grows : grows) {
          put(map, key, step);
          model[key] = step;
        } else if (const auto at = map.lower_bound(key); at != map.end()) {
          model.erase(std::string(at.key()));
          map.erase(at);
        }
        const auto found = map.lower_bound(key);
        const auto expected = model.lower_bound(key);
        REQUIRE((found == map.end()) == (expected == model.end()));
        if (expected == model.end()) continue;
        REQUIRE(found.key() == expected->first);
        REQUIRE(found.value() == expected->second);
        const Map& constant = map;
        REQUIRE(constant.lower_bound(constant.begin(), key).key() == expected->first);
      }
      const auto all = entries(map);
      CHECK(std::equal(
          all.begin(), all.end(), model.begin(), model.end(),
          [](const auto& a, const auto& b) { return a.first == b.first && a.second == b.second; }));
      while (!map.empty()) map.erase(map.begin());
      CHECK(map.begin() == map.end());
    }
  }
}
