#include "core/task/visitor.h"

#include <doctest/doctest.h>

#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <utility>

#include "core/task/live_scheduler.h"

using namespace emu;

namespace {

struct Client final : Visitor {
  bool wait_begins(Wait wait, std::function<void()> end) override {
    if (!may_wait) return false;
    begun.set_value({wait, std::move(end)});
    return true;
  }
  void wait_ends() override { ++ended; }

  bool may_wait = true;
  int ended = 0;
  std::promise<std::pair<Wait, std::function<void()>>> begun;
};

// Whether a wait for nothing was ended.
bool is_ended(LiveScheduler& scheduler) {
  Waiter waiter;
  try {
    scheduler.park(waiter, std::nullopt);
  } catch (const TaskKilled&) {
    return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("core: a visitor") {
  TEST_CASE("its wait can be ended from another thread, and its thread goes on") {
    LiveScheduler scheduler({.held = true});
    Client client;
    bool was_ended = false;
    std::thread thread([&] {
      const VisitorScope here(client);
      const WaitForEvent message;
      was_ended = is_ended(scheduler);
    });
    const auto [wait, end] = client.begun.get_future().get();
    CHECK(wait == Visitor::Wait::kForEvent);
    end();
    thread.join();
    CHECK(was_ended);
    CHECK(client.ended == 1);
    CHECK(scheduler.waiting_visitors() == 0);
    end();  // it is over
    CHECK(visitor_of_this_thread() == nullptr);
  }

  TEST_CASE("a wait is for an answer unless somebody says that it is for an event") {
    LiveScheduler scheduler({.held = true});
    Client client;
    std::thread thread([&] {
      const VisitorScope here(client);
      is_ended(scheduler);
    });
    const auto [wait, end] = client.begun.get_future().get();
    CHECK(wait == Visitor::Wait::kForAnswer);
    end();
    thread.join();
  }

  TEST_CASE("a wait that is not to begin ends at once") {
    LiveScheduler scheduler({.held = true});
    Client client;
    client.may_wait = false;
    const VisitorScope here(client);
    CHECK(is_ended(scheduler));
  }
}
