// Notifier: brings messages to where subscriptions want them, as sns.amazonaws.com.
//
// Publishing does not wait for deliveries. They wait in a line for each subscription, and tasks,
// which live while there is something to deliver, take from the lines in turn. When one of them has
// to wait for an endpoint, another goes on, so that a slow endpoint does not hold up the others.
// What takes no time, such as a queue that is not under faults, is delivered by a brief task
// (core/task/brief_tasks.h).
// Several messages of a line are under way at a time, but only one of a FIFO topic, where a later
// message also waits for an earlier one that is tried again. What fails for a reason that may pass
// is tried again by the plan of the target; what is refused, or has failed too often, goes to the
// dead-letter queue of the subscription, if it has one.
// Source: Amazon SNS Developer Guide, "Amazon SNS message delivery retries", "Amazon SNS
// dead-letter queues".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/minute_metrics.h"
#include "core/gate/outbox.h"
#include "core/gate/world.h"
#include "core/task/brief_tasks.h"
#include "sns/message.h"
#include "sns/signer.h"
#include "sns/target.h"

namespace emu::sns {

class Envelope;

// One of so many things that there may be at a time; or so many bytes.
class Share {
 public:
  explicit Share(std::size_t& of, std::size_t size = 1) : of_(&of), size_(size) { *of_ += size_; }
  Share(Share&& other) noexcept : of_(std::exchange(other.of_, nullptr)), size_(other.size_) {}
  Share& operator=(Share&& other) noexcept {
    std::swap(of_, other.of_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Share() {
    if (of_ != nullptr) *of_ -= size_;
  }

 private:
  std::size_t* of_;
  std::size_t size_;
};

class Notifier {
 public:
  using Message = std::shared_ptr<const PublishedMessage>;

  struct Parts {
    World& world;
    Signer& signer;
    Outbox& outbox;
    MinuteMetrics& minutes;
  };
  explicit Notifier(const Parts& parts)
      : world_(parts.world),
        brief_tasks_(dynamic_cast<BriefTasks*>(&parts.world.scheduler())),
        signer_(parts.signer),
        outbox_(parts.outbox),
        minutes_(parts.minutes) {}

  // The message, for any number of posts.
  Message share(PublishedMessage message);
  void post(Message message, std::shared_ptr<const Target> target);

  // Forgets what has not been delivered, of the topics of one account or of all. What is under way
  // may arrive, but is not tried again.
  void drop(std::optional<std::string_view> account);

 private:
  struct Delivery {
    Message message;
    std::shared_ptr<const Target> target;
    Share share;
    std::int64_t retries = 0;
  };
  // Of one subscription.
  struct Line {
    std::uint64_t serial;
    CallerPtr sender;
    std::deque<Delivery> waiting = {};
    // How often it stands in `ready_`, is delivered from, or waits for a message of a FIFO topic
    // to be tried again.
    std::size_t turns = 0;
    bool is_dropped = false;
  };
  using LinePtr = std::shared_ptr<Line>;
  struct Retry {
    TimerId timer;
    Delivery delivery;
  };

  struct QueueTarget {
    const std::string& url;
    bool is_fifo;  // which alone takes deduplication ids
    bool is_raw;
  };

  void put(Delivery delivery);
  void make_ready(LinePtr line);
  // Sees to it that somebody takes what is ready.
  void hire();
  // Whether delivering the first message of the line may take time.
  bool may_wait(const Line& line) const;
  void deliver_all();
  // Delivers the first of a line, whose turn it is, and ends the turn unless more waits.
  void take_turn(const LinePtr& line);
  // Whether the line may go on.
  bool deliver(const Line& line, Delivery delivery);
  void try_again(Delivery delivery, Duration wait);
  void end_retry(std::uint64_t id);
  void count(const Target& target, topic_metrics::Kind kind);
  void bury(const Delivery& delivery);
  // Whether the dead-letter queue has taken it.
  bool redrive(const Delivery& delivery);

  Status send(const Delivery& delivery);
  Status send_to_function(const Target& target, Envelope& envelope);
  Status send_to_queue(const Delivery& delivery, Envelope& envelope, const QueueTarget& queue);
  void send_to_person(const Delivery& delivery, Envelope& envelope);

  World& world_;
  BriefTasks* brief_tasks_;  // null where tasks are no threads
  Signer& signer_;
  Outbox& outbox_;
  MinuteMetrics& minutes_;
  std::size_t undelivered_ = 0;
  std::size_t bytes_ = 0;                        // of messages, each once
  std::map<std::uint64_t, LinePtr> lines_ = {};  // by subscription
  std::deque<LinePtr> ready_ = {};               // of which somebody may deliver
  std::map<std::uint64_t, Retry> retries_ = {};
  std::uint64_t next_retry_ = 0;
  std::size_t deliverers_ = 0;
  std::size_t busy_deliverers_ = 0;
};

}  // namespace emu::sns
