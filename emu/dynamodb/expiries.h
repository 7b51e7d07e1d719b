// Expiries: the items of one table that have a time to live, in the order of its end.
//
// An item has one when the table's attribute is a number: seconds since 1970. It has expired when
// that second is over. Source: Amazon DynamoDB Developer Guide, "Using time to live (TTL) in
// DynamoDB".
#pragma once

#include <emu/time.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

class Expiries {
 public:
  struct Entry {
    std::int64_t seconds;
    std::string hash;
    std::string range;

    // When the item has expired.
    Time end() const { return from_epoch_seconds(seconds + 1); }
    ItemKey key() const { return {.hash = hash, .range = range}; }
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  explicit Expiries(std::string attribute) : attribute_(std::move(attribute)) {}

  // An item that has been written, or deleted: what was not there or is not is null.
  void follow(const ItemKey& key, const StoredItem* old_item, const StoredItem* new_item, Time now);

  // In the order of their ends.
  const std::set<Entry>& entries() const { return entries_; }

 private:
  std::optional<std::int64_t> expiry_of(const StoredItem* item) const;

  std::string attribute_;
  std::set<Entry> entries_ = {};
};

}  // namespace emu::dynamodb
