#include "dynamodb/item_store.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

#include "core/hash/random.h"

namespace emu::test {

using namespace emu::dynamodb;

TEST_SUITE("dynamodb: the store of items") {
  TEST_CASE("it finds what was put, by hash and range key") {
    ItemStore store(false);
    store.put({.hash = "a", .range = "1"}, {{"v", N(1)}}, 10);
    store.put({.hash = "a", .range = "2"}, {{"v", N(2)}}, 20);
    CHECK(store.find({.hash = "a", .range = "2"})->item.at("v").integer() == 2);
    CHECK(store.find({.hash = "b", .range = "2"}) == nullptr);
    CHECK(store.count() == 2);
    CHECK(store.bytes() == 30);
    store.put({.hash = "a", .range = "2"}, {}, 5);
    CHECK(store.count() == 2);
    CHECK(store.bytes() == 15);
    store.erase({.hash = "a", .range = "1"});
    store.erase({.hash = "a", .range = "1"});
    CHECK(store.count() == 1);
    CHECK(store.bytes() == 5);
  }

  TEST_CASE("a copy has the same items, and goes its own way from then on") {
    ItemStore store(true);
    for (int i = 0; i < 100; ++i) {
      const std::string hash = std::to_string(i % 40);
      store.put({.hash = hash, .range = std::to_string(i)}, {{"v", N(i)}}, 3);
    }
    ItemStore copy = store;
    CHECK(copy.count() == 100);
    CHECK(copy.bytes() == 300);
    CHECK(copy.find({.hash = "39", .range = "79"})->item.at("v").integer() == 79);

    copy.erase({.hash = "39", .range = "79"});
    copy.find({.hash = "0", .range = "0"})->item["v"] = N(-1);
    CHECK(copy.count() == 99);
    CHECK(store.count() == 100);
    CHECK(store.find({.hash = "39", .range = "79"}) != nullptr);
    CHECK(store.find({.hash = "0", .range = "0"})->item.at("v").integer() == 0);
  }

  TEST_CASE("it agrees with a map over many random steps") {
    ItemStore store(true);
    std::map<std::pair<std::string, std::string>, std::int64_t> model;
    Random random(7);
    for (std::int64_t step = 0; step < 20'000; ++step) {
      const std::string hash = "h" + std::to_string(random.below(700));
      const std::string range = std::to_string(random.below(4));
      const ItemKey key{.hash = hash, .range = range};
      if (random.below(3) == 0) {
        store.erase(key);
        model.erase({hash, range});
      } else {
        store.put(key, {{"v", N(step)}}, 1);
        model[{hash, range}] = step;
      }
    }
    CHECK(store.count() == model.size());
    for (std::uint64_t h = 0; h < 700; ++h) {
      for (int r = 0; r < 4; ++r) {
        const std::string hash = "h" + std::to_string(h);
        const std::string range = std::to_string(r);
        const Record* record = store.find({.hash = hash, .range = range});
        auto expected = model.find({hash, range});
        REQUIRE((record != nullptr) == (expected != model.end()));
        if (record != nullptr) REQUIRE(record->item.at("v").integer() == expected->second);
      }
    }
  }
}

}  // namespace emu::test
