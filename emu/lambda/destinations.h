// Where asynchronous events go at their end: the dead-letter queue or topic, which gets the event,
// and the destinations, which get a record of what happened. Both are reached as the function's
// role.
// Source: Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
#pragma once

#include <string_view>

#include "core/gate/world.h"
#include "lambda/executor.h"
#include "lambda/region.h"

namespace emu::lambda {

// How an event ended.
struct EventEnd {
  std::string_view condition;        // "Success", "RetriesExhausted", "EventAgeExceeded", …
  const Outcome* outcome = nullptr;  // of the last attempt, if that ran
  const Error* error = nullptr;      // why it did not run
};

// Sends what the function's configuration asks for. What cannot be delivered is lost, as on AWS;
// the trace shows it.
// The function has not been deleted.
void deliver(World& world, const LiveFunction& function, const AsyncEvent& event,
             const EventEnd& end);

// Whether Lambda can send a record to it: a standard queue or topic, a function, or an event bus.
bool is_destination(std::string_view arn);

// What the role must be allowed on that destination: "sqs:SendMessage".
std::string_view destination_action(std::string_view arn);

}  // namespace emu::lambda
