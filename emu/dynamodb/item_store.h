// ItemStore: the items of one table, with their number and size.
#pragma once

#include <cstddef>
#include <optional>

#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

class ItemStore {
 public:
  // Null when there is none.
  const StoredItem* find(const ItemKey& key);

  // There must be none yet.
  const StoredItem* insert(const ItemKey& key, StoredItem item);
  // Puts an item in the place of one of the store's, without looking it up again. The answer is
  // what was there.
  StoredItem replace(const StoredItem& at, StoredItem&& item);
  // Inserts or replaces; the answer is what was there before, if anything.
  std::optional<StoredItem> put(const ItemKey& key, StoredItem item);
  // The answer is what was there, if anything.
  std::optional<StoredItem> erase(const ItemKey& key);

  std::size_t count() const { return count_; }
  // Of all items, as DynamoDB counts them.
  std::size_t bytes() const { return bytes_; }

  // In the order of a scan.
  const Partitions<StoredItem>& partitions() const { return partitions_; }

 private:
  Partitions<StoredItem> partitions_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace emu::dynamodb
