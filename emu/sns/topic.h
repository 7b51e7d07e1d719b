// A topic with its subscriptions as they are stored.
#pragma once

#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/caller.h"
#include "sns/subscription_attributes.h"
#include "sns/target.h"
#include "sns/topic_attributes.h"
#include "sns/topic_metrics.h"

namespace emu::sns {

struct StoredSubscription {
  std::uint64_t serial = 0;  // in the order in which subscriptions were made
  std::string arn = {};
  std::string owner = {};      // an account
  std::string principal = {};  // who has made it
  std::string protocol = {};
  std::string endpoint = {};
  SubscriptionAttributes attributes = {};
  Time created = {};
  std::string token = {};  // to confirm it with, for two days
  bool is_confirmed = false;
  bool was_authenticated = false;  // when it was confirmed; so it has to be when it is ended
  // What deliveries know of it. Made anew when it changes.
  std::shared_ptr<const Target> target = {};

  bool is_pending() const { return !is_confirmed; }
};

// What a FIFO topic has taken within the last five minutes.
struct RecentMessage {
  std::string message_id;
  std::string sequence_number;
};

struct StoredTopic {
  std::string name = {};
  std::string arn = {};
  std::string account = {};
  std::string region = {};
  TopicAttributes attributes = {};
  std::map<std::string, std::string> tags = {};
  std::string data_protection_policy = {};
  std::shared_ptr<const std::string> policy = {};  // for IAM
  TopicMetrics metrics = {};                       // of this minute; not stored

  std::map<std::uint64_t, StoredSubscription> subscriptions = {};  // by serial
  std::map<std::string, std::uint64_t, std::less<>> by_arn = {};
  std::map<std::pair<std::string, std::string>, std::uint64_t> by_endpoint = {};  // and protocol
  std::map<std::string, std::uint64_t, std::less<>> by_token = {};
  std::deque<std::pair<Time, std::uint64_t>> expiring = {};  // pending ones, the oldest first
  // Of web endpoints, which may take them up again for a while: by token, and the oldest first.
  std::map<std::string, StoredSubscription, std::less<>> ended = {};
  std::deque<std::pair<Time, std::string>> ended_in_order = {};
  std::int64_t deleted_subscriptions = 0;
  std::size_t filter_policies = 0;

  // FIFO
  std::uint64_t sent = 0;
  std::map<std::string, RecentMessage, std::less<>> recent = {};  // by deduplication key
  std::deque<std::pair<Time, std::string>> recent_in_order = {};  // the oldest first

  StoredSubscription* find(std::string_view subscription_arn);
};

}  // namespace emu::sns
