#include "core/task/fiber.h"

#include <doctest/doctest.h>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using emu::Fiber;
using emu::FiberPool;

// Uses the stack on the way down and again on the way up.
int depth(int levels) {
  volatile char frame[256] = {};
  frame[0] = static_cast<char>(levels % 7);
  if (levels == 0) return frame[0];
  return depth(levels - 1) + 1 + frame[0] - frame[0];
}

}  // namespace

TEST_SUITE("core: fiber") {
  TEST_CASE("a fiber stops in the middle and continues later") {
    FiberPool pool;
    std::string seen;
    Fiber fiber;
    fiber = Fiber(pool, [&] {
      seen += 'a';
      fiber.suspend();
      seen += 'b';
    });
    CHECK(seen.empty());
    CHECK(fiber.resume());
    CHECK(seen == "a");
    CHECK_FALSE(fiber.resume());
    CHECK(seen == "ab");
  }

  TEST_CASE("a fiber that never began can be dropped, and its body goes with it") {
    FiberPool pool;
    const auto held = std::make_shared<int>(1);
    {
      const Fiber fiber(pool, [held] { FAIL("never resumed"); });
      CHECK(held.use_count() == 2);
      CHECK(pool.in_use() == 1);
    }
    CHECK(held.use_count() == 1);
    CHECK(pool.in_use() == 0);
  }

  TEST_CASE("what the body holds is destroyed when the body ends, not when the handle goes") {
    FiberPool pool;
    const auto held = std::make_shared<int>(1);
    Fiber fiber(pool, [held] {});
    CHECK(held.use_count() == 2);
    CHECK_FALSE(fiber.resume());
    CHECK(held.use_count() == 1);
  }

  TEST_CASE("a suspended fiber can change its handle") {
    FiberPool pool;
    Fiber* self = nullptr;
    int steps = 0;
    Fiber first(pool, [&] {
      ++steps;
      self->suspend();
      ++steps;
    });
    self = &first;
    CHECK(first.resume());
    Fiber second = std::move(first);
    self = &second;
    CHECK_FALSE(second.resume());
    CHECK(steps == 2);
  }

  TEST_CASE("a fiber can resume another one") {
    FiberPool pool;
    std::string seen;
    Fiber inner;
    Fiber outer;
    inner = Fiber(pool, [&] {
      seen += '1';
      inner.suspend();
      seen += '2';
    });
    outer = Fiber(pool, [&] {
      seen += 'a';
      inner.resume();
      seen += 'b';
      outer.suspend();
      inner.resume();
      seen += 'c';
    });
    CHECK(outer.resume());
    CHECK(seen == "a1b");
    CHECK_FALSE(outer.resume());
    CHECK(seen == "a1b2c");
  }

  TEST_CASE("each fiber handles its own exception, even when it switches inside a catch block") {
    FiberPool pool;
    std::vector<std::string> seen;
    Fiber a;
    Fiber b;
    const auto rethrow_after_switch = [&seen](Fiber& self, const char* name) {
      try {
        try {
          throw std::runtime_error(name);
        } catch (const std::exception&) {
          self.suspend();
          throw;
        }
      } catch (const std::exception& error) {
        seen.emplace_back(std::string(name) + " sees " + error.what());
      }
    };
    a = Fiber(pool, [&] { rethrow_after_switch(a, "a"); });
    b = Fiber(pool, [&] { rethrow_after_switch(b, "b"); });
    a.resume();
    b.resume();
    CHECK(std::current_exception() == nullptr);
    CHECK_FALSE(a.resume());
    CHECK_FALSE(b.resume());
    CHECK(seen == std::vector<std::string>{"a sees a", "b sees b"});
  }

  TEST_CASE("exceptions in flight are counted for each fiber") {
    struct SuspendsWhenDestroyed {
      Fiber& fiber;
      int& in_flight;
      ~SuspendsWhenDestroyed() {
        fiber.suspend();
        in_flight = std::uncaught_exceptions();
      }
    };
    FiberPool pool;
    int in_flight = 0;
    Fiber fiber;
    fiber = Fiber(pool, [&] {
      try {
        const SuspendsWhenDestroyed guard{.fiber = fiber, .in_flight = in_flight};
        throw 1;
      } catch (int) {
      }
    });
    CHECK(fiber.resume());
    CHECK(std::uncaught_exceptions() == 0);
    CHECK_FALSE(fiber.resume());
    CHECK(in_flight == 1);
  }

  TEST_CASE("the stack carries a recursion of some hundred frames") {
    FiberPool pool;
    int reached = 0;
    Fiber fiber(pool, [&] { reached = depth(400); });
    CHECK_FALSE(fiber.resume());
    CHECK(reached >= 400);
  }

  TEST_CASE("many fibers live at once and keep their places") {
#if defined(EMU_FIBER_THREAD) || defined(__SANITIZE_THREAD__)
    constexpr std::size_t kFibers = 500;
#else
    constexpr std::size_t kFibers = 10'000;
#endif
    FiberPool pool;
    std::vector<Fiber> fibers(kFibers);
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kFibers; ++i) {
      fibers[i] = Fiber(pool, [&, i] {
        std::size_t mine = i;
        fibers[i].suspend();
        sum += mine;
      });
    }
    for (Fiber& fiber : fibers) CHECK(fiber.resume());
    CHECK(pool.in_use() == kFibers);
    for (Fiber& fiber : fibers) CHECK_FALSE(fiber.resume());
    CHECK(sum == kFibers * (kFibers - 1) / 2);
  }

#ifndef EMU_FIBER_THREAD
  TEST_CASE("stacks are used again, and no more are kept than the pool was told") {
    FiberPool pool({.stack_bytes = 65'536, .idle_max = 2});
    {
      const Fiber a(pool, [] {});
      const Fiber b(pool, [] {});
      const Fiber c(pool, [] {});
      CHECK(pool.in_use() == 3);
      CHECK(pool.idle() == 0);
    }
    CHECK(pool.in_use() == 0);
    CHECK(pool.idle() == 2);
    const Fiber again(pool, [] {});
    CHECK(pool.idle() == 1);
  }
#endif
}
