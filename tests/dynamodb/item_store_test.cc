#include "dynamodb/item_store.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/hash/random.h"

namespace emu::test {

using namespace emu::dynamodb;

namespace {

StoredItem numbered(std::int64_t number) { return StoredItem::pack({{"v", N(number)}}); }

std::string number_in(const StoredItem* item) {
  return item == nullptr ? "nothing" : std::string(item->find("v")->scalar());
}

// Hash and range of each entry, in the order of the walk.
std::vector<std::string> keys_from(Partitions<StoredItem>::Walk walk) {
  std::vector<std::string> keys;
  for (; !walk.at_end(); walk.next()) {
    keys.push_back(std::string(walk.key().hash) + "/" + std::string(walk.key().range));
  }
  return keys;
}

}  // namespace

TEST_SUITE("dynamodb: the store of items") {
  TEST_CASE("it finds what was put, by hash and range key") {
    ItemStore store;
    CHECK_FALSE(store.put({.hash = "a", .range = "1"}, numbered(1)).has_value());
    CHECK_FALSE(store.put({.hash = "a", .range = "2"}, numbered(200)).has_value());
    CHECK(number_in(store.find({.hash = "a", .range = "2"})) == "200");
    CHECK(number_in(store.find({.hash = "b", .range = "2"})) == "nothing");
    CHECK(store.count() == 2);
    CHECK(store.bytes() == 6);  // "v" and two digits in a byte, with one for the number itself
    CHECK(store.put({.hash = "a", .range = "2"}, {})->find("v")->scalar() == "200");
    CHECK(store.count() == 2);
    CHECK(store.bytes() == 3);
    CHECK(store.erase({.hash = "a", .range = "1"}).has_value());
    CHECK_FALSE(store.erase({.hash = "a", .range = "1"}).has_value());
    CHECK(store.count() == 1);
    CHECK(store.bytes() == 0);
  }

  TEST_CASE("a copy has the same items, and goes its own way from then on") {
    ItemStore store;
    for (int i = 0; i < 100; ++i) {
      const std::string hash = std::to_string(i % 40);
      store.put({.hash = hash, .range = std::to_string(i)}, numbered(i));
    }
    ItemStore copy = store;
    CHECK(copy.count() == 100);
    CHECK(copy.bytes() == store.bytes());
    CHECK(number_in(copy.find({.hash = "39", .range = "79"})) == "79");

    copy.erase({.hash = "39", .range = "79"});
    copy.put({.hash = "0", .range = "0"}, numbered(-1));
    CHECK(copy.count() == 99);
    CHECK(store.count() == 100);
    CHECK(number_in(store.find({.hash = "39", .range = "79"})) == "79");
    CHECK(number_in(store.find({.hash = "0", .range = "0"})) == "0");
  }

  TEST_CASE("it agrees with a map over many random steps") {
    ItemStore store;
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
        store.put(key, numbered(step));
        model[{hash, range}] = step;
      }
    }
    CHECK(store.count() == model.size());
    for (std::uint64_t h = 0; h < 700; ++h) {
      for (int r = 0; r < 4; ++r) {
        const std::string hash = "h" + std::to_string(h);
        const std::string range = std::to_string(r);
        auto expected = model.find({hash, range});
        REQUIRE(number_in(store.find({.hash = hash, .range = range})) ==
                (expected == model.end() ? "nothing" : std::to_string(expected->second)));
      }
    }
  }

  TEST_CASE("a walk passes every entry once, and may begin behind any key") {
    ItemStore store;
    for (int i = 0; i < 60; ++i) {
      const std::string hash = "h" + std::to_string(i % 20);
      store.put({.hash = hash, .range = std::to_string(i / 20)}, numbered(i));
    }
    const Partitions<StoredItem>& partitions = store.partitions();
    const std::vector<std::string> all = keys_from(partitions.walk_from(0));
    REQUIRE(all.size() == 60);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string hash = all[i].substr(0, all[i].find('/'));
      const std::string range = all[i].substr(all[i].find('/') + 1);
      CHECK(keys_from(partitions.walk_after({.hash = hash, .range = range})) ==
            std::vector<std::string>(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end()));
      // The key need not be there any more.
      ItemStore without = store;
      without.erase({.hash = hash, .range = range});
      CHECK(keys_from(without.partitions().walk_after({.hash = hash, .range = range})).size() ==
            all.size() - i - 1);
    }
  }

  TEST_CASE("what many keys needed is given back when most of them have gone") {
    ItemStore store;
    for (int i = 0; i < 10'000; ++i) store.put({.hash = std::to_string(i)}, numbered(i));
    const Partitions<StoredItem>& partitions = store.partitions();
    std::vector<std::string> kept;
    for (std::string& key : keys_from(partitions.walk_from(0))) {
      if (std::stoi(key) % 1000 == 0) kept.push_back(std::move(key));
    }
    // A walk and what has been found stay what they are.
    const StoredItem* const found = store.find({.hash = "5000"});
    auto walk = partitions.walk_after({.hash = kept.front().substr(0, kept.front().find('/'))});
    while (std::string(walk.key().hash) + "/" != kept[1]) walk.next();
    for (int i = 0; i < 10'000; ++i) {
      if (i % 1000 != 0) store.erase({.hash = std::to_string(i)});
    }
    CHECK(partitions.bucket_count() <= 128);
    CHECK(keys_from(partitions.walk_from(0)) == kept);
    CHECK(keys_from(walk) == std::vector<std::string>(kept.begin() + 1, kept.end()));
    CHECK(store.find({.hash = "5000"}) == found);
    CHECK(number_in(found) == "5000");
    for (int i = 0; i < 10'000; ++i) store.put({.hash = std::to_string(i)}, numbered(i));
    CHECK(store.count() == 10'000);
    CHECK(keys_from(partitions.walk_from(0)).size() == 10'000);
  }

  TEST_CASE("walks from parts of the order meet without a gap") {
    ItemStore store;
    for (int i = 0; i < 500; ++i) store.put({.hash = std::to_string(i)}, numbered(i));
    constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
    std::size_t below = 0;
    for (auto walk = store.partitions().walk_from(0); walk.order() < kHalf; walk.next()) ++below;
    CHECK(below > 100);
    CHECK(below + keys_from(store.partitions().walk_from(kHalf)).size() == 500);
  }

  TEST_CASE("the entries of one hash key are in the order of their range keys") {
    ItemStore store;
    for (const char* range : {"b", "a", "c"}) store.put({.hash = "h", .range = range}, {});
    std::string order;
    for (const auto& [range, item] : *store.partitions().range_of("h")) order += range;
    CHECK(order == "abc");
    CHECK(store.partitions().range_of("other") == nullptr);
  }
}

}  // namespace emu::test
