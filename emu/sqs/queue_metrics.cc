#include "sqs/queue_metrics.h"

#include <emu/arn.h>

#include <algorithm>
#include <array>
#include <optional>

#include "sqs/queue.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kNamespace = "AWS/SQS";

Time minute_of(Time time) { return std::chrono::floor<std::chrono::minutes>(time); }

}  // namespace

void publish_minute(const Queue& queue, MetricSink& sink) {
  const std::optional<Arn> arn = Arn::parse(queue.arn);
  const QueueMetrics& metrics = queue.metrics;
  const std::array dimensions = {MetricDimension{.name = "QueueName", .value = queue.name}};
  const auto put = [&](std::string_view name, std::int64_t value, std::string_view unit) {
    sink.put_metric({.account = arn->account,
                     .region = arn->region,
                     .metric_namespace = kNamespace,
                     .name = name,
                     .dimensions = dimensions,
                     .time = metrics.minute_end - kMetricMinute,
                     .value = static_cast<double>(value),
                     .unit = unit});
  };
  std::int64_t age = 0;
  if (const auto oldest = queue.messages.oldest(1); !oldest.empty()) {
    age =
        std::chrono::duration_cast<std::chrono::seconds>(metrics.minute_end - oldest.front()->sent)
            .count();
  }
  put("ApproximateAgeOfOldestMessage", age, "Seconds");
  put("ApproximateNumberOfMessagesDelayed", queue.messages.delayed(), "Count");
  put("ApproximateNumberOfMessagesNotVisible", queue.messages.in_flight(), "Count");
  put("ApproximateNumberOfMessagesVisible", queue.messages.visible(), "Count");
  put("NumberOfEmptyReceives", metrics.empty_receives, "Count");
  put("NumberOfMessagesDeleted", metrics.deleted, "Count");
  put("NumberOfMessagesReceived", metrics.received, "Count");
  put("NumberOfMessagesSent", metrics.sent, "Count");
}

void Sqs::end_minutes(Queue& queue) {
  const Time last = minute_of(world_.now());
  QueueMetrics& metrics = queue.metrics;
  if (metrics.minute_end == Time()) return metrics.begin_minute(last + kMetricMinute);
  const auto sinks = world_.interfaces().all<MetricSink>();
  while (metrics.minute_end <= last) {
    advance(queue, metrics.minute_end);
    if (!has_metrics(queue, metrics.minute_end)) return metrics.begin_minute(last + kMetricMinute);
    for (MetricSink* sink : sinks) publish_minute(queue, *sink);
    // Of a long time in which nobody came, the end will do.
    metrics.begin_minute(std::max(metrics.minute_end + kMetricMinute, last - kMetricsGoOn));
  }
}

bool Sqs::has_metrics(const Queue& queue, Time time) {
  const MessageStore& messages = queue.messages;
  return time < queue.metrics.active_until ||
         messages.visible() + messages.in_flight() + messages.delayed() > 0;
}

// By a call about the queue. Who waits for metrics hears that there will be some again.
void Sqs::count_activity(Queue& queue) {
  const Time now = world_.now();
  if (queue.metrics.minute_end <= now) end_minutes(queue);
  const bool was_active = has_metrics(queue, now);
  queue.metrics.active_until = now + kMetricsGoOn;
  if (was_active) return;
  const std::optional<Arn> arn = Arn::parse(queue.arn);
  for (MetricSink* sink : world_.interfaces().all<MetricSink>()) {
    sink->expect_metrics(arn->account, arn->region, kNamespace);
  }
}

void Sqs::publish_metrics(Time now) {
  regions_.each_of(std::nullopt, [&](RegionState& state) {
    for (auto& [name, queue] : state.queues) {
      if (queue.metrics.minute_end != Time() && queue.metrics.minute_end <= now) end_minutes(queue);
    }
  });
}

}  // namespace emu::sqs
