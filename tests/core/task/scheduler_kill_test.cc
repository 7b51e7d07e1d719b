#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/task/sim_scheduler.h"

namespace {

using emu::SimScheduler;
using emu::TaskId;
using emu::TaskKilled;
using emu::Time;
using emu::Waiter;
using namespace std::chrono_literals;

const Time kEpoch = emu::from_epoch_millis(0);

// Notes that the frame it lives in has been left.
struct Leaving {
  std::string& seen;
  ~Leaving() { seen += "left "; }
};

struct KillFixture {
  SimScheduler scheduler{{.start = kEpoch}};
  std::string seen;

  // A task that notes its way through one wait.
  TaskId spawn_around(std::function<void()> wait) {
    return scheduler.spawn({}, [this, wait = std::move(wait)] {
      const Leaving leaving{.seen = seen};
      seen += "began ";
      wait();
      seen += "went on ";
    });
  }
};

}  // namespace

TEST_SUITE("core: killing tasks") {
  TEST_CASE_FIXTURE(KillFixture, "a sleeping task unwinds at once, and its timer is gone") {
    const TaskId id = spawn_around([&] { scheduler.sleep_until(kEpoch + 1h); });
    scheduler.run_ready();
    scheduler.kill(id);
    CHECK(scheduler.alive(id));
    scheduler.run_until_idle();
    CHECK(seen == "began left ");
    CHECK_FALSE(scheduler.alive(id));
    CHECK(scheduler.now() == kEpoch);
    scheduler.kill(id);
  }

  TEST_CASE_FIXTURE(KillFixture,
                    "a parked task unwinds, and a waiter that lives on can be woken harmlessly") {
    Waiter waiter;
    const TaskId id = spawn_around([&] { scheduler.park(waiter, kEpoch + 1h); });
    scheduler.run_ready();
    scheduler.kill(id);
    scheduler.wake(waiter);
    scheduler.run_until_idle();
    CHECK(seen == "began left ");
    CHECK_FALSE(scheduler.alive(id));
    scheduler.wake(waiter);
    scheduler.run_until_idle();
    CHECK(scheduler.now() == kEpoch);
  }

  TEST_CASE_FIXTURE(KillFixture, "a ready task unwinds when its turn comes") {
    const TaskId id = spawn_around([&] { scheduler.yield(); });
    scheduler.spawn({}, [&] { scheduler.kill(id); });
    scheduler.run_ready();
    CHECK(seen == "began left ");
  }

  TEST_CASE_FIXTURE(KillFixture, "a task that never began never runs, and what it holds is freed") {
    const auto held = std::make_shared<int>(1);
    const TaskId id = scheduler.spawn({}, [this, held] { seen += "ran"; });
    scheduler.kill(id);
    scheduler.run_ready();
    CHECK(seen.empty());
    CHECK(held.use_count() == 1);
    CHECK_FALSE(scheduler.alive(id));
  }

  TEST_CASE_FIXTURE(KillFixture, "a task that kills itself goes on to its next wait") {
    spawn_around([&] {
      scheduler.kill(scheduler.current());
      seen += "still here ";
      scheduler.yield();
    });
    scheduler.run_ready();
    CHECK(seen == "began still here left ");
  }

  TEST_CASE_FIXTURE(KillFixture, "each further wait throws again, of whatever kind") {
    Waiter waiter;
    scheduler.wake(waiter);
    const TaskId id = spawn_around([&] {
      const auto swallow = [&](const std::function<void()>& wait) {
        try {
          wait();
          seen += "waited ";
        } catch (...) {
          seen += "swallowed ";
        }
      };
      swallow([&] { scheduler.sleep_until(kEpoch + 1h); });
      swallow([&] { scheduler.sleep_until(kEpoch); });
      swallow([&] { scheduler.park(waiter, {}); });
      swallow([&] { scheduler.yield(); });
    });
    scheduler.run_ready();
    scheduler.kill(id);
    scheduler.run_ready();
    CHECK(seen == "began swallowed swallowed swallowed swallowed went on left ");
    CHECK_FALSE(scheduler.alive(id));
  }

  TEST_CASE_FIXTURE(KillFixture, "catching std::exception does not catch a kill") {
    const TaskId id = spawn_around([&] {
      try {
        scheduler.sleep_until(kEpoch + 1h);
      } catch (const std::exception&) {
        seen += "caught ";
      }
    });
    scheduler.run_ready();
    scheduler.kill(id);
    scheduler.run_ready();
    CHECK(seen == "began left ");
  }

  TEST_CASE("the destructor unwinds what is left, and drops timers and tasks that come meanwhile") {
    std::string seen;
    const auto held = std::make_shared<int>(1);
    {
      Waiter outside;
      SimScheduler scheduler({.start = kEpoch});
      scheduler.spawn({.daemon = true}, [&] {
        const Leaving leaving{.seen = seen};
        scheduler.sleep_until(kEpoch + 1h);
      });
      scheduler.spawn({}, [&] {
        const Leaving leaving{.seen = seen};
        try {
          scheduler.park(outside, {});
        } catch (const TaskKilled&) {
          scheduler.spawn({}, [&seen, held] { seen += "late task "; });
          scheduler.at(kEpoch, [&seen, held] { seen += "late timer "; });
          throw;
        }
      });
      scheduler.run_ready();
      scheduler.spawn({}, [&seen, held] { seen += "never began "; });
      scheduler.at(kEpoch + 1h, [&seen, held] { seen += "timer "; });
      CHECK(held.use_count() > 1);
    }
    CHECK(seen == "left left ");
    CHECK(held.use_count() == 1);
  }
}
