#include "logs/event_log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/hash/random.h"

namespace emu::test {

TEST_SUITE("logs: EventLog") {
  TEST_CASE("events are read by rank, and found by time") {
    logs::EventLog log;
    log.append(1000, 1005, "first");
    log.append(2000, 2005, "second");
    CHECK(log.size() == 2);
    CHECK(log.at(1).message == "second");
    CHECK(log.at(1).timestamp == 2000);
    CHECK(log.at(1).ingestion_time == 2005);
    CHECK(log.rank_at(1001) == 1);
    CHECK(log.rank_at(2001) == 2);
  }

  TEST_CASE("over many blocks and in any order it tells what a sorted list tells") {
    for (const std::uint64_t disorder : {0U, 50U}) {
      Random random(7);
      logs::EventLog log;
      std::vector<std::pair<std::int64_t, std::string>> model;
      for (int i = 0; i < 2000; ++i) {
        const auto time = static_cast<std::int64_t>(i / 3 + 100 - random.below(disorder + 1));
        std::string text = std::to_string(i) + std::string(random.below(40), 'x');
        log.append(time, time, text);
        model.emplace_back(time, std::move(text));
      }
      std::stable_sort(model.begin(), model.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      REQUIRE(log.size() == model.size());
      bool same = true;
      for (std::size_t rank = 0; rank < model.size(); ++rank) {
        const logs::EventView event = log.at(rank);
        same = same && event.timestamp == model[rank].first && event.message == model[rank].second;
      }
      CHECK(same);
    }
  }

  TEST_CASE("dropping frees whole blocks and leaves the rest as it is") {
    logs::EventLog log;
    for (int i = 0; i < 1000; ++i) log.append(i, i, std::to_string(i));
    const auto dropped = log.drop_before(600);
    CHECK(dropped.events == 512);
    CHECK(dropped.bytes == 10 + 90 * 2 + 412 * 3);
    CHECK(log.size() == 488);
    CHECK(log.at(0).message == "512");
    CHECK(log.at(0).arrival == 512);
    CHECK(log.drop_before(2000).events == 256);
    CHECK(log.at(log.size() - 1).message == "999");
  }
}

}  // namespace emu::test
