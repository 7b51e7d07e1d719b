#include "lambda/work_wait.h"

#include <optional>

namespace emu::lambda {

void wait_with_work(Scheduler& scheduler, Time until) {
  Waiter waiter;
  struct Alarm {
    Scheduler& scheduler;
    TimerId id;
    ~Alarm() { scheduler.cancel(id); }
  } const alarm{scheduler, scheduler.at(until, [&] { scheduler.wake(waiter); })};
  scheduler.park(waiter, std::nullopt);
}

}  // namespace emu::lambda
