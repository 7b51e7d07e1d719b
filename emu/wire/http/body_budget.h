// How many bytes of bodies may be received and worked on at a time. Without it a thousand uploads
// that begin together would all be half received, in memory, before the first of them is whole.
//
//   BodyBudget budget{{.body_bytes_max = 1 << 20, .bytes_max = 64 << 20},
//                     {.bytes_max = 256 << 20}};
//   const BodyBudget::Lease lease = budget.take(head.content_length);   // waits for its turn
//   … receive the body, answer the request …
//
// What is taken counts until it is given back. Turns are given in the order in which they were
// asked for, in a lane for each size: a body waits for others of its size only, so that those that
// take up everything hold up nobody but each other. Whoever has a turn and does not get on asks
// whether others wait, and gives up then.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <initializer_list>
#include <limits>
#include <mutex>
#include <utility>
#include <vector>

namespace emu::wire {

class BodyBudget {
  struct Lane;

 public:
  struct LaneOptions {
    // A body goes into the first lane that takes one of its size, or into the last one.
    std::size_t body_bytes_max = std::numeric_limits<std::size_t>::max();
    std::size_t bytes_max;  // of all bodies in the lane
  };
  BodyBudget(std::initializer_list<LaneOptions> lanes);
  BodyBudget(const BodyBudget&) = delete;
  BodyBudget& operator=(const BodyBudget&) = delete;

  // Gives back what was taken when it goes.
  class Lease {
   public:
    Lease() = default;  // of nothing
    Lease(Lease&& other) noexcept
        : budget_(std::exchange(other.budget_, nullptr)),
          lane_(other.lane_),
          bytes_(other.bytes_) {}
    Lease& operator=(Lease&& other) noexcept {
      std::swap(budget_, other.budget_);
      std::swap(lane_, other.lane_);
      std::swap(bytes_, other.bytes_);
      return *this;
    }
    ~Lease() {
      if (budget_ != nullptr) budget_->give_back(*lane_, bytes_);
    }

    bool is_of_nothing() const { return budget_ == nullptr; }
    // Whether somebody waits for what this has taken.
    bool is_wanted() const { return budget_ != nullptr && budget_->is_wanted(*lane_); }

   private:
    friend class BodyBudget;
    Lease(BodyBudget& budget, Lane& lane, std::size_t bytes)
        : budget_(&budget), lane_(&lane), bytes_(bytes) {}

    BodyBudget* budget_ = nullptr;
    Lane* lane_ = nullptr;
    std::size_t bytes_ = 0;
  };

  // Waits until so many bytes fit, or, for more than ever fit, until nothing else is taken.
  Lease take(std::size_t bytes);

  // From now on nobody waits.
  void lift();

  std::size_t taken() const;
  std::size_t waiting() const;

 private:
  struct Waiter {
    std::size_t bytes;
    std::condition_variable turn = {};
    bool is_admitted = false;
  };
  struct Lane {
    std::size_t body_bytes_max;
    std::size_t bytes_max;
    std::size_t taken = 0;
    std::deque<Waiter*> waiting = {};
  };

  Lane& lane_for(std::size_t bytes);

  void give_back(Lane& lane, std::size_t bytes);
  bool is_wanted(const Lane& lane) const;
  void admit(Lane& lane);  // called with the lock held

  mutable std::mutex mutex_;
  std::vector<Lane> lanes_;  // stay where they are
  bool lifted_ = false;
};

}  // namespace emu::wire
