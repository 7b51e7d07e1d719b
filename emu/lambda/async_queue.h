// Asynchronous invocation: events that were accepted and are run later, again when they fail, and
// handed on when they have come to an end.
//
// A function error is retried after one minute and then after two. An attempt that finds no
// concurrency is made again after 1 s, 2 s, 4 s … up to 5 minutes, for as long as the event may get
// old. Sources: Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous
// invocation", "Capturing records of Lambda asynchronous invocations".
#pragma once

#include <string>

#include "core/gate/world.h"
#include "lambda/destinations.h"
#include "lambda/executor.h"
#include "lambda/region.h"

namespace emu::lambda {

class AsyncQueue {
 public:
  AsyncQueue(World& world, Executor& executor) : world_(world), executor_(executor) {}

  // Takes an event; its first attempt is made at once, in a task of its own.
  void accept(const FunctionPtr& function, std::string request_id, Blob payload);

  // Has the next attempt of a stored event made when it is due.
  void arrange(const FunctionPtr& function, const AsyncEvent& event);

  // Forgets the events of a function that is being deleted.
  void drop_events(LiveFunction& function);

 private:
  void spawn_attempt(const FunctionPtr& function, const std::string& request_id);
  void attempt(const FunctionPtr& function, const std::string& request_id);
  void on_refused(const FunctionPtr& function, AsyncEvent& event, const Error& error);
  void on_failed(const FunctionPtr& function, AsyncEvent& event, const Outcome& outcome);
  void retry_in(const FunctionPtr& function, AsyncEvent& event, Duration wait);
  void end(LiveFunction& function, const std::string& request_id, const EventEnd& how);

  World& world_;
  Executor& executor_;
};

}  // namespace emu::lambda
