#include "sqs/message_store.h"

#include <algorithm>
#include <limits>
#include <span>
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
  message.group = 0;
  if (message.extras != nullptr && !message.extras->group_id.empty()) {
    if (groups_ == nullptr) groups_ = std::make_unique<MessageGroups>(std::nullopt);
    message.group = groups_->join(message.extras->group_id);
  }

  const MessageKey key = messages_.add(std::move(message));
  by_age_.push({.key = sent, .id = key});
  if (state == State::kDelayed) {
    delayed_.push({.key = ticks(due), .id = key});
  } else {
    show(*find(key), key);
  }
  ++count_of(state);
}

std::optional<MessageKey> MessageStore::next(GroupIndex group) {
  if (group != 0 && groups_->is_fifo()) {
    const OrderedEntry* next =
        groups_->next_of(group, [this](const OrderedEntry& e) { return is_visible(e); });
    if (next != nullptr) return next->id;
  }
  return next_beside(in_flight_count_);
}

std::optional<MessageKey> MessageStore::next_in_order() {
  return next_beside(std::numeric_limits<std::int64_t>::max());
}

// With so many messages in flight, of which a noisy neighbor has its share.
std::optional<MessageKey> MessageStore::next_beside(std::int64_t in_flight) {
  const auto alive = [this](const OrderedEntry& e) { return is_visible(e); };
  const OrderedEntry* entry = visible_.front(alive);
  if (groups_ != nullptr) entry = groups_->next(entry, in_flight, alive);
  return entry == nullptr ? std::nullopt : std::optional(entry->id);
}

bool MessageStore::is_visible(const OrderedEntry& entry) const {
  const StoredMessage* message = messages_.find(entry.id);
  return message != nullptr && message->state == State::kVisible;
}

void MessageStore::show(const StoredMessage& message, MessageKey key) {
  const OrderedEntry entry{.key = message.sequence, .id = key};
  if (message.group == 0) return visible_.push(entry);
  groups_->show(message.group, entry, [this](const OrderedEntry& e) { return is_visible(e); });
}

// The message is the first of those that it stands among.
void MessageStore::take_from_visible(const StoredMessage& message) {
  if (message.group == 0) return visible_.pop_front();
  groups_->pop_front(message.group, [this](const OrderedEntry& e) { return is_visible(e); });
}

void MessageStore::shuffle_first(std::size_t count, Random& random) {
  std::vector<MessageKey> keys;
  std::vector<std::int64_t> sequences;
  while (keys.size() < count) {
    const std::optional<MessageKey> key = next_in_order();
    if (!key) break;
    const StoredMessage& message = *find(*key);
    take_from_visible(message);
    keys.push_back(*key);
    sequences.push_back(message.sequence);
  }
  random.shuffle(std::span(sequences));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    StoredMessage& message = *find(keys[i]);
    message.sequence = sequences[i];
    show(message, keys[i]);
  }
}

StoredMessage& MessageStore::receive(MessageKey key, Time now, Time due) {
  StoredMessage& message = *find(key);
  EMU_ASSERT(message.state == State::kVisible, "only a visible message can be received");
  if (message.group != 0) groups_->begin_flight(message.group);
  take_from_visible(message);
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

void MessageStore::delay_by(std::chrono::seconds delay, Time now) {
  const OrderedQueue delayed = std::exchange(delayed_, OrderedQueue());
  delayed.visit([&](const OrderedEntry& entry) {
    StoredMessage* message = find(entry.id);
    const bool is_alive =
        message != nullptr && message->state == State::kDelayed && ticks(message->due) == entry.key;
    if (!is_alive) return true;
    message->due = std::max(message->sent + delay, now);
    delayed_.push({.key = ticks(message->due), .id = entry.id});
    return true;
  });
}

void MessageStore::remove(MessageKey key) {
  const StoredMessage& message = *find(key);
  const Place place{message.state, message.group, message.sequence};
  messages_.erase(key);
  forget(place);
}

StoredMessage MessageStore::take(MessageKey key) {
  StoredMessage message = messages_.take(key);
  forget({message.state, message.group, message.sequence});
  return message;
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
  if (message.group != 0 && state == State::kInFlight) groups_->end_flight(message.group);
  show(message, key);
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

// A message in that state has gone: its entries are dead.
void MessageStore::forget(const Place& place) {
  const State state = place.state;
  --count_of(state);
  by_age_.count_dead();
  if (place.group != 0) {
    groups_->leave(place.group, place.sequence, state == State::kVisible, state == State::kInFlight,
                   [this](const OrderedEntry& e) { return is_visible(e); });
    if (state == State::kVisible) return;
  }
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
