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
  explicit Expiries(std::string attribute) : attribute_(std::move(attribute)) {}

  // An item that has been written, or deleted: what was not there or is not is null.
  void follow(const ItemKey& key, const StoredItem* old_item, const StoredItem* new_item, Time now);

  // When the next item will have expired.
  std::optional<Time> next() const;
  // Its key.
  ItemKey next_key() const {
    return {.hash = entries_.begin()->hash, .range = entries_.begin()->range};
  }

 private:
  struct Entry {
    std::int64_t seconds;
    std::string hash;
    std::string range;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  std::optional<std::int64_t> expiry_of(const StoredItem* item) const;

  std::string attribute_;
  std::set<Entry> entries_ = {};
};

}  // namespace emu::dynamodb
