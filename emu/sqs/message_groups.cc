#include "sqs/message_groups.h"

#include "sqs/limits.h"

namespace emu::sqs {

GroupIndex MessageGroups::join(std::string_view id) {
  auto found = by_id_.lower_bound(id);
  if (found == by_id_.end() || found->first != id) {
    GroupIndex index = 0;
    if (free_.empty()) {
      groups_.emplace_back();
      index = static_cast<GroupIndex>(groups_.size());
    } else {
      index = free_.back();
      free_.pop_back();
    }
    found = by_id_.emplace_hint(found, id, index);
    at(index).id = &found->first;
  }
  ++at(found->second).messages;
  return found->second;
}

// The last of all groups takes the memory of the others along.
void MessageGroups::forget(GroupIndex index) {
  by_id_.erase(by_id_.find(*at(index).id));
  at(index) = {};
  free_.push_back(index);
  if (!by_id_.empty()) return;
  groups_ = {};
  free_ = {};
}

void MessageGroups::list_under(GroupIndex index, std::int64_t key) {
  Group& group = at(index);
  if (group.listed == key) return;
  if (group.listed != kUnlisted) {
    ready_.erase({group.listed, index});
  } else {
    ++unblocked_;
  }
  if (key != kUnlisted) ready_.emplace(key, index);
  group.listed = key;
}

bool MessageGroups::is_noisy(const Group& group, std::int64_t in_flight) const {
  return !is_fifo_ && group.in_flight >= kNoisyInFlightMin &&
         group.in_flight * kNoisyShare > in_flight;
}

std::optional<GroupIndex> MessageGroups::next_group(const OrderedEntry* ungrouped,
                                                    std::int64_t in_flight) {
  std::optional<GroupIndex> least_noisy;
  for (const auto& [sequence, index] : ready_) {
    // Each message without a group is a tenant of its own, and quiet.
    if (ungrouped != nullptr && ungrouped->key < sequence) return std::nullopt;
    const Group& group = at(index);
    if (!is_noisy(group, in_flight)) return index;
    if (!least_noisy || group.in_flight < at(*least_noisy).in_flight) least_noisy = index;
  }
  return ungrouped == nullptr ? least_noisy : std::nullopt;
}

}  // namespace emu::sqs
