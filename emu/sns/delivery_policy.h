// When a delivery that has failed is tried again.
//
// Deliveries to AWS's own services and to people follow a plan of AWS's; those to HTTP endpoints
// one that a topic or subscription may set. A plan has four phases one after the other: retries at
// once, retries after the least delay, retries whose delay grows from the least to the most, and
// retries after the most.
// Source: Amazon SNS Developer Guide, "Amazon SNS message delivery retries" and "Creating an HTTP/S
// delivery policy".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::sns {

struct RetryPlan {
  std::int64_t at_once = 0;
  std::int64_t at_least = 0;  // after the least delay
  std::int64_t growing = 3;
  std::int64_t at_most = 0;
  std::chrono::seconds delay_min{20};
  std::chrono::seconds delay_max{20};
  std::string function = "linear";

  // The wait before a retry, which are counted from 0; nothing when the plan is over.
  std::optional<Duration> wait(std::int64_t retry) const;
};

// Of queues and functions: 100,015 tries in 23 days.
RetryPlan plan_of_services();
// Of mail, text messages and devices: 50 tries in 6 hours.
RetryPlan plan_of_people();

// What a topic and a subscription say of deliveries to HTTP endpoints.
struct DeliveryPolicy {
  RetryPlan plan = {};
  bool disables_overrides = false;  // of a topic
  std::optional<std::int64_t> receives_per_second = {};
  std::string content_type = {};  // empty: AWS's
};

// The attribute DeliveryPolicy of a topic: {"http": {"defaultHealthyRetryPolicy": …, …}}.
Result<DeliveryPolicy> parse_topic_delivery(std::string_view json);
// That of a subscription, {"healthyRetryPolicy": …}, upon its topic's.
Result<DeliveryPolicy> parse_delivery(std::string_view json, const DeliveryPolicy& of_topic);

// The attribute EffectiveDeliveryPolicy of a topic and of a subscription.
std::string topic_delivery_text(const DeliveryPolicy& policy);
std::string delivery_text(const DeliveryPolicy& policy);

}  // namespace emu::sns
