// A queue in one array: first in, first out, without an allocation per element. The array grows,
// and a large one goes with its last element.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace emu {

template <typename T>
class Ring {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  // Counted from the front, which is 0.
  T& operator[](std::size_t position) { return items_[(front_ + position) & (items_.size() - 1)]; }
  const T& operator[](std::size_t position) const {
    return items_[(front_ + position) & (items_.size() - 1)];
  }

  void push_back(T item) {
    if (size_ == items_.size()) grow();
    ++size_;
    (*this)[size_ - 1] = std::move(item);
  }

  T pop_front() {
    EMU_ASSERT(size_ > 0, "there is an element to take");
    T item = std::move((*this)[0]);
    front_ = (front_ + 1) & (items_.size() - 1);
    --size_;
    if (size_ == 0 && items_.size() > kItemsKept) {
      items_ = std::vector<T>();
      front_ = 0;
    }
    return item;
  }

 private:
  static constexpr std::size_t kItemsKept = 4096;
  static constexpr std::size_t kSizeAtFirst = 16;  // The size is always a power of two.

  void grow() {
    std::vector<T> larger(items_.empty() ? kSizeAtFirst : items_.size() * 2);
    for (std::size_t i = 0; i < size_; ++i) larger[i] = std::move((*this)[i]);
    items_ = std::move(larger);
    front_ = 0;
  }

  std::vector<T> items_;
  std::size_t front_ = 0;
  std::size_t size_ = 0;
};

}  // namespace emu
