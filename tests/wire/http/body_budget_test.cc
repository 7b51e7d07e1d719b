#include "wire/http/body_budget.h"

#include <doctest/doctest.h>

#include <mutex>
#include <thread>
#include <vector>

namespace emu::wire {

namespace {

// Bodies that wait for their turn, each on a thread of its own. Started one after the other.
class Bodies {
 public:
  explicit Bodies(BodyBudget& budget) : budget_(budget) {}

  void start(std::size_t bytes) {
    threads_.emplace_back([this, bytes] {
      const BodyBudget::Lease lease = budget_.take(bytes);
      const std::lock_guard lock(mutex_);
      received_.push_back(bytes);
    });
    while (budget_.waiting() + served() < threads_.size()) {
    }
  }

  std::size_t served() {
    const std::lock_guard lock(mutex_);
    return received_.size();
  }

  // In which order they had their turn; of each the bytes.
  std::vector<std::size_t> received() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    return received_;
  }

 private:
  BodyBudget& budget_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::vector<std::size_t> received_;
};

}  // namespace

TEST_SUITE("wire: body budget") {
  TEST_CASE("what fits has its turn at once, and gives back what it took") {
    BodyBudget budget{{.bytes_max = 100}};
    {
      const auto first = budget.take(60);
      const auto second = budget.take(40);
      CHECK(budget.taken() == 100);
    }
    CHECK(budget.taken() == 0);
  }

  TEST_CASE("the others wait, and none overtakes") {
    BodyBudget budget{{.bytes_max = 100}};
    Bodies bodies(budget);
    {
      const auto lease = budget.take(90);
      bodies.start(70);
      bodies.start(60);
      bodies.start(5);  // it would fit
      CHECK(budget.taken() == 90);
      CHECK(budget.waiting() == 3);
    }
    const auto received = bodies.received();
    // The last two fit beside each other.
    CHECK(received.size() == 3);
    CHECK(received.front() == 70);
    CHECK(budget.taken() == 0);
  }

  TEST_CASE("more than ever fits has its turn alone") {
    BodyBudget budget{{.bytes_max = 100}};
    Bodies bodies(budget);
    {
      const auto lease = budget.take(1);
      bodies.start(1000);
      CHECK(budget.taken() == 1);
    }
    CHECK(bodies.received() == std::vector<std::size_t>{1000});
  }

  TEST_CASE("a body waits for others of its size only") {
    BodyBudget budget{{.body_bytes_max = 10, .bytes_max = 20}, {.bytes_max = 100}};
    Bodies large(budget);
    const auto first = budget.take(100);
    large.start(50);
    CHECK(first.is_wanted());
    Bodies small(budget);
    {
      const auto one = budget.take(10);
      const auto other = budget.take(10);
      CHECK(budget.taken() == 120);
      CHECK_FALSE(one.is_wanted());
      small.start(10);
      while (budget.waiting() < 2) {
      }
      CHECK(one.is_wanted());
    }
    CHECK(small.received() == std::vector<std::size_t>{10});
    budget.lift();
    CHECK(large.received() == std::vector<std::size_t>{50});
  }

  TEST_CASE("nobody waits any longer when it is lifted") {
    BodyBudget budget{{.bytes_max = 100}};
    Bodies bodies(budget);
    const auto lease = budget.take(100);
    bodies.start(100);
    budget.lift();
    CHECK(bodies.received() == std::vector<std::size_t>{100});
    const auto other = budget.take(100);
    CHECK(budget.taken() == 200);
  }
}

}  // namespace emu::wire
