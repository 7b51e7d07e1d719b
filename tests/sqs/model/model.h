// A FIFO queue as a list: what its operations have to add up to, in the simplest words there are.
#pragma once

#include <emu/sqs.h>
#include <emu/time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs::model {

struct Entry {
  enum class State { kDelayed, kVisible, kInFlight };

  std::string id;
  std::string body;
  std::string group;
  Time sent;
  Time due;
  State state = State::kVisible;
  int receives = 0;  // from this queue
};

struct Attempt {
  struct Taken {
    std::string id;
    int receives;
    Time due;
  };
  Time since;
  std::vector<Taken> taken = {};
};

struct Model {
  std::vector<Entry> entries = {};  // in the order in which they were sent
  std::vector<std::string> dead = {};
  std::map<std::string, std::pair<Time, std::string>> sends = {};  // when, and the message's id
  std::map<std::string, Attempt> attempts = {};
  std::chrono::seconds delay{0};
  bool scope_is_group = false;
  std::optional<Time> purged = {};

  Entry* find(const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
  }

  void settle(Time now, std::chrono::seconds retention, std::chrono::seconds interval) {
    for (Entry& entry : entries) {
      if (entry.due <= now) entry.state = Entry::State::kVisible;
    }
    std::erase_if(entries, [&](const Entry& entry) { return entry.sent + retention <= now; });
    std::erase_if(sends, [&](const auto& send) { return send.second.first + interval <= now; });
    std::erase_if(attempts,
                  [&](const auto& attempt) { return attempt.second.since + interval <= now; });
  }

  std::int64_t count(Entry::State state) const {
    return std::count_if(entries.begin(), entries.end(),
                         [&](const Entry& entry) { return entry.state == state; });
  }

  // The message that a receive takes next, when it has taken one of the group `last` just before.
  Entry* next(const std::optional<std::string>& last) {
    if (last) {
      for (Entry& entry : entries) {
        if (entry.group == *last && entry.state == Entry::State::kVisible) return &entry;
      }
    }
    for (Entry& entry : entries) {
      if (entry.state == Entry::State::kVisible && !is_blocked(entry.group)) return &entry;
    }
    return nullptr;
  }

  bool is_blocked(const std::string& group) const {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.group == group && entry.state == Entry::State::kInFlight;
    });
  }
};

// One call, or some time that passes. What is random in it comes from its seed.
struct Step {
  enum class Kind {
    kSend,
    kSendBatch,
    kReceive,
    kAttempt,
    kDelete,
    kDeleteBatch,
    kChangeVisibility,
    kSetAttributes,
    kPurge,
    kPassTime
  };
  Kind kind;
  std::uint64_t seed;
};

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count);
// Nothing when the queue and the model agree all along.
std::optional<std::string> first_difference(const std::vector<Step>& steps);
std::string describe(const std::vector<Step>& steps);

}  // namespace emu::sqs::model
