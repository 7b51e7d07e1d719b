// Ongoing: what transactions that take time have in hand: items, which others may not write
// meanwhile, and the tokens of their requests.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "dynamodb/partitions.h"

namespace emu::dynamodb {

class Ongoing {
 private:
  // A table's ARN and the parts of a key.
  using Items = std::set<std::tuple<std::string, std::string, std::string>>;
  using Tokens = std::set<std::string>;

 public:
  // Whether a transaction has that item in hand, which need not exist.
  bool holds(std::string_view table_arn, const ItemKey& key) const {
    return !items_.empty() &&
           items_.contains({std::string(table_arn), std::string(key.hash), std::string(key.range)});
  }
  // Tokens are of an account and a region: the caller joins them.
  bool holds_token(const std::string& token) const { return tokens_.contains(token); }

  // Holds items and a token while it lives. It must not outlive what it was made of.
  class Hold {
   public:
    explicit Hold(Ongoing& ongoing) : ongoing_(ongoing) {}
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    ~Hold() {
      for (const auto& item : items_) ongoing_.items_.erase(item);
      for (const auto& token : tokens_) ongoing_.tokens_.erase(token);
    }
    void add(std::string_view table_arn, const ItemKey& key) {
      items_.push_back(ongoing_.items_.emplace(table_arn, key.hash, key.range).first);
    }
    void add_token(std::string token) {
      tokens_.push_back(ongoing_.tokens_.insert(std::move(token)).first);
    }

   private:
    Ongoing& ongoing_;
    std::vector<Items::iterator> items_ = {};
    std::vector<Tokens::iterator> tokens_ = {};
  };

 private:
  Items items_ = {};
  Tokens tokens_ = {};
};

}  // namespace emu::dynamodb
