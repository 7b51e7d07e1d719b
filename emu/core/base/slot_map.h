// Values under ids that are never used twice.
//
// An id is the number of a slot and, above it, of the value, so finding a value is an array access
// and an old id finds nothing. Ids grow in the order in which values are added. Values stay where
// they are until they are taken out. No id is 0. When the last value of many goes, the memory of
// all their slots goes too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace emu {

template <typename T>
class SlotMap {
 public:
  std::uint64_t add(T value) {
    std::uint32_t index = 0;
    if (free_.empty()) {
      EMU_ASSERT(slots_.size() < kSlotsMax, "a slot's number has 28 bits");
      index = static_cast<std::uint32_t>(slots_.size());
      slots_.emplace_back();
    } else {
      index = free_.back();
      free_.pop_back();
    }
    Slot& slot = slots_[index];
    slot.id = (++values_added_ << kSlotBits) | index;
    slot.value = std::move(value);
    return slot.id;
  }

  // Null when the id was never given out or its value has been taken.
  T* find(std::uint64_t id) {
    const std::uint64_t index = id & (kSlotsMax - 1);
    if (id == 0 || index >= slots_.size() || slots_[index].id != id) return nullptr;
    return &slots_[index].value;
  }
  const T* find(std::uint64_t id) const { return const_cast<SlotMap*>(this)->find(id); }

  // Takes a value out. The id must be one that find() knows.
  T take(std::uint64_t id) {
    const auto index = static_cast<std::uint32_t>(id & (kSlotsMax - 1));
    EMU_ASSERT(find(id) != nullptr, "only what is there can be taken");
    Slot& slot = slots_[index];
    slot.id = 0;
    T value = std::exchange(slot.value, T());
    free_.push_back(index);
    if (size() == 0) release();
    return value;
  }

  // Destroys a value. The id must be one that find() knows.
  void erase(std::uint64_t id) {
    EMU_ASSERT(find(id) != nullptr, "only what is there can be erased");
    const auto index = static_cast<std::uint32_t>(id & (kSlotsMax - 1));
    Slot& slot = slots_[index];
    slot.id = 0;
    {
      // Moved out, not assigned to: a string that is assigned an empty one keeps its memory.
      const T dropped = std::exchange(slot.value, T());
    }
    free_.push_back(index);
    if (size() == 0) release();
  }

  std::size_t size() const { return slots_.size() - free_.size(); }

  // Visits the values in the order of their slots. Values may be added meanwhile, but none taken.
  template <typename Visit>
  void for_each(Visit&& visit) {
    for (std::size_t index = 0; index < slots_.size(); ++index) {
      if (slots_[index].id != 0) visit(slots_[index].value);
    }
  }

 private:
  static constexpr std::size_t kSlotsKept = 4096;
  static constexpr unsigned kSlotBits = 28;
  static constexpr std::uint64_t kSlotsMax = std::uint64_t{1} << kSlotBits;

  struct Slot {
    std::uint64_t id = 0;  // 0 while free
    T value = {};
  };

  void release() {
    if (slots_.size() <= kSlotsKept) return;
    slots_ = std::deque<Slot>();
    free_ = std::vector<std::uint32_t>();
  }

  std::deque<Slot> slots_;
  std::vector<std::uint32_t> free_;
  std::uint64_t values_added_ = 0;  // 36 bits of it are in an id
};

}  // namespace emu
