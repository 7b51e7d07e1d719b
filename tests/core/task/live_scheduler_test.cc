#include "core/task/live_scheduler.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace emu {
namespace {

using namespace std::chrono_literals;

LiveScheduler::Options held() { return {.start = Time(1h), .held = true}; }

TEST_SUITE("core: the live scheduler") {
  TEST_CASE("with the clock held, advancing lets what is due happen in its order") {
    LiveScheduler scheduler(held());
    std::vector<std::string> seen;  // guarded by the world's lock
    scheduler.spawn({.name = "sleeper"}, [&] {
      scheduler.sleep_until(scheduler.now() + 15s);
      seen.emplace_back("slept until " + iso8601(scheduler.now()));
      scheduler.sleep_until(scheduler.now() + 5s);
      seen.emplace_back("slept until " + iso8601(scheduler.now()));
    });
    scheduler.at(Time(1h + 18s), [&] { seen.emplace_back("timer"); });
    scheduler.advance(30s);
    CHECK(seen == std::vector<std::string>{"slept until 1970-01-01T01:00:15.000Z", "timer",
                                           "slept until 1970-01-01T01:00:20.000Z"});
    CHECK(scheduler.clock().now == Time(1h + 30s));
    CHECK(scheduler.clock().held);
  }

  TEST_CASE("a twelve-hour wait is over as soon as the clock says so") {
    LiveScheduler scheduler(held());
    std::atomic<bool> over = false;
    scheduler.spawn({}, [&] {
      scheduler.sleep_until(scheduler.now() + 12h);
      over = true;
    });
    scheduler.advance(12h - 1us);
    CHECK_FALSE(over);
    scheduler.advance(1us);
    CHECK(over);
  }

  TEST_CASE("time does not go back") {
    LiveScheduler scheduler(held());
    scheduler.run_until(Time(2h));
    scheduler.run_until(Time(1h));
    CHECK(scheduler.now() == Time(2h));
  }

  TEST_CASE("whoever asks for the clock to be held ends an advance that is under way") {
    LiveScheduler scheduler(held());
    std::promise<void> began;
    bool has_begun = false;
    std::function<void()> tick = [&] {
      if (!std::exchange(has_begun, true)) began.set_value();
      scheduler.at(scheduler.now() + 1ms, tick);
    };
    scheduler.at(Time(1h), tick);
    std::thread advancing([&] { scheduler.advance(std::chrono::years(1000)); });
    began.get_future().wait();
    scheduler.hold();
    advancing.join();
    CHECK(scheduler.now() < Time(std::chrono::years(1000)));
    CHECK(scheduler.clock().held);
  }

  TEST_CASE("a fast clock runs by itself") {
    LiveScheduler scheduler({.start = Time(0s), .scale = 100'000});
    std::promise<Time> woke;
    scheduler.spawn({}, [&] {
      scheduler.sleep_until(Time(60s));
      woke.set_value(scheduler.now());
    });
    CHECK(woke.get_future().get() >= Time(60s));
  }

  TEST_CASE("holding and resuming keep the time without a jump") {
    LiveScheduler scheduler({.start = Time(0s), .scale = 1000});
    scheduler.hold();
    const Time at = scheduler.now();
    CHECK(scheduler.now() == at);
    scheduler.set_scale(5);
    CHECK(scheduler.now() == at);
    scheduler.resume();
    CHECK(scheduler.now() >= at);
    CHECK(scheduler.clock().scale == 5);
    CHECK_FALSE(scheduler.clock().held);
  }

  TEST_CASE("a thread from elsewhere parks and is woken by another") {
    LiveScheduler scheduler(held());
    Waiter waiter;
    std::promise<bool> woken;
    std::thread connection([&] { woken.set_value(scheduler.park(waiter, std::nullopt)); });
    scheduler.spawn({}, [&] { scheduler.wake(waiter); });
    CHECK(woken.get_future().get());
    connection.join();
  }

  TEST_CASE("a deadline ends a wait") {
    LiveScheduler scheduler(held());
    std::promise<bool> woken;
    scheduler.spawn({}, [&] {
      Waiter waiter;
      woken.set_value(scheduler.park(waiter, scheduler.now() + 20s));
    });
    scheduler.advance(20s);
    CHECK_FALSE(woken.get_future().get());
  }

  TEST_CASE("one thread works on the world at a time, but for the user's code") {
    LiveScheduler scheduler(held());
    std::promise<void> other_was_inside;
    std::promise<void> done;
    scheduler.spawn({}, [&] {
      scheduler.outside([&] { other_was_inside.get_future().get(); });
      done.set_value();
    });
    {
      const WorldEntry inside(scheduler);
      other_was_inside.set_value();
    }
    done.get_future().get();
  }

  TEST_CASE("advancing waits for user code that is still at work") {
    LiveScheduler scheduler(held());
    std::promise<void> may_end;
    std::atomic<bool> ended = false;
    scheduler.spawn({}, [&] {
      scheduler.outside([&] { may_end.get_future().get(); });
      ended = true;
    });
    std::thread advance([&] {
      scheduler.advance(1s);
      CHECK(ended);
    });
    may_end.set_value();
    advance.join();
  }

  TEST_CASE("what can go on now has done so before somebody looks, and no time has passed") {
    LiveScheduler scheduler(held());
    for (int round = 0; round < 100; ++round) {
      int done = 0;  // guarded by the world's lock
      scheduler.enter();
      scheduler.at(scheduler.now(), [&] {
        scheduler.spawn({}, [&] {
          scheduler.spawn({}, [&] { ++done; });
          ++done;
        });
      });
      scheduler.leave();
      scheduler.run_ready();
      scheduler.enter();
      CHECK(done == 2);
      scheduler.leave();
    }
    CHECK(scheduler.now() == Time(1h));
  }

  TEST_CASE("a brief task runs on the thread from elsewhere that has spawned it, as it leaves") {
    LiveScheduler scheduler(held());
    std::vector<std::string> seen;
    const std::thread::id here = std::this_thread::get_id();
    const auto see = [&](const char* what) {
      CHECK(std::this_thread::get_id() == here);
      CHECK(scheduler.is_on_lent_thread());
      CHECK(scheduler.current() != TaskId{});
      seen.emplace_back(what);
    };
    {
      const WorldEntry inside(scheduler);
      scheduler.spawn_brief({}, [&] {
        scheduler.spawn_brief({}, [&] { see("what that spawns"); });
        see("brief");
      });
      seen.emplace_back("spawned");
      CHECK_FALSE(scheduler.is_on_lent_thread());
    }
    CHECK(seen == std::vector<std::string>{"spawned", "brief", "what that spawns"});
    CHECK(scheduler.current() == TaskId{});
  }

  TEST_CASE("a brief task that a task spawns has a thread of its own") {
    LiveScheduler scheduler(held());
    std::thread::id spawner;
    std::thread::id brief;
    scheduler.spawn({}, [&] {
      spawner = std::this_thread::get_id();
      scheduler.spawn_brief({}, [&] {
        brief = std::this_thread::get_id();
        CHECK_FALSE(scheduler.is_on_lent_thread());
      });
    });
    scheduler.run_until_idle();
    CHECK(brief != std::thread::id());
    CHECK(brief != spawner);
  }

  TEST_CASE("a brief task does not wait for a thread that waits before it leaves") {
    LiveScheduler scheduler(held());
    const WorldEntry inside(scheduler);
    Waiter waiter;
    bool is_lent = true;
    scheduler.spawn_brief({}, [&] {
      is_lent = scheduler.is_on_lent_thread();
      scheduler.wake(waiter);
    });
    CHECK(scheduler.park(waiter, std::nullopt));
    CHECK_FALSE(is_lent);
  }

  TEST_CASE("time goes on while a brief task waits after all") {
    LiveScheduler scheduler(held());
    std::promise<void> began;
    Time ended;
    std::thread visitor([&] {
      const WorldEntry inside(scheduler);
      scheduler.spawn_brief({}, [&] {
        began.set_value();
        scheduler.sleep_until(scheduler.now() + 1h);
        ended = scheduler.now();
      });
    });
    began.get_future().wait();
    const auto begin = std::chrono::steady_clock::now();
    scheduler.advance(1h);  // after the lock is let go, which the sleep does
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    visitor.join();
    CHECK(ended == Time(2h));
  }

  TEST_CASE("a killed task unwinds where it waits") {
    LiveScheduler scheduler(held());
    std::promise<void> unwound;
    const TaskId task = scheduler.spawn({}, [&] {
      try {
        scheduler.sleep_until(Time::max());
      } catch (const TaskKilled&) {
        unwound.set_value();
        throw;
      }
    });
    scheduler.kill(task);
    scheduler.advance(0s);
    CHECK_FALSE(scheduler.alive(task));
  }

  TEST_CASE("a task for which there is no thread begins when another one has ended") {
    LiveScheduler::Options options = held();
    options.threads_max = 2;
    std::vector<int> began;  // guarded by the world's lock
    LiveScheduler scheduler(options);
    for (int i = 0; i < 5; ++i) {
      scheduler.spawn({}, [&, i] {
        began.push_back(i);
        scheduler.sleep_until(scheduler.now() + std::chrono::seconds(1 + i));
      });
    }
    scheduler.run_ready();
    CHECK(began.size() == 2);
    scheduler.advance(1s);
    CHECK(began.size() == 3);
    CHECK(began.back() == 2);
    scheduler.advance(1s);
    CHECK(began.size() == 4);
    CHECK(began.back() == 3);
    scheduler.shut_down();
    CHECK(began.size() == 4);
  }

  TEST_CASE("shutting down ends every wait, of tasks and of other threads") {
    LiveScheduler scheduler(held());
    std::promise<void> entered;
    std::promise<bool> thrown;
    std::thread connection([&] {
      Waiter waiter;
      try {
        entered.set_value();
        scheduler.park(waiter, std::nullopt);
        thrown.set_value(false);
      } catch (const TaskKilled&) {
        thrown.set_value(true);
      }
    });
    for (int i = 0; i < 50; ++i) {
      scheduler.spawn({}, [&] { scheduler.sleep_until(Time::max()); });
    }
    entered.get_future().get();
    scheduler.shut_down();
    CHECK(thrown.get_future().get());
    connection.join();
  }
}

}  // namespace
}  // namespace emu
