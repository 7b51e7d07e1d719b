// RequestTokens: the transactions that have succeeded lately, by the tokens of their requests.
//
// A token is remembered for ten minutes from the end of its call. Source: Amazon DynamoDB API
// Reference, "TransactWriteItems", ClientRequestToken.
#pragma once

#include <emu/time.h>

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/hash/rolling_hash.h"
#include "dynamodb/consumption.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

class RequestTokens {
 public:
  struct Entry {
    Digest request;               // over all its parameters
    Consumption cost_of_reading;  // its items, which is what a repetition pays
  };

  // Null for a token that is new, or that has been used too long ago.
  const Entry* find(std::string_view token, Time now) {
    drop_expired(now);
    const auto found = by_token_.find(token);
    return found == by_token_.end() ? nullptr : &found->second;
  }

  // The token must be new.
  void add(const std::string& token, Entry entry, Time now) {
    if (by_token_.size() >= kTokensMax) drop_oldest();
    by_token_.emplace(token, std::move(entry));
    by_age_.push_back({now + kTokenLife, token});
  }

 private:
  struct Age {
    Time until;
    std::string token;
  };

  void drop_expired(Time now) {
    while (!by_age_.empty() && by_age_.front().until <= now) drop_oldest();
  }
  void drop_oldest() {
    by_token_.erase(by_age_.front().token);
    by_age_.pop_front();
  }

  std::map<std::string, Entry, std::less<>> by_token_ = {};
  std::deque<Age> by_age_ = {};  // the oldest first
};

}  // namespace emu::dynamodb
