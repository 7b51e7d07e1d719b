// Notifier: brings what notifications say to topics, queues and functions, as s3.amazonaws.com.
//
// Events wait in one line and are delivered by one task, which lives while there are any: an
// operation that causes an event does not wait for it. What cannot be delivered now for a reason
// that passes is tried again later; what is refused, such as by a queue that is gone, is dropped,
// as is what comes when too much waits.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/world.h"
#include "s3/notification_rules.h"
#include "s3/state.h"

namespace emu::s3 {

class Notifier {
 public:
  explicit Notifier(World& world) : world_(world) {}

  struct Delivery {
    CallerPtr sender;  // S3 on behalf of the bucket
    Destined::Kind kind;
    std::string arn;
    std::string text;
    int attempts = 0;
  };
  void post(Delivery delivery);

  // S3 as it sends for a bucket: policies find the bucket in aws:SourceArn.
  CallerPtr sender_of(const StoredBucket& bucket) const;

  // Whether a destination takes a text now.
  Status send(const Delivery& delivery);

  // Forgets what has not been delivered, of one account or of all.
  void drop(std::optional<std::string_view> account);

 private:
  struct Retry {
    TimerId timer;
    Delivery delivery;
  };

  void deliver_all();
  void deliver(Delivery delivery);
  void try_again(Delivery delivery);

  World& world_;
  const Delivery* being_sent_ = nullptr;  // null, too, when it is to be forgotten
  std::deque<Delivery> line_ = {};
  std::map<std::uint64_t, Retry> retries_ = {};
  std::uint64_t next_retry_ = 0;
  bool is_delivering_ = false;
};

}  // namespace emu::s3
