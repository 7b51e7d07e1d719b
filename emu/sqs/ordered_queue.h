// A queue that gives its entries in the order of their keys.
//
// Most keys come in order: messages are sent one after the other, and timeouts are mostly equal.
// Such entries go to the end of a ring; any other goes to a heap. So adding and taking cost O(1) as
// a rule and O(log n) at worst.
//
// An entry is not looked for when its message changes state: it stays, dead, and is dropped when it
// comes to the front, or when more than half of all are dead. `alive(entry)` tells them apart; the
// owner says with count_dead() that another has died.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "core/base/ring.h"

namespace emu::sqs {

struct OrderedEntry {
  std::int64_t key = 0;
  std::uint64_t id = 0;  // of the message; of equal keys the one that came in first is first
};

class OrderedQueue {
 public:
  void push(OrderedEntry entry) {
    if (ring_.empty() || !before(entry, ring_[ring_.size() - 1])) {
      ring_.push_back(entry);
    } else {
      heap_.push_back(entry);
      std::push_heap(heap_.begin(), heap_.end(), after);
    }
  }

  // The first living entry, or null. Valid until the queue changes.
  template <class Alive>
  const OrderedEntry* front(const Alive& alive) {
    if (dead_ > kDeadKept && dead_ > size() / 2) sweep(alive);
    while (const OrderedEntry* entry = first()) {
      if (alive(*entry)) return entry;
      pop_front();
      if (dead_ > 0) --dead_;
    }
    return nullptr;
  }

  // Takes the entry that front() has just given.
  void pop_front() {
    if (first_is_in_heap()) {
      std::pop_heap(heap_.begin(), heap_.end(), after);
      heap_.pop_back();
    } else {
      ring_.pop_front();
    }
  }

  void count_dead() { ++dead_; }

  // Visits the entries in order, dead ones too, until `visit(entry)` returns false. Costs O(log n)
  // for each at worst.
  template <class Visit>
  void visit(const Visit& visit) const {
    // Of the heap, those whose parents have been visited: the first of them is the next.
    const auto later = [this](std::size_t a, std::size_t b) { return after(heap_[a], heap_[b]); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> reached(later);
    if (!heap_.empty()) reached.push(0);
    std::size_t in_ring = 0;
    while (in_ring < ring_.size() || !reached.empty()) {
      if (reached.empty() ||
          (in_ring < ring_.size() && before(ring_[in_ring], heap_[reached.top()]))) {
        if (!visit(ring_[in_ring++])) return;
        continue;
      }
      const std::size_t index = reached.top();
      reached.pop();
      if (!visit(heap_[index])) return;
      for (std::size_t child = 2 * index + 1; child <= 2 * index + 2; ++child) {
        if (child < heap_.size()) reached.push(child);
      }
    }
  }

 private:
  static constexpr std::size_t kDeadKept = 64;

  static bool before(const OrderedEntry& a, const OrderedEntry& b) {
    return a.key != b.key ? a.key < b.key : a.id < b.id;
  }
  static bool after(const OrderedEntry& a, const OrderedEntry& b) { return before(b, a); }

  std::size_t size() const { return ring_.size() + heap_.size(); }

  bool first_is_in_heap() {
    return !heap_.empty() && (ring_.empty() || before(heap_.front(), ring_[0]));
  }

  const OrderedEntry* first() {
    if (first_is_in_heap()) return &heap_.front();
    return ring_.empty() ? nullptr : &ring_[0];
  }

  template <class Alive>
  void sweep(const Alive& alive) {
    for (std::size_t left = ring_.size(); left > 0; --left) {
      const OrderedEntry entry = ring_.pop_front();
      if (alive(entry)) ring_.push_back(entry);
    }
    std::erase_if(heap_, [&](const OrderedEntry& entry) { return !alive(entry); });
    std::make_heap(heap_.begin(), heap_.end(), after);
    dead_ = 0;
  }

  Ring<OrderedEntry> ring_;
  std::vector<OrderedEntry> heap_;
  std::size_t dead_ = 0;  // about as many entries are dead; a guide for sweeping, no more
};

}  // namespace emu::sqs
