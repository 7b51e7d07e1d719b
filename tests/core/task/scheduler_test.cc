#include "core/task/scheduler.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/task/sim_scheduler.h"

namespace {

using emu::SimScheduler;
using emu::TaskId;
using emu::Time;
using emu::TimerId;
using emu::Waiter;
using namespace std::chrono_literals;

const Time kStart = emu::from_epoch_millis(1'767'225'600'000);

struct SchedulerFixture {
  SimScheduler scheduler{{.start = kStart}};
  std::string seen;

  void note_at(Time time, char what) {
    scheduler.at(time, [this, what] { seen += what; });
  }
};

// Ten tasks that write their letters in turn, five times each.
std::string interleaving(SimScheduler::Choice choice, std::uint64_t seed) {
  SimScheduler scheduler({.choice = choice, .seed = seed});
  std::string seen;
  for (char name = 'a'; name < 'k'; ++name) {
    scheduler.spawn({}, [&scheduler, &seen, name] {
      for (int turn = 0; turn < 5; ++turn) {
        seen += name;
        scheduler.yield();
      }
    });
  }
  scheduler.run_until_idle();
  return seen;
}

}  // namespace

TEST_SUITE("core: scheduler") {
  TEST_CASE_FIXTURE(SchedulerFixture, "a task sleeps in virtual time, and time jumps to its end") {
    scheduler.spawn({.name = "sleeper"}, [&] {
      scheduler.sleep_until(scheduler.now() + 15s);
      seen += "awake";
    });
    scheduler.run_until_idle();
    CHECK(seen == "awake");
    CHECK(scheduler.now() == kStart + 15s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "spawn does not run the body, and says who is current only inside") {
    TaskId inside;
    const TaskId id = scheduler.spawn({}, [&] { inside = scheduler.current(); });
    CHECK(inside == TaskId{});
    CHECK(scheduler.alive(id));
    CHECK(scheduler.current() == TaskId{});
    scheduler.run_ready();
    CHECK(inside == id);
    CHECK_FALSE(scheduler.alive(id));
    CHECK(scheduler.now() == kStart);
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "the id of an ended task is not used again") {
    const TaskId first = scheduler.spawn({}, [] {});
    scheduler.run_ready();
    const TaskId second = scheduler.spawn({}, [&] { seen += 'x'; });
    CHECK(first != second);
    scheduler.kill(first);
    scheduler.run_ready();
    CHECK(seen == "x");
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "a task that spawns another goes on first") {
    scheduler.spawn({}, [&] {
      scheduler.spawn({}, [&] { seen += 'b'; });
      seen += 'a';
    });
    scheduler.run_ready();
    CHECK(seen == "ab");
  }

  TEST_CASE("in FIFO order tasks that yield take turns") {
    CHECK(interleaving(SimScheduler::Choice::kFifo, 1) ==
          "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij");
  }

  TEST_CASE("equal seeds give equal orders, other seeds others") {
    const std::string once = interleaving(SimScheduler::Choice::kSeeded, 1);
    CHECK(once == interleaving(SimScheduler::Choice::kSeeded, 1));
    CHECK(once != interleaving(SimScheduler::Choice::kSeeded, 2));
    CHECK(once != interleaving(SimScheduler::Choice::kFifo, 1));
  }

  TEST_CASE("the order that a seed gives is the same on every machine") {
    CHECK(interleaving(SimScheduler::Choice::kSeeded, 42) ==
          "hcegbgigcaejgcehdjfhhijbegbebfifdbhajfifijaddcadca");
  }
}

TEST_SUITE("core: scheduler timers") {
  TEST_CASE_FIXTURE(SchedulerFixture, "timers of one instant fire in the order they were set") {
    note_at(kStart + 2s, 'b');
    note_at(kStart + 1s, 'a');
    note_at(kStart + 2s, 'c');
    scheduler.run_until_idle();
    CHECK(seen == "abc");
    CHECK(scheduler.now() == kStart + 2s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "a timer in the past fires as soon as possible, and time stays") {
    note_at(kStart, 'a');
    note_at(kStart - 1s, 'b');
    scheduler.run_until_idle();
    CHECK(seen == "ab");
    CHECK(scheduler.now() == kStart);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "a callback comes before the tasks it readies, these before the next timer") {
    Waiter waiter;
    scheduler.spawn({}, [&] {
      scheduler.park(waiter, {});
      seen += 't';
    });
    scheduler.at(kStart + 1s, [&] {
      scheduler.wake(waiter);
      seen += '1';
    });
    note_at(kStart + 1s, '2');
    scheduler.run_until_idle();
    CHECK(seen == "1t2");
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "a cancelled timer does not fire; cancelling twice or too late does nothing") {
    const TimerId id = scheduler.at(kStart + 1s, [&] { seen += 'x'; });
    const TimerId fired = scheduler.at(kStart, [&] { seen += 'f'; });
    scheduler.cancel(id);
    scheduler.cancel(id);
    scheduler.cancel(TimerId{});
    scheduler.run_until_idle();
    scheduler.cancel(fired);
    CHECK(seen == "f");
    CHECK(scheduler.now() == kStart);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "what a callback throws comes out of the driving call, and driving goes on") {
    scheduler.at(kStart + 1s, [] { throw std::runtime_error("from a callback"); });
    note_at(kStart + 2s, 'x');
    CHECK_THROWS_WITH(scheduler.run_until_idle(), "from a callback");
    CHECK(scheduler.now() == kStart + 1s);
    scheduler.run_until_idle();
    CHECK(seen == "x");
  }
}

TEST_SUITE("core: scheduler parking") {
  TEST_CASE_FIXTURE(SchedulerFixture, "a parked task continues when it is woken") {
    Waiter waiter;
    bool woken = false;
    scheduler.spawn({}, [&] { woken = scheduler.park(waiter, kStart + 20s); });
    scheduler.at(kStart + 3s, [&] { scheduler.wake(waiter); });
    scheduler.run_until_idle();
    CHECK(woken);
    CHECK(scheduler.now() == kStart + 3s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "a parked task that nobody wakes continues at its deadline") {
    Waiter waiter;
    bool woken = true;
    scheduler.spawn({}, [&] { woken = scheduler.park(waiter, kStart + 20s); });
    scheduler.run_until_idle();
    CHECK_FALSE(woken);
    CHECK(scheduler.now() == kStart + 20s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "a wake before park is remembered, once") {
    Waiter waiter;
    scheduler.wake(waiter);
    scheduler.wake(waiter);
    scheduler.spawn({}, [&] {
      seen += scheduler.park(waiter, kStart + 1h) ? 'w' : 'd';
      CHECK(scheduler.now() == kStart);
      seen += scheduler.park(waiter, kStart + 1s) ? 'w' : 'd';
    });
    scheduler.run_until_idle();
    CHECK(seen == "wd");
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "two wakes make a task ready once") {
    Waiter waiter;
    scheduler.spawn({}, [&] {
      scheduler.park(waiter, {});
      seen += 'a';
      scheduler.sleep_until(kStart + 1s);
      seen += 'b';
    });
    scheduler.run_ready();
    scheduler.wake(waiter);
    scheduler.wake(waiter);
    scheduler.run_ready();
    CHECK(seen == "a");
    scheduler.run_until_idle();
    CHECK(seen == "ab");
    CHECK(scheduler.now() == kStart + 1s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "the driving thread parks and sleeps while tasks run") {
    Waiter waiter;
    scheduler.spawn({}, [&] {
      scheduler.sleep_until(kStart + 2s);
      scheduler.wake(waiter);
    });
    CHECK(scheduler.park(waiter, {}));
    CHECK(scheduler.now() == kStart + 2s);
    CHECK_FALSE(scheduler.park(waiter, kStart + 3s));
    CHECK(scheduler.now() == kStart + 3s);
    note_at(kStart + 4s, 'x');
    note_at(kStart + 6s, 'y');
    scheduler.sleep_until(kStart + 5s);
    CHECK(seen == "x");
    CHECK(scheduler.now() == kStart + 5s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "the driving thread yields: each task that is ready gets a turn") {
    scheduler.spawn({}, [&] {
      seen += 'a';
      scheduler.yield();
      seen += 'c';
    });
    scheduler.spawn({}, [&] { seen += 'b'; });
    scheduler.yield();
    CHECK(seen == "ab");
    scheduler.yield();
    CHECK(seen == "abc");
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "a deadlock of the driving thread is told with the names of the parked tasks") {
    Waiter a;
    Waiter b;
    Waiter mine;
    const TaskId first = scheduler.spawn({.name = "consumer"}, [&] { scheduler.park(a, {}); });
    const TaskId second = scheduler.spawn({.name = "poller"}, [&] { scheduler.park(b, {}); });
    CHECK_THROWS_AS(scheduler.park(mine, {}), std::logic_error);
    CHECK_THROWS_WITH(scheduler.park(mine, {}),
                      "deadlock: the driving thread is parked and nothing is left that could wake "
                      "it; parked tasks: consumer, poller");
    scheduler.kill(first);
    scheduler.kill(second);
    CHECK_THROWS_WITH(scheduler.park(mine, {}),
                      "deadlock: the driving thread is parked and nothing is left that could wake "
                      "it; no task is left");
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "a task that switches inside a catch block keeps its exception") {
    const auto rethrow_after_sleep = [&](const char* name, auto wait) {
      try {
        try {
          throw std::runtime_error(name);
        } catch (const std::exception&) {
          scheduler.sleep_until(kStart + wait);
          throw;
        }
      } catch (const std::exception& error) {
        seen += error.what();
      }
    };
    scheduler.spawn({}, [&] { rethrow_after_sleep("a", 1s); });
    scheduler.spawn({}, [&] { rethrow_after_sleep("b", 2s); });
    scheduler.run_until_idle();
    CHECK(seen == "ab");
  }
}

TEST_SUITE("core: scheduler driving") {
  TEST_CASE_FIXTURE(SchedulerFixture, "run_until a time does what is due then and nothing later") {
    note_at(kStart + 1s, 'a');
    note_at(kStart + 2s, 'b');
    note_at(kStart + 2s + 1us, 'c');
    scheduler.run_until(kStart + 2s);
    CHECK(seen == "ab");
    CHECK(scheduler.now() == kStart + 2s);
    scheduler.run_until(kStart + 1s);
    CHECK(scheduler.now() == kStart + 2s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "run_until a condition stops right after the step that makes it true") {
    note_at(kStart + 1s, 'a');
    note_at(kStart + 2s, 'b');
    CHECK(scheduler.run_until([&] { return seen == "a"; }, kStart + 1h));
    CHECK(scheduler.now() == kStart + 1s);
    CHECK_FALSE(scheduler.run_until([&] { return seen == "never"; }, kStart + 5s));
    CHECK(seen == "ab");
    CHECK(scheduler.now() == kStart + 5s);
  }

  TEST_CASE_FIXTURE(SchedulerFixture,
                    "idle means that only daemons wait; they run while others are waited for") {
    int polls = 0;
    scheduler.spawn({.name = "poller", .daemon = true}, [&] {
      for (;;) {
        ++polls;
        scheduler.sleep_until(scheduler.now() + 1s);
      }
    });
    scheduler.at(
        kStart + 30s, [] {}, true);
    scheduler.run_until_idle();
    CHECK(polls == 1);
    CHECK(scheduler.now() == kStart);
    scheduler.spawn({}, [&] { scheduler.sleep_until(kStart + 3s + 500ms); });
    scheduler.run_until_idle();
    CHECK(polls == 4);
    CHECK(scheduler.now() == kStart + 3s + 500ms);
  }

  TEST_CASE_FIXTURE(SchedulerFixture, "ten thousand tasks sleep at once and wake in order") {
#if defined(EMU_FIBER_THREAD) || defined(__SANITIZE_THREAD__)
    constexpr int kTasks = 500;
#else
    constexpr int kTasks = 10'000;
#endif
    std::vector<int> order;
    for (int i = 0; i < kTasks; ++i) {
      scheduler.spawn({}, [&, i] {
        scheduler.sleep_until(kStart + (kTasks - i) * 1ms);
        order.push_back(i);
      });
    }
    scheduler.run_until_idle();
    REQUIRE(order.size() == kTasks);
    bool descending = true;
    for (int i = 0; i < kTasks; ++i) {
      descending = descending && order[static_cast<std::size_t>(i)] == kTasks - 1 - i;
    }
    CHECK(descending);
    CHECK(scheduler.now() == kStart + kTasks * 1ms);
  }
}
