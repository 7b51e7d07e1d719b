// Follows messages by their ids from the call that sends them to the one that deletes them.
//
// An open-addressing table of the ids that are on their way: O(1) for each event, 24 bytes for each
// message. While kTrackedMessagesMax are on their way, further ones are only counted as sent.
#pragma once

#include <emu/sim/report.h>
#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/histogram.h"

namespace emu::sim {

inline constexpr std::size_t kTrackedMessagesMax = 4'000'000;

class MessageTracker {
 public:
  // Ids are UUIDs. A message that is deleted twice, or that was sent before tracking began, counts
  // once or not at all.
  void sent(const std::vector<std::string>& ids, Time at);
  void deleted(const std::vector<std::string>& ids, Time at);
  void redriven(std::string_view id);
  void expired(std::string_view id);

  // Sent, and none of the above yet.
  std::size_t pending() const { return used_; }
  MessageFigures figures() const;
  std::uint64_t processed() const { return processed_; }

 private:
  struct Id {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const Id&) const = default;
  };
  struct Slot {
    Id id = {};  // zero: free
    Time sent = {};
  };

  static Id parse(std::string_view uuid);
  std::size_t home(Id id) const { return static_cast<std::size_t>(id.high ^ id.low) & mask(); }
  std::size_t mask() const { return slots_.size() - 1; }
  void insert(Id id, Time at);
  std::optional<Time> take(Id id);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t used_ = 0;
  std::uint64_t sent_ = 0;
  std::uint64_t processed_ = 0;
  std::uint64_t redriven_ = 0;
  std::uint64_t expired_ = 0;
  Histogram latency_;
};

}  // namespace emu::sim
