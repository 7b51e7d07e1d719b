// Waiting with work at hand: nobody may take the account for idle meanwhile.
#pragma once

#include <emu/time.h>

#include "core/task/scheduler.h"

namespace emu::lambda {

// While it lives, up to its time, the account is not idle.
class WorkAtHand {
 public:
  WorkAtHand(Scheduler& scheduler, Time until)
      : scheduler_(scheduler), timer_(scheduler.at(until, [] {})) {}
  ~WorkAtHand() { scheduler_.cancel(timer_); }
  WorkAtHand(const WorkAtHand&) = delete;
  WorkAtHand& operator=(const WorkAtHand&) = delete;

 private:
  Scheduler& scheduler_;
  TimerId timer_;
};

// Lets whoever is to wake a waiter find it, for as long as its frame lives.
class RegisteredWaiter {
 public:
  RegisteredWaiter(Waiter*& place, Waiter& waiter) : place_(place) { place_ = &waiter; }
  ~RegisteredWaiter() { place_ = nullptr; }
  RegisteredWaiter(const RegisteredWaiter&) = delete;
  RegisteredWaiter& operator=(const RegisteredWaiter&) = delete;

 private:
  Waiter*& place_;
};

void wait_with_work(Scheduler& scheduler, Time until);

}  // namespace emu::lambda
