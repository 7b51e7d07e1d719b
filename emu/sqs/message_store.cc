#include "sqs/message_store.h"

#include <utility>

#include "core/base/assert.h"

namespace emu::sqs {

namespace {

using State = StoredMessage::State;

std::int64_t ticks(Time time) { return time.time_since_epoch().count(); }

}  // namespace

void MessageStore::add(StoredMessage message, Time now, Time due) {
  const std::int64_t sequence = next_sequence_++;
  const std::int64_t sent = ticks(message.sent);
  const State state = due > now ? State::kDelayed : State::kVisible;
  message.sequence = sequence;
  message.state = state;
  message.due = due;
  message.receipts = 0;

  const MessageKey key = messages_.add(std::move(message));
  by_age_.push({.key = sent, .id = key});
  if (state == State::kDelayed) {
    delayed_.push({.key = ticks(due), .id = key});
  } else {
    visible_.push({.key = sequence, .id = key});
  }
  ++count_of(state);
}

std::optional<MessageKey> MessageStore::next() {
  const OrderedEntry* entry = visible_.front([this](const OrderedEntry& e) {
    const StoredMessage* message = find(e.id);
    return message != nullptr && message->state == State::kVisible;
  });
  return entry == nullptr ? std::nullopt : std::optional(entry->id);
}

StoredMessage& MessageStore::receive(MessageKey key, Time now, Time due) {
  StoredMessage& message = *find(key);
  EMU_ASSERT(message.state == State::kVisible, "only a visible message can be received");
  visible_.pop_front();
  message.state = State::kInFlight;
  message.received = now;
  message.due = due;
  if (message.receive_count == 0) message.first_received = now;
  ++message.receive_count;
  ++message.receipts;
  in_flight_.push({.key = ticks(due), .id = key});
  --visible_count_;
  ++in_flight_count_;
  return message;
}

void MessageStore::hide_until(MessageKey key, Time due) {
  StoredMessage& message = *find(key);
  EMU_ASSERT(message.state == State::kInFlight, "only messages in flight have a timeout");
  if (message.due == due) return;
  message.due = due;
  in_flight_.count_dead();
  in_flight_.push({.key = ticks(due), .id = key});
}

void MessageStore::remove(MessageKey key) {
  forget(find(key)->state);
  messages_.erase(key);
}

StoredMessage MessageStore::take(MessageKey key) {
  forget(find(key)->state);
  return messages_.take(key);
}

void MessageStore::clear() {
  while (const std::optional<MessageKey> key = oldest_before(Time::max())) remove(*key);
  visible_ = {};
  in_flight_ = {};
  delayed_ = {};
  by_age_ = {};
}

std::optional<Time> MessageStore::next_due() {
  const OrderedEntry* delayed = front_of(delayed_, State::kDelayed);
  const OrderedEntry* in_flight = front_of(in_flight_, State::kInFlight);
  if (delayed == nullptr && in_flight == nullptr) return std::nullopt;
  const std::int64_t due = delayed == nullptr     ? in_flight->key
                           : in_flight == nullptr ? delayed->key
                                                  : std::min(delayed->key, in_flight->key);
  return Time(Duration(due));
}

// The message that becomes visible now, or null when none is left that is due.
const StoredMessage* MessageStore::show_next_due(OrderedQueue& waiting, State state, Time now) {
  const OrderedEntry* entry = front_of(waiting, state);
  if (entry == nullptr || entry->key > ticks(now)) return nullptr;
  const MessageKey key = entry->id;
  waiting.pop_front();
  StoredMessage& message = *find(key);
  message.state = State::kVisible;
  visible_.push({.key = message.sequence, .id = key});
  --count_of(state);
  ++visible_count_;
  return &message;
}

// The oldest message, if it was sent at the limit or before.
std::optional<MessageKey> MessageStore::oldest_before(Time limit) {
  const OrderedEntry* entry =
      by_age_.front([this](const OrderedEntry& e) { return find(e.id) != nullptr; });
  if (entry == nullptr || entry->key > ticks(limit)) return std::nullopt;
  return entry->id;
}

std::vector<const StoredMessage*> MessageStore::oldest(std::size_t limit) const {
  std::vector<const StoredMessage*> out;
  visit([&](MessageKey, const StoredMessage& message) {
    if (out.size() == limit) return false;
    out.push_back(&message);
    return true;
  });
  return out;
}

// An entry is alive while its message is in that state and due at that time.
const OrderedEntry* MessageStore::front_of(OrderedQueue& waiting, State state) {
  return waiting.front([this, state](const OrderedEntry& e) {
    const StoredMessage* message = find(e.id);
    return message != nullptr && message->state == state && ticks(message->due) == e.key;
  });
}

// A message in that state goes: its entries are dead.
void MessageStore::forget(State state) {
  --count_of(state);
  by_age_.count_dead();
  (state == State::kVisible    ? visible_
   : state == State::kInFlight ? in_flight_
                               : delayed_)
      .count_dead();
}

std::int64_t& MessageStore::count_of(State state) {
  switch (state) {
    case State::kDelayed:
      return delayed_count_;
    case State::kInFlight:
      return in_flight_count_;
    case State::kVisible:
      break;
  }
  return visible_count_;
}

}  // namespace emu::sqs
