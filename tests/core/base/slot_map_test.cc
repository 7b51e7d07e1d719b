#include "core/base/slot_map.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/base/ring.h"

using namespace emu;

TEST_SUITE("core: slot map") {
  TEST_CASE("no id is given twice, also when the memory of many slots has gone in between") {
    SlotMap<std::string> map;
    std::set<std::uint64_t> seen;
    for (int round = 0; round < 3; ++round) {
      std::vector<std::uint64_t> ids;
      for (int i = 0; i < 10'000; ++i) ids.push_back(map.add("value"));
      for (const std::uint64_t id : ids) CHECK_MESSAGE(seen.insert(id).second, id);
      for (const std::uint64_t id : ids) map.erase(id);
      CHECK(map.size() == 0);
    }
    for (const std::uint64_t id : seen) CHECK_MESSAGE(map.find(id) == nullptr, id);
  }

  TEST_CASE("ids grow in the order in which values are added, whatever slots they get") {
    SlotMap<std::string> map;
    const std::uint64_t first = map.add("a");
    const std::uint64_t second = map.add("b");
    map.erase(second);
    map.erase(first);
    const std::uint64_t third = map.add("c");
    const std::uint64_t fourth = map.add("d");
    CHECK(first < second);
    CHECK(second < third);
    CHECK(third < fourth);
  }
}

TEST_SUITE("core: ring") {
  TEST_CASE("a ring is used again after its last of many elements has gone") {
    Ring<int> ring;
    for (int round = 0; round < 2; ++round) {
      for (int i = 0; i < 10'000; ++i) ring.push_back(i);
      for (int i = 0; i < 10'000; ++i) CHECK_MESSAGE(ring.pop_front() == i, i);
      CHECK(ring.empty());
    }
  }
}
