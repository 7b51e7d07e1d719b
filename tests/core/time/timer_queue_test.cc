#include "core/time/timer_queue.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

using emu::Duration;
using emu::Time;
using emu::TimerId;
using emu::TimerQueue;

Time at(std::int64_t micros) { return Time(Duration(micros)); }

}  // namespace

TEST_SUITE("core: timer queue") {
  TEST_CASE("timers come out by time, and those of one time in the order they were added") {
    TimerQueue timers;
    std::string seen;
    timers.add(
        at(20), [&] { seen += 'c'; }, false);
    timers.add(
        at(10), [&] { seen += 'a'; }, false);
    timers.add(
        at(20), [&] { seen += 'd'; }, false);
    timers.add(
        at(10), [&] { seen += 'b'; }, false);
    CHECK(timers.next_time() == at(10));
    while (!timers.empty()) timers.take_next()();
    CHECK(seen == "abcd");
  }

  TEST_CASE("a cancelled timer is gone, and so is what its callback held") {
    TimerQueue timers;
    const auto held = std::make_shared<int>(1);
    timers.add(
        at(10), [] {}, false);
    const TimerId id = timers.add(
        at(5), [held] {}, false);
    CHECK(timers.next_time() == at(5));
    CHECK(timers.cancel(id));
    CHECK(held.use_count() == 1);
    CHECK(timers.next_time() == at(10));
    CHECK(timers.size() == 1);
    CHECK_FALSE(timers.cancel(id));
  }

  TEST_CASE("an id is never used twice: the old one does not cancel the timer in its place") {
    TimerQueue timers;
    const TimerId old = timers.add(
        at(1), [] {}, false);
    timers.take_next();
    const TimerId fresh = timers.add(
        at(1), [] {}, false);
    CHECK(old != fresh);
    CHECK_FALSE(timers.cancel(old));
    CHECK_FALSE(timers.cancel(TimerId{}));
    CHECK(timers.size() == 1);
  }

  TEST_CASE("daemons' timers do not count as foreground") {
    TimerQueue timers;
    timers.add(
        at(1), [] {}, true);
    const TimerId id = timers.add(
        at(2), [] {}, false);
    CHECK(timers.size() == 2);
    CHECK(timers.foreground() == 1);
    timers.cancel(id);
    CHECK(timers.foreground() == 0);
    timers.take_next();
    CHECK(timers.empty());
  }

  TEST_CASE("the destructor of a cancelled callback may use the queue") {
    TimerQueue timers;
    const TimerId other = timers.add(
        at(2), [] {}, false);
    const auto cancels_other =
        std::shared_ptr<void>(nullptr, [&timers, other](void*) { timers.cancel(other); });
    const TimerId id = timers.add(
        at(1), [held = cancels_other] {}, false);
    std::weak_ptr<void> watch = cancels_other;
    const_cast<std::shared_ptr<void>&>(cancels_other).reset();
    CHECK(timers.cancel(id));
    CHECK(watch.expired());
    CHECK(timers.empty());
  }

  TEST_CASE("it agrees with an ordered map through thousands of additions and cancellations") {
    TimerQueue timers;
    std::map<std::pair<Time, int>, TimerId> model;
    std::uint64_t state = 1;
    const auto draw = [&state](std::uint64_t below) {
      state = state * 6364136223846793005 + 1442695040888963407;
      return (state >> 33) % below;
    };
    int taken = -1;
    for (int i = 0; i < 20'000; ++i) {
      const std::uint64_t what = draw(10);
      if (what < 5 || model.empty()) {
        const Time time = at(static_cast<std::int64_t>(draw(1000)));
        const TimerId id = timers.add(
            time, [&taken, i] { taken = i; }, false);
        model.emplace(std::pair(time, i), id);
      } else if (what < 9) {
        auto victim = model.lower_bound({at(static_cast<std::int64_t>(draw(1000))), 0});
        if (victim == model.end()) victim = model.begin();
        CHECK(timers.cancel(victim->second));
        model.erase(victim);
      } else {
        CHECK(timers.next_time() == model.begin()->first.first);
        timers.take_next()();
        CHECK(taken == model.begin()->first.second);
        model.erase(model.begin());
      }
      CHECK(timers.size() == model.size());
    }
  }
}
