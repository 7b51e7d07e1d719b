// ChangeLog: what a table's items were before each change, by which a restore goes back in time.
//
// It is kept while point-in-time recovery is enabled, for the days that the table can be restored
// to and within a bound of bytes. A change that leaves it takes the times before it along: the
// table can be restored to nothing earlier any more.
#pragma once

#include <emu/time.h>

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

class ChangeLog {
 public:
  struct Change {
    Time at;
    std::string hash;
    std::string range;
    std::optional<StoredItem> before;  // none: there was no item

    ItemKey key() const { return {.hash = hash, .range = range}; }
  };

  explicit ChangeLog(Time since) : complete_since_(since) {}

  void add(Time at, const ItemKey& key, const std::optional<StoredItem>& before);
  // Forgets the changes up to a time that the table need not be restored to any more.
  void forget_until(Time earliest);

  // The earliest time that the log goes back to.
  Time complete_since() const { return complete_since_; }
  // From the oldest to the newest.
  const std::deque<Change>& changes() const { return changes_; }

 private:
  void forget_oldest();

  Time complete_since_;
  std::deque<Change> changes_ = {};
  std::size_t bytes_ = 0;
};

}  // namespace emu::dynamodb
