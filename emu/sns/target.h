// Target: where a subscription's messages go, as deliveries know it. It never changes, so that a
// message under way keeps what held when it was published.
#pragma once

#include <cstdint>
#include <string>

#include "core/gate/caller.h"
#include "sns/delivery_policy.h"
#include "sns/topic_metrics.h"

namespace emu::sns {

struct Target {
  std::uint64_t serial = 0;   // of the subscription
  CallerPtr sender = {};      // SNS on behalf of the topic: policies find it in aws:SourceArn
  TopicMetrics metrics = {};  // of the topic; null: it is no notification
  std::string topic_arn = {};
  std::string subscription_arn = {};
  std::string display_name = {};  // of the topic
  std::string protocol = {};
  std::string endpoint = {};
  std::string queue_url = {};        // of a queue
  std::string dead_letter_url = {};  // empty: there is no dead-letter queue
  bool is_raw = false;
  bool is_fifo = false;             // the topic: what comes later waits for what is tried again
  bool goes_to_fifo_queue = false;  // which alone takes deduplication ids
  bool has_fifo_dead_letters = false;
  std::string content_type = {};  // of HTTP; empty: AWS's
  RetryPlan plan = {};
};

}  // namespace emu::sns
