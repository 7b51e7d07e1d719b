// ItemCollections: how large the items with one hash key are together, in a table with local
// indexes and in those.
//
// Source: Amazon DynamoDB Developer Guide, "Local secondary indexes", Item collections.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

class ItemCollections {
 public:
  explicit ItemCollections(std::size_t bytes_max = kItemCollectionBytesMax)
      : bytes_max_(bytes_max) {}

  std::size_t bytes_of(std::string_view hash) const {
    const auto found = bytes_.find(hash);
    return found == bytes_.end() ? 0 : found->second;
  }

  // Whether an item may become larger by that much. One that does not grow may always change.
  bool takes(std::string_view hash, std::size_t before, std::size_t after) const {
    return after <= before || bytes_of(hash) - before + after <= bytes_max_;
  }

  void change(std::string_view hash, std::size_t before, std::size_t after) {
    auto found = bytes_.find(hash);
    if (found == bytes_.end()) found = bytes_.emplace(hash, 0).first;
    found->second += after - before;
    if (found->second == 0) bytes_.erase(found);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::size_t bytes_max_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> bytes_ = {};
};

}  // namespace emu::dynamodb
