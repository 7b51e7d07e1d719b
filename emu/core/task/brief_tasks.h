// BriefTasks: what a scheduler offers besides whose tasks are threads.
//
// Handing work over to another thread takes longer than most of what services do on their own. So
// a brief task, one that does not wait as a rule, runs on the thread that has come from outside and
// has spawned it: after the call, and before its answer goes out. Spawned by anybody else it is a
// task like others. It should look where it runs before it waits for something after all.
#pragma once

#include <functional>

#include "core/task/scheduler.h"

namespace emu {

class BriefTasks {
 public:
  virtual ~BriefTasks() = default;

  // As Scheduler::spawn.
  virtual TaskId spawn_brief(TaskOptions options, std::function<void()> body) = 0;

  // Whether the running task uses the thread of a call, which goes on when the task has ended.
  virtual bool is_on_lent_thread() const = 0;
};

}  // namespace emu
