#include "sim/message_tracker.h"

#include <doctest/doctest.h>

#include <chrono>
#include <deque>
#include <string>

#include "core/hash/ids.h"
#include "core/hash/random.h"

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

const Time kBegin = from_epoch_millis(0);
constexpr const char* kA = "11111111-2222-4333-8444-555555555555";
constexpr const char* kB = "aaaaaaaa-2222-4333-8444-555555555555";

TEST_SUITE("sim: message tracker") {
  TEST_CASE("a message is followed from its sending to its deletion") {
    MessageTracker tracker;
    tracker.sent({kA}, kBegin);
    CHECK(tracker.pending() == 1);
    tracker.deleted({kA}, kBegin + 5ms);
    CHECK(tracker.pending() == 0);
    const MessageFigures figures = tracker.figures();
    CHECK(figures.sent == 1);
    CHECK(figures.processed == 1);
    CHECK(figures.latency.max == Duration(5ms));
  }

  TEST_CASE("ids may come several at once, and a message counts once") {
    MessageTracker tracker;
    tracker.sent({kA, kB}, kBegin);
    tracker.deleted({kB, kA}, kBegin + 1s);
    tracker.deleted({kA}, kBegin + 2s);
    tracker.deleted({""}, kBegin + 2s);
    tracker.deleted({"unknown"}, kBegin + 2s);
    CHECK(tracker.figures().processed == 2);
    CHECK(tracker.figures().latency.max == Duration(1s));
  }

  TEST_CASE("what was moved to a dead-letter queue or has expired is not pending") {
    MessageTracker tracker;
    tracker.sent({kA, kB}, kBegin);
    tracker.redriven(kA);
    tracker.expired(kB);
    CHECK(tracker.pending() == 0);
    CHECK(tracker.figures().redriven == 1);
    CHECK(tracker.figures().expired == 1);
    CHECK(tracker.figures().processed == 0);
  }

  TEST_CASE("none is lost or mixed up among many that come and go") {
    Random random(9);
    MessageTracker tracker;
    std::deque<std::string> waiting;
    std::uint64_t sent = 0;
    for (int i = 0; i < 200'000; ++i) {
      // First more are sent than deleted, then the other way round.
      if (random.below(10) < (i < 100'000 ? 6U : 3U)) {
        waiting.push_back(uuid4(random));
        tracker.sent({waiting.back()}, kBegin + Duration(i));
        ++sent;
      } else if (!waiting.empty()) {
        const std::size_t which = random.below(waiting.size());
        std::swap(waiting[which], waiting.front());
        tracker.deleted({waiting.front()}, kBegin + Duration(i));
        waiting.pop_front();
      }
      if (i % 1000 == 0) REQUIRE(tracker.pending() == waiting.size());
    }
    for (const std::string& id : waiting) tracker.deleted({id}, kBegin + 1s);
    CHECK(tracker.pending() == 0);
    CHECK(tracker.figures().processed == sent);
  }
}

}  // namespace
}  // namespace emu::sim
