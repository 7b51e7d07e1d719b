// The groups that messages of a queue belong to, and whose turn it is.
//
// Of a FIFO queue: a group whose messages are in flight waits until all of them are deleted or
// visible again; of the others the one whose first message came first is next. Groups are looked
// for among the first 120,000 messages; those behind them wait, whatever their groups.
//
// Of a standard queue, whose groups are tenants (fair queues): a tenant with more than a tenth of
// all messages in flight, and at least 30, is noisy, and has to wait while messages of others are
// visible. Among noisy ones the tenant with the fewest messages in flight is next.
//
// A group is there while it has messages. Every operation costs O(log n) for n groups: at most nine
// groups can be noisy at a time.
//
// Sources: Amazon SQS Developer Guide, "FIFO queue delivery logic in Amazon SQS", "Avoid large
// message backlogs with the same message group ID in Amazon SQS", "How Amazon SQS fair queues
// work".
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ring.h"
#include "sqs/ordered_queue.h"

namespace emu::sqs {

// 0 is no group.
using GroupIndex = std::uint32_t;

class MessageGroups {
 public:
  // `alive(entry)` below tells the entries of visible messages from those that are so no more.
  // A FIFO queue looks through so many messages.
  explicit MessageGroups(std::optional<std::int64_t> looked_through)
      : is_fifo_(looked_through.has_value()), looked_through_(looked_through.value_or(0)) {}

  bool is_fifo() const { return is_fifo_; }

  // The group of that id, which has one message more.
  GroupIndex join(std::string_view id);

  // A message of the group is visible. Those of a FIFO queue become so in their order.
  template <class Alive>
  void show(GroupIndex index, const OrderedEntry& message, const Alive& alive) {
    if (is_fifo_ && message.key > last_looked_at_) {
      if (looked_at_ == looked_through_) return behind_.push_back({message, index});
      ++looked_at_;
      last_looked_at_ = message.key;
    }
    at(index).visible.push(message);
    list(index, alive);
  }

  // The group's first visible message is so no more.
  template <class Alive>
  void pop_front(GroupIndex index, const Alive& alive) {
    Group& group = at(index);
    (void)group.visible.front(alive);
    group.visible.pop_front();
    list(index, alive);
  }

  // That message, which pop_front() takes next, goes in flight: in a FIFO queue the others have to
  // wait.
  void begin_flight(GroupIndex index) {
    ++at(index).in_flight;
    if (is_fifo_) list_under(index, kUnlisted);
  }

  // A message in flight is visible again: show() follows.
  void end_flight(GroupIndex index) { --at(index).in_flight; }

  // A message has gone for good.
  template <class Alive>
  void leave(GroupIndex index, std::int64_t sequence, bool was_visible, bool was_in_flight,
             const Alive& alive) {
    Group& group = at(index);
    const bool was_looked_at = !is_fifo_ || sequence <= last_looked_at_;
    if (was_visible && was_looked_at) group.visible.count_dead();
    if (was_in_flight) --group.in_flight;
    --group.messages;
    list(index, alive);
    if (group.messages == 0) forget(index);
    if (!is_fifo_ || !was_looked_at || (!was_visible && !was_in_flight)) return;
    --looked_at_;
    look_further(alive);
  }

  // The message whose turn it is. `ungrouped` is the first message that has no group, if any, and
  // `in_flight` how many messages the queue has in flight.
  template <class Alive>
  const OrderedEntry* next(const OrderedEntry* ungrouped, std::int64_t in_flight,
                           const Alive& alive) {
    const std::optional<GroupIndex> group = next_group(ungrouped, in_flight);
    return group ? at(*group).visible.front(alive) : ungrouped;
  }

  // The first visible message of a group, whether or not it has to wait.
  template <class Alive>
  const OrderedEntry* next_of(GroupIndex index, const Alive& alive) {
    return at(index).visible.front(alive);
  }

  // How many groups of a FIFO queue have got a turn since this was asked last.
  std::int64_t take_unblocked() { return std::exchange(unblocked_, 0); }

 private:
  static constexpr std::int64_t kUnlisted = -1;

  struct Group {
    const std::string* id = nullptr;  // the key in by_id_
    OrderedQueue visible;             // by sequence
    std::int64_t messages = 0;
    std::int64_t in_flight = 0;
    std::int64_t listed = kUnlisted;  // its key in ready_
  };

  Group& at(GroupIndex index) { return groups_[index - 1]; }
  void forget(GroupIndex index);
  void list_under(GroupIndex index, std::int64_t key);
  bool is_noisy(const Group& group, std::int64_t in_flight) const;
  std::optional<GroupIndex> next_group(const OrderedEntry* ungrouped, std::int64_t in_flight);

  // The next message behind those that are looked at becomes one of them.
  template <class Alive>
  void look_further(const Alive& alive) {
    while (!behind_.empty() && looked_at_ < looked_through_) {
      const auto [message, index] = behind_.pop_front();
      if (alive(message)) show(index, message, alive);
    }
  }

  // Puts the group where its first message has its turn, or nowhere.
  template <class Alive>
  void list(GroupIndex index, const Alive& alive) {
    Group& group = at(index);
    const bool waits = is_fifo_ && group.in_flight > 0;
    const OrderedEntry* first = waits ? nullptr : group.visible.front(alive);
    list_under(index, first == nullptr ? kUnlisted : first->key);
  }

  bool is_fifo_;
  std::int64_t looked_through_;
  std::int64_t looked_at_ = 0;
  std::int64_t last_looked_at_ = -1;  // the sequence of the last one
  Ring<std::pair<OrderedEntry, GroupIndex>> behind_;
  std::map<std::string, GroupIndex, std::less<>> by_id_;
  std::deque<Group> groups_;  // by index, from 1
  std::vector<GroupIndex> free_;
  std::set<std::pair<std::int64_t, GroupIndex>> ready_;  // by the sequence of the first message
  std::int64_t unblocked_ = 0;
};

}  // namespace emu::sqs
