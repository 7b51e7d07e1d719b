// The same work without emu: plain containers of the standard library, nothing checked, nothing
// recorded.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <queue>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "core/hash/hash.h"
#include "core/hash/ids.h"
#include "core/hash/random.h"

namespace emu::bench {

// Messages in a hash map by their UUID, the visible ones in a deque, deadlines in a heap. As SQS
// has it, each receive gives out a handle of its own, and deleting takes the newest.
class BareQueue {
 public:
  struct Message {
    std::string id;
    std::string body;
    std::string md5;
    std::string receipt_handle = {};
    int receives = 0;
  };

  struct Sent {
    std::string id;
    std::string md5;
  };

  Sent send(std::string body) {
    std::string id = uuid4(random_);
    std::string md5 = md5_hex(body);
    auto [where, added] = messages_.try_emplace(id);
    where->second = {.id = std::move(id), .body = std::move(body), .md5 = std::move(md5)};
    visible_.push_back(where->first);
    return {.id = where->first, .md5 = where->second.md5};
  }

  Message receive(std::int64_t now) {
    std::string id = std::move(visible_.front());
    visible_.pop_front();
    deadlines_.emplace(now + 30'000, id);
    Message& message = messages_.find(id)->second;
    message.receipt_handle = id + '#' + std::to_string(++message.receives);
    return message;
  }

  void remove(const std::string& receipt_handle) {
    const std::string id = receipt_handle.substr(0, receipt_handle.find('#'));
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.receipt_handle != receipt_handle) return;
    messages_.erase(found);
    if (!deadlines_.empty() && deadlines_.top().second == id) deadlines_.pop();
  }

 private:
  using Deadline = std::pair<std::int64_t, std::string>;
  Random random_{1};
  std::unordered_map<std::string, Message> messages_;
  std::deque<std::string> visible_;
  std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> deadlines_;
};

// Items in a map by key, attributes in a map by name, numbers as decimal text, as DynamoDB takes
// and gives them.
class BareTable {
 public:
  std::int64_t add(const std::string& key, const std::string& attribute,
                   const std::string& amount) {
    Value& value = items_[key][attribute];
    const std::string* before = std::get_if<kNumber>(&value);
    const std::int64_t sum = (before == nullptr ? 0 : std::stoll(*before)) + std::stoll(amount);
    value.emplace<kNumber>(std::to_string(sum));
    return sum;
  }

 private:
  static constexpr std::size_t kNumber = 1;
  using Value = std::variant<std::monostate, std::string, std::vector<std::string>>;
  std::map<std::string, std::map<std::string, Value>> items_;
};

}  // namespace emu::bench
