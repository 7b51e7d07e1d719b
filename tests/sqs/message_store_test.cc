// MessageStore beside a model of it: random operations on both, which must then say the same.
//
// The model is a map that is searched from end to end, so nothing in it is clever enough to be
// wrong in the same way. A failure prints the seed and the step; equal seeds give equal steps.
#include "sqs/message_store.h"

#include <doctest/doctest.h>
#include <emu/json.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/hash/random.h"
#include "sqs/message_record.h"

namespace emu::sqs {

namespace {

using namespace std::chrono_literals;

using State = StoredMessage::State;

const std::string kSender = "AIDAEXAMPLE";

// A message of the model. Its name is the message's body.
struct Modelled {
  State state = State::kVisible;
  Time sent = {};
  Time due = {};
  std::int64_t sequence = 0;
  std::uint32_t receive_count = 0;
  std::uint32_t receipts = 0;
  std::optional<MessageKey> key = {};  // once next() has given it
};

using Model = std::map<std::string, Modelled>;

std::int64_t count(const Model& model, State state) {
  return std::count_if(model.begin(), model.end(),
                       [state](const auto& entry) { return entry.second.state == state; });
}

// The visible message that came first.
Model::iterator next_of(Model& model) {
  auto next = model.end();
  for (auto entry = model.begin(); entry != model.end(); ++entry) {
    if (entry->second.state != State::kVisible) continue;
    if (next == model.end() || entry->second.sequence < next->second.sequence) next = entry;
  }
  return next;
}

std::optional<Time> next_due_of(const Model& model) {
  std::optional<Time> due;
  for (const auto& [name, message] : model) {
    if (message.state != State::kVisible && (!due || message.due < *due)) due = message.due;
  }
  return due;
}

// Both, and the steps that are made on them.
class Pair {
 public:
  explicit Pair(std::uint64_t seed) : random_(seed), weights_(weights(random_)) {
    // Many changes of a message before it is due leave the queues full of dead entries.
    if (random_.chance(1, 2)) {
      weights_[2] = 60;
      pause_max_ = 100;
    }
  }

  void step() {
    now_ += std::chrono::milliseconds(random_.below(2) * random_.below(pause_max_));
    switch (drawn_step()) {
      case 0:
        return add();
      case 1:
        return receive();
      case 2:
        return change_visibility();
      case 3:
        return remove();
      case 4:
        return take_next();
      case 5:
        return advance();
      default:
        return random_.chance(1, 20) ? purge() : advance();
    }
  }

  void check() {
    CHECK(store_.visible() == count(model_, State::kVisible));
    CHECK(store_.in_flight() == count(model_, State::kInFlight));
    CHECK(store_.delayed() == count(model_, State::kDelayed));
    CHECK(store_.next_due() == next_due_of(model_));
    check_next();
    for (const MessageKey key : gone_) CHECK(store_.find(key) == nullptr);
  }

  // Every message, as its record has it after a way through JSON.
  void check_records() {
    Time sent = Time::min();
    std::size_t visited = 0;
    store_.visit([&](MessageKey key, const StoredMessage& stored) {
      const auto record = from_json<MessageRecord>(to_json(record_of(key, stored))).value();
      const Modelled& message = model_.at(record.body);
      CHECK(record.key == static_cast<std::int64_t>(message.key.value_or(key)));
      CHECK(record.message_id == record.body);
      CHECK(record.sender == kSender);
      CHECK(record.sent == message.sent);
      CHECK(record.due == message.due);
      CHECK(record.sequence == message.sequence);
      CHECK(record.receive_count == message.receive_count);
      CHECK(record.receipts == message.receipts);
      CHECK(record.state == (message.state == State::kDelayed    ? message_states::kDelayed
                             : message.state == State::kInFlight ? message_states::kInFlight
                                                                 : message_states::kVisible));
      CHECK(sent <= record.sent);
      sent = record.sent;
      ++visited;
      return true;
    });
    CHECK(visited == model_.size());
  }

 private:
  // How often each step is made differs between seeds, so that some stores fill and others are
  // mostly empty.
  static std::vector<std::uint64_t> weights(Random& random) {
    std::vector<std::uint64_t> weights(7);
    for (std::uint64_t& weight : weights) weight = 1 + random.below(8);
    return weights;
  }

  std::size_t drawn_step() {
    std::uint64_t sum = 0;
    for (const std::uint64_t weight : weights_) sum += weight;
    std::uint64_t drawn = random_.below(sum);
    std::size_t step = 0;
    while (drawn >= weights_[step]) drawn -= weights_[step++];
    return step;
  }

  std::chrono::milliseconds duration_up_to(std::chrono::milliseconds max) {
    // Whole seconds are frequent: equal times must keep their order.
    const auto ms = static_cast<std::uint64_t>(max.count());
    return random_.chance(1, 2) ? std::chrono::milliseconds(random_.below(ms + 1))
                                : std::chrono::seconds(random_.below(ms / 1000 + 1));
  }

  void add() {
    const std::string name = fmt::format("{:036}", added_++);
    StoredMessage stored{.body = name, .sender = &kSender, .sent = now_};
    std::copy(name.begin(), name.end(), stored.uuid.begin());
    Modelled message{.sequence = next_sequence_++};
    // One that comes from another queue was sent before.
    if (random_.chance(1, 4)) {
      stored.sent -= duration_up_to(40s);
      stored.receive_count = message.receive_count = 3;
    }
    message.sent = stored.sent;
    message.due = now_ + (random_.chance(1, 2) ? 0ms : duration_up_to(20s));
    message.state = message.due > now_ ? State::kDelayed : State::kVisible;
    store_.add(std::move(stored), now_, message.due);
    model_.emplace(name, message);
  }

