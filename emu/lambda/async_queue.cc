#include "lambda/async_queue.h"

#include <algorithm>
#include <utility>

#include "lambda/destinations.h"
#include "lambda/limits.h"

namespace emu::lambda {

namespace {

int retries_max(const Function& function) {
  const auto& config = function.event_invoke_config;
  return config ? config->maximum_retry_attempts.value_or(kRetryAttemptsDefault)
                : kRetryAttemptsDefault;
}

Duration age_max(const Function& function) {
  const auto& config = function.event_invoke_config;
  return config ? config->maximum_event_age_in_seconds.value_or(kEventAgeDefault)
                : kEventAgeDefault;
}

// 1 s, 2 s, 4 s … 5 min.
Duration throttle_backoff(int throttles) {
  const int doublings = std::min(throttles - 1, 20);
  return std::min<Duration>(kThrottleBackoffMin * (1 << doublings), kThrottleBackoffMax);
}

bool is_throttled(const Error& error) { return error.status == 429; }

}  // namespace

void AsyncQueue::accept(const FunctionPtr& function, std::string request_id, Blob payload) {
  auto event = std::make_shared<AsyncEvent>(AsyncEvent{.request_id = std::move(request_id),
                                                       .payload = std::move(payload),
                                                       .accepted = world_.now()});
  function->events.emplace(event->request_id, event);
  spawn_attempt(function, event);
}

void AsyncQueue::drop_events(Function& function) {
  for (const auto& [request_id, event] : function.events) world_.scheduler().cancel(event->retry);
  function.events.clear();
}

void AsyncQueue::spawn_attempt(const FunctionPtr& function, const EventPtr& event) {
  world_.scheduler().spawn({.name = "asynchronous invocation"}, [this, function, event] {
    if (!function->is_deleted) attempt(function, event);
  });
}

void AsyncQueue::attempt(const FunctionPtr& function, const EventPtr& event) {
  if (world_.now() - event->accepted > age_max(*function)) {
    function->events.erase(event->request_id);
    deliver(world_, *function, *event, {.condition = "EventAgeExceeded"});
    return;
  }
  const Result<Outcome> outcome =
      executor_.run(function, {.request_id = event->request_id, .payload = event->payload});
  if (function->is_deleted) return;
  if (!outcome) {
    on_refused(function, event, outcome.error());
  } else if (outcome->has_failed) {
    on_failed(function, event, *outcome);
  } else {
    function->events.erase(event->request_id);
    deliver(world_, *function, *event, {.condition = "Success", .outcome = &*outcome});
  }
}

void AsyncQueue::on_refused(const FunctionPtr& function, const EventPtr& event,
                            const Error& error) {
  // A function that was stopped by reserving nothing for it gives its events up at once.
  if (is_throttled(error) && function->concurrency.reserved == 0) {
    function->events.erase(event->request_id);
    deliver(world_, *function, *event, {.condition = "ZeroReservedConcurrency", .error = &error});
    return;
  }
  ++event->throttles;
  retry_in(function, event, throttle_backoff(event->throttles));
}

void AsyncQueue::on_failed(const FunctionPtr& function, const EventPtr& event,
                           const Outcome& outcome) {
  ++event->failures;
  if (event->failures <= retries_max(*function)) {
    retry_in(function, event,
             event->failures == 1 ? Duration(kFirstRetryWait) : Duration(kSecondRetryWait));
    return;
  }
  function->events.erase(event->request_id);
  deliver(world_, *function, *event, {.condition = "RetriesExhausted", .outcome = &outcome});
}

void AsyncQueue::retry_in(const FunctionPtr& function, const EventPtr& event, Duration wait) {
  event->retry = world_.scheduler().at(world_.now() + wait,
                                       [this, function, event] { spawn_attempt(function, event); });
}

}  // namespace emu::lambda
