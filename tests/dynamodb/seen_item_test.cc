#include "dynamodb/seen_item.h"

#include <doctest/doctest.h>
#include <emu/dynamodb/value.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace emu;
using namespace emu::dynamodb;

TEST_SUITE("dynamodb: SeenItem") {
  TEST_CASE("attributes are found one by one and, of many, at once; none moves") {
    Item item;
    for (int i = 0; i < 20; ++i) item.emplace(fmt::format("a{:02}", i), N(i));
    const StoredItem stored = StoredItem::pack(item);
    SeenItem seen(&stored);
    std::vector<const AttributeValue*> found;
    for (const auto& [name, value] : item) {
      found.push_back(seen.find(name));
      REQUIRE(found.back() != nullptr);
      CHECK(*found.back() == value);
      CHECK(seen.find(name + "-") == nullptr);
    }
    std::size_t i = 0;
    for (const auto& [name, value] : item) CHECK(seen.find(name) == found[i++]);
    CHECK(seen.stored("a07")->scalar() == "7");
  }

  TEST_CASE("what does not exist has no attributes") {
    SeenItem none(nullptr);
    CHECK(none.find("a") == nullptr);
    CHECK_FALSE(none.stored("a"));
  }
}
