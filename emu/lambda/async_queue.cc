#include "lambda/async_queue.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
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
  const AsyncEvent event{.request_id = std::move(request_id),
                         .payload = std::move(payload),
                         .accepted = world_.now(),
                         .next_attempt = world_.now()};
  const auto [at, is_new] = function->stored->events.emplace(event.request_id, event);
  EMU_ASSERT(is_new, "request ids are unique");
  arrange(function, at->second);
}

void AsyncQueue::arrange(const FunctionPtr& function, const AsyncEvent& event) {
  if (event.next_attempt <= world_.now()) {
    spawn_attempt(function, event.request_id);
    return;
  }
  function->retries[event.request_id] =
      world_.scheduler().at(event.next_attempt, [this, function, request_id = event.request_id] {
        function->retries.erase(request_id);
        spawn_attempt(function, request_id);
      });
}

void AsyncQueue::drop_events(LiveFunction& function) {
  for (const auto& [request_id, retry] : function.retries) world_.scheduler().cancel(retry);
  function.retries.clear();
  function.stored->events.clear();
}

void AsyncQueue::spawn_attempt(const FunctionPtr& function, const std::string& request_id) {
  world_.scheduler().spawn({.name = "asynchronous invocation"}, [this, function, request_id] {
    if (!function->is_deleted()) attempt(function, request_id);
  });
}

void AsyncQueue::attempt(const FunctionPtr& function, const std::string& request_id) {
  // Only this attempt, or the deletion of the function, ends it.
  AsyncEvent& event = function->stored->events.at(request_id);
  if (world_.now() - event.accepted > age_max(*function->stored)) {
    end(*function, request_id, {.condition = "EventAgeExceeded"});
    return;
  }
  const Result<Outcome> outcome =
      executor_.run(function, {.request_id = request_id, .payload = event.payload});
  if (function->is_deleted()) return;
  if (!outcome) {
    on_refused(function, event, outcome.error());
  } else if (outcome->has_failed) {
    on_failed(function, event, *outcome);
  } else {
    end(*function, request_id, {.condition = "Success", .outcome = &*outcome});
  }
}

void AsyncQueue::on_refused(const FunctionPtr& function, AsyncEvent& event, const Error& error) {
  // A function that was stopped by reserving nothing for it gives its events up at once.
  if (is_throttled(error) && function->concurrency.reserved == 0) {
    end(*function, event.request_id, {.condition = "ZeroReservedConcurrency", .error = &error});
    return;
  }
  ++event.throttles;
  retry_in(function, event, throttle_backoff(event.throttles));
}

void AsyncQueue::on_failed(const FunctionPtr& function, AsyncEvent& event, const Outcome& outcome) {
  ++event.failures;
  if (event.failures <= retries_max(*function->stored)) {
    retry_in(function, event,
             event.failures == 1 ? Duration(kFirstRetryWait) : Duration(kSecondRetryWait));
    return;
  }
  end(*function, event.request_id, {.condition = "RetriesExhausted", .outcome = &outcome});
}

void AsyncQueue::retry_in(const FunctionPtr& function, AsyncEvent& event, Duration wait) {
  event.next_attempt = world_.now() + wait;
  arrange(function, event);
}

void AsyncQueue::end(LiveFunction& function, const std::string& request_id, const EventEnd& how) {
  const auto ended = function.stored->events.extract(request_id);
  deliver(world_, function, ended.mapped(), how);
}

}  // namespace emu::lambda
