#include "core/task/scheduler.h"

#include <utility>

#include "core/base/assert.h"

namespace emu {

Waiter::~Waiter() { EMU_ASSERT(!parked_, "a waiter outlives the park that uses it"); }

void Scheduler::begin_parking(Waiter& waiter, TaskId task) {
  EMU_ASSERT(!waiter.parked_, "a waiter holds one task at a time");
  waiter.parked_ = true;
  waiter.task_ = task;
}

bool Scheduler::end_parking(Waiter& waiter) {
  waiter.parked_ = false;
  return std::exchange(waiter.woken_, false);
}

}  // namespace emu