  // The next message, the same in both, or the model's end.
  Model::iterator check_next() {
    const auto next = next_of(model_);
    const std::optional<MessageKey> key = store_.next();
    REQUIRE(key.has_value() == (next != model_.end()));
    if (!key) return next;
    REQUIRE(store_.find(*key)->body == next->first);
    CHECK(next->second.key.value_or(*key) == *key);
    next->second.key = key;
    return next;
  }

  void receive() {
    const auto next = check_next();
    if (next == model_.end()) return;
    Modelled& message = next->second;
    message.state = State::kInFlight;
    message.due = now_ + duration_up_to(30s);
    ++message.receive_count;
    ++message.receipts;
    const StoredMessage& stored = store_.receive(*message.key, now_, message.due);
    CHECK(stored.received == now_);
    CHECK(stored.receive_count == message.receive_count);
    CHECK(stored.receipts == message.receipts);
  }

  // Any message that has been received from here and is in flight, or in any state.
  Model::iterator drawn(bool in_flight) {
    std::vector<Model::iterator> candidates;
    for (auto entry = model_.begin(); entry != model_.end(); ++entry) {
      const Modelled& message = entry->second;
      if (message.key && (!in_flight || message.state == State::kInFlight)) {
        candidates.push_back(entry);
      }
    }
    return candidates.empty() ? model_.end() : candidates[random_.below(candidates.size())];
  }

  void change_visibility() {
    const auto entry = drawn(true);
    if (entry == model_.end()) return;
    if (!random_.chance(1, 4)) entry->second.due = now_ + duration_up_to(30s);
    store_.hide_until(*entry->second.key, entry->second.due);
  }

  void forget(Model::iterator entry) {
    gone_.push_back(*entry->second.key);
    if (gone_.size() > 50) gone_.erase(gone_.begin());
    model_.erase(entry);
  }

  void remove() {
    const auto entry = drawn(false);
    if (entry == model_.end()) return;
    store_.remove(*entry->second.key);
    forget(entry);
  }

  void take_next() {
    const auto next = check_next();
    if (next == model_.end()) return;
    CHECK(store_.take(*next->second.key).body == next->first);
    forget(next);
  }

  void advance() {
    const std::chrono::seconds retention = random_.chance(1, 10) ? 20s : 60s;
    std::int64_t shown = 0;
    std::vector<std::string> again;
    std::vector<std::string> old;
    for (auto& [name, message] : model_) {
      if (message.state != State::kVisible && message.due <= now_) {
        if (message.state == State::kInFlight) again.push_back(name);
        message.state = State::kVisible;
        ++shown;
      }
      if (message.sent <= now_ - retention) old.push_back(name);
    }
    std::vector<std::string> visible_again;
    std::vector<std::string> expired;
    Time due = Time::min();
    Time sent = Time::min();
    const auto on_visible_again = [&](const StoredMessage& message) {
      CHECK(due <= message.due);
      due = message.due;
      visible_again.push_back(message.body);
    };
    const auto on_expired = [&](const StoredMessage& message) {
      CHECK(sent <= message.sent);
      sent = message.sent;
      expired.push_back(message.body);
    };
    CHECK(store_.advance(now_, retention, on_visible_again, on_expired) == shown);
    std::sort(visible_again.begin(), visible_again.end());
    CHECK(visible_again == again);
    std::sort(expired.begin(), expired.end());
    CHECK(expired == old);
    for (const std::string& name : old) model_.erase(name);
  }

  void purge() {
    store_.clear();
    model_.clear();
  }

  Random random_;
  std::vector<std::uint64_t> weights_;
  std::uint64_t pause_max_ = 3000;  // milliseconds between two steps
  Time now_ = Time(1h);
  std::int64_t next_sequence_ = 0;
  int added_ = 0;
  MessageStore store_;
  Model model_;
  std::vector<MessageKey> gone_;  // the last that were removed
};

}  // namespace

TEST_SUITE("sqs: MessageStore") {
  TEST_CASE("a message is visible, in flight while it is received, and visible again") {
    MessageStore store;
    const Time start(1h);
    store.add({.body = "hi", .sender = &kSender, .sent = start}, start, start);
    const MessageKey key = store.next().value();
    CHECK(store.receive(key, start, start + 36s).receive_count == 1);
    CHECK(store.in_flight() == 1);
    CHECK(!store.next());
    CHECK(store.next_due() == start + 36s);
    int again = 0;
    CHECK(store.advance(
              start + 36s, 60s, [&](const StoredMessage&) { ++again; },
              [](const StoredMessage&) {}) == 1);
    CHECK(again == 1);
    CHECK(store.next() == key);
  }

  TEST_CASE("after any steps it says what a plain model says") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      Pair pair(seed);
      for (int step = 0; step < 2000; ++step) {
        CAPTURE(seed);
        CAPTURE(step);
        pair.step();
        pair.check();
        if (step % 100 == 0) pair.check_records();
      }
    }
  }
}

}  // namespace emu::sqs
