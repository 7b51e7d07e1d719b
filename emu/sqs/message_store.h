// The messages of one queue, in whichever state they are.
//
//   sent ─▶ delayed ─▶ visible ◀─▶ in flight ─▶ removed
//
// What time alone does (a delay or a visibility timeout that ends, a retention period that is over)
// is done by advance(), which every operation calls first, so that the store is always as it would
// be if each had happened at its own moment.
//
// Visible messages are given in the order in which they arrived, also after a visibility timeout,
// as far as their groups have their turn: message_groups.h. A queue without groups pays nothing for
// them. What is done to one message costs O(1) as a rule and O(log n) at worst, however many there
// are.
#pragma once

#include <emu/sqs.h>
#include <emu/time.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/slot_map.h"
#include "core/hash/hash.h"
#include "core/hash/random.h"
#include "sqs/limits.h"
#include "sqs/message_groups.h"
#include "sqs/ordered_queue.h"

namespace emu::sqs {

using MessageUuid = std::array<char, 36>;

// What few messages have.
struct MessageExtras {
  MessageAttributes attributes = {};
  std::string trace_header = {};
  std::string group_id = {};
  std::string dead_letter_source = {};  // ARN of the queue that it was redriven from
  std::unique_ptr<const std::string> deduplication_id = {};  // in FIFO queues
};

struct StoredMessage {
  enum class State : std::uint8_t { kDelayed, kVisible, kInFlight };

  std::string body = {};
  MessageUuid uuid = {};
  Md5Sum body_md5 = {};
  std::unique_ptr<MessageExtras> extras = {};
  const std::string* sender = nullptr;  // interned
  Time sent = {};
  Time first_received = {};
  Time received = {};               // last
  Time due = {};                    // end of the delay or of the visibility timeout
  std::int64_t sequence = 0;        // the order in which they are received
  std::uint32_t receive_count = 0;  // over all queues, as AWS reports it
  std::uint32_t receipts = 0;       // receives from this queue
  GroupIndex group = 0;             // in its queue
  State state = State::kVisible;

  std::string_view id() const { return {uuid.data(), uuid.size()}; }
};

// Never 0 and never used twice.
using MessageKey = std::uint64_t;

class MessageStore {
 public:
  // From now on messages of a group are received in their order, one receive at a time. Every
  // message that comes in has a group, and is as long delayed as the others.
  void order_by_group(std::int64_t looked_through = kLookedThroughMax) {
    groups_ = std::make_unique<MessageGroups>(looked_through);
  }

  // Takes a message in, visible from `due` on.
  void add(StoredMessage message, Time now, Time due);

  // Lets everything happen that is due, in this order: what was delayed or in flight becomes
  // visible, those in flight being given to `visible_again(message)`, and messages older than the
  // retention period are given to `expired(message)` and removed. Says how many became visible.
  template <class VisibleAgain, class Expired>
  std::int64_t advance(Time now, std::chrono::seconds retention, const VisibleAgain& visible_again,
                       const Expired& expired) {
    std::int64_t shown = 0;
    while (show_next_due(delayed_, StoredMessage::State::kDelayed, now) != nullptr) ++shown;
    while (const StoredMessage* message =
               show_next_due(in_flight_, StoredMessage::State::kInFlight, now)) {
      visible_again(*message);
      ++shown;
    }
    while (const std::optional<MessageKey> key = oldest_before(now - retention)) {
      expired(*find(*key));
      remove(*key);
    }
    return shown;
  }

  StoredMessage* find(MessageKey key) { return messages_.find(key); }

  // The visible message that is next to be received; by a receive that has taken one of `group`
  // before. Source: Amazon SQS Developer Guide, "FIFO queue delivery logic in Amazon SQS": as many
  // messages of one group as possible.
  std::optional<MessageKey> next(GroupIndex group = 0);

  // The same, but of a standard queue the first of all, noisy neighbor or not.
  std::optional<MessageKey> next_in_order();

  // Gives the first visible messages, at most so many, another order.
  void shuffle_first(std::size_t count, Random& random);

  // The message that next() has just given goes in flight.
  StoredMessage& receive(MessageKey key, Time now, Time due);

  // Gives a message that is in flight another end of its visibility timeout.
  void hide_until(MessageKey key, Time due);

  // Delayed messages become visible that long after they were sent.
  void delay_by(std::chrono::seconds delay, Time now);

  // How many groups have got their turn since this was asked last.
  std::int64_t take_unblocked() { return groups_ == nullptr ? 0 : groups_->take_unblocked(); }

  void remove(MessageKey key);
  StoredMessage take(MessageKey key);
  void clear();

  // Visits the messages in the order in which they were sent, until `visit(key, message)` returns
  // false. Costs O(log n) for each at worst.
  template <class Visit>
  void visit(const Visit& visit) const {
    by_age_.visit([&](const OrderedEntry& entry) {
      const StoredMessage* message = messages_.find(entry.id);
      return message == nullptr || visit(entry.id, *message);
    });
  }
  // The messages that were sent first, at most so many.
  std::vector<const StoredMessage*> oldest(std::size_t limit) const;

  // When the next message that is delayed or in flight becomes visible.
  std::optional<Time> next_due();

  // That of the message that comes in next.
  std::int64_t next_sequence() const { return next_sequence_; }

  std::int64_t visible() const { return visible_count_; }
  std::int64_t in_flight() const { return in_flight_count_; }
  std::int64_t delayed() const { return delayed_count_; }

 private:
  const StoredMessage* show_next_due(OrderedQueue& waiting, StoredMessage::State state, Time now);
  std::optional<MessageKey> oldest_before(Time limit);
  const OrderedEntry* front_of(OrderedQueue& waiting, StoredMessage::State state);
  std::optional<MessageKey> next_beside(std::int64_t in_flight);
  bool is_visible(const OrderedEntry& entry) const;
  void show(const StoredMessage& message, MessageKey key);
  void take_from_visible(const StoredMessage& message);
  struct Place {
    StoredMessage::State state;
    GroupIndex group;
    std::int64_t sequence;
  };
  void forget(const Place& place);
  std::int64_t& count_of(StoredMessage::State state);

  SlotMap<StoredMessage> messages_;
  OrderedQueue visible_;                   // by sequence; those without a group
  OrderedQueue in_flight_;                 // by due
  OrderedQueue delayed_;                   // by due
  OrderedQueue by_age_;                    // by sent
  std::unique_ptr<MessageGroups> groups_;  // once there is one
  std::int64_t next_sequence_ = 0;
  std::int64_t visible_count_ = 0;
  std::int64_t in_flight_count_ = 0;
  std::int64_t delayed_count_ = 0;
};

}  // namespace emu::sqs
