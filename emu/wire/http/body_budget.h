// How many bytes of large bodies may be received and worked on at a time. Without it a thousand
// uploads that begin together would all be half received, in memory, before the first of them is
// whole.
//
//   const BodyBudget::Lease lease = budget.take(head.content_length);   // waits for its turn
//   … receive the body, answer the request …
//
// Turns are given in the order in which they were asked for. A body that takes long counts no
// longer after a while, so that clients that stall keep nobody waiting for more than that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace emu::wire {

class BodyBudget {
 public:
  // A body counts for at most `counted_for`.
  BodyBudget(std::size_t bytes_max, std::chrono::milliseconds counted_for);
  BodyBudget(const BodyBudget&) = delete;
  BodyBudget& operator=(const BodyBudget&) = delete;

  // Gives back what was taken when it goes.
  class Lease {
   public:
    Lease() = default;  // of nothing
    Lease(BodyBudget& budget, std::uint64_t number) : budget_(&budget), number_(number) {}
    Lease(Lease&& other) noexcept
        : budget_(std::exchange(other.budget_, nullptr)), number_(other.number_) {}
    Lease& operator=(Lease&& other) noexcept {
      std::swap(budget_, other.budget_);
      std::swap(number_, other.number_);
      return *this;
    }
    ~Lease() {
      if (budget_ != nullptr) budget_->give_back(number_);
    }

   private:
    BodyBudget* budget_ = nullptr;
    std::uint64_t number_ = 0;
  };

  // Waits until so many bytes fit, or, for more than ever fit, until nothing else is taken.
  Lease take(std::size_t bytes);

  // From now on nobody waits.
  void lift();

  std::size_t taken() const;
  std::size_t waiting() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Taken {
    std::size_t bytes;
    Clock::time_point until;
  };
  struct Waiter {
    std::size_t bytes;
    std::condition_variable turn = {};
    std::optional<std::uint64_t> number = {};  // of its lease, when it is its turn
  };

  void give_back(std::uint64_t number);
  // The following are called with the lock held.
  void admit();
  void forget_slow();
  bool fits(std::size_t bytes) const;

  const std::size_t bytes_max_;
  const Clock::duration counted_for_;
  mutable std::mutex mutex_;
  std::map<std::uint64_t, Taken> taken_;  // by number, which is by time
  std::size_t bytes_taken_ = 0;
  std::deque<Waiter*> waiting_;
  std::uint64_t next_number_ = 0;
  bool lifted_ = false;
};

}  // namespace emu::wire
