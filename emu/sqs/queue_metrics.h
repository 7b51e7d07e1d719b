// What a queue tells CloudWatch about each minute.
//
// It is counted in the queue, and put when the minute is over and somebody comes to the queue or
// asks for metrics: a minute costs the same with any number of calls, and nothing when nobody
// comes. None of it is stored.
// Source: Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS".
#pragma once

#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <string_view>

#include "core/gate/metrics.h"

namespace emu::sqs {

struct Queue;

inline constexpr std::chrono::minutes kMetricMinute{1};
// After the last call a queue without messages has metrics for so long.
inline constexpr std::chrono::hours kMetricsGoOn{6};

struct QueueMetrics {
  Time minute_end = {};    // of the minute that is counted; none before the first call
  Time active_until = {};  // unless there are messages
  std::int64_t sent = 0;
  std::int64_t received = 0;
  std::int64_t empty_receives = 0;
  std::int64_t deleted = 0;

  void begin_minute(Time end) { *this = {.minute_end = end, .active_until = active_until}; }
};

// Puts what there is of the minute that ends now, at which the queue is settled.
void publish_minute(const Queue& queue, MetricSink& sink);

}  // namespace emu::sqs
