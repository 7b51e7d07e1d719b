// When a call is made again, and how long that waits.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <mutex>

#include "remote/limits.h"

namespace emu::remote {

// Whether another attempt may succeed where this one failed.
bool is_retryable(const Error& error);
// Whether the signature may have been refused because the clocks differ.
bool may_be_clock_skew(const Error& error);

// Before the retry with that number, from 1. `jitter` is in [0, 1).
Duration backoff(int retry, double jitter);

// What all calls of one client may spend on retries, so that a service that is down is not
// overrun. May be used from many threads.
class RetryBudget {
 public:
  // What the retry costs, or 0 when there is not that much left.
  int take(const Error& error);
  // After a success: what its last retry cost, or 0 when it needed none.
  void give_back(int cost);

 private:
  std::mutex mutex_;
  int left_ = kRetryBudget;
};

}  // namespace emu::remote
