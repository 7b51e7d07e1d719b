// A subscription filter as it is stored, and what its function gets.
#pragma once

#include <emu/logs/subscription_filters.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/gate/caller.h"
#include "logs/filter_pattern.h"
#include "logs/incoming.h"

namespace emu::logs {

struct StoredSubscription {
  SubscriptionFilter described;
  FilterPattern pattern;
  CallerPtr sender;  // CloudWatch Logs on behalf of the group: policies find it in aws:SourceArn

  bool has_expression() const { return pattern.regular_expressions() > 0; }
  std::size_t cost() const { return pattern.cost(); }
};

// What of a batch matches a subscription, as functions take it: one payload, or several where there
// is much. Only an event that is alone in its payload can make it larger than functions take.
class SubscriptionPayloads {
 public:
  // Both must outlive it.
  SubscriptionPayloads(const StoredSubscription& subscription, const IncomingEvents& incoming)
      : subscription_(subscription), incoming_(incoming) {}

  const StoredSubscription& subscription() const { return subscription_; }

  // Each event in its turn.
  void add(std::size_t index, const Message& message);
  std::vector<std::string> end();

 private:
  void begin_document();
  void end_document();

  const StoredSubscription& subscription_;
  const IncomingEvents& incoming_;
  std::string document_;  // of the payload that is being filled; empty before its first event
  std::vector<std::string> payloads_;
};

}  // namespace emu::logs
