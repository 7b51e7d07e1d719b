#include "dynamodb/item_store.h"

#include <utility>

#include "core/base/assert.h"

namespace emu::dynamodb {

const StoredItem* ItemStore::find(const ItemKey& key) { return partitions_.find(key); }

const StoredItem* ItemStore::insert(const ItemKey& key, StoredItem item) {
  const auto [entry, is_new] = partitions_.insert(key);
  EMU_ASSERT(is_new, "who inserts has looked");
  ++count_;
  bytes_ += item.size();
  *entry = std::move(item);
  return entry;
}

StoredItem ItemStore::replace(const StoredItem& at, StoredItem&& item) {
  bytes_ += item.size();
  bytes_ -= at.size();
  return std::exchange(const_cast<StoredItem&>(at), std::move(item));
}

std::optional<StoredItem> ItemStore::put(const ItemKey& key, StoredItem item) {
  if (const StoredItem* at = find(key)) return replace(*at, std::move(item));
  insert(key, std::move(item));
  return std::nullopt;
}

std::optional<StoredItem> ItemStore::erase(const ItemKey& key) {
  StoredItem* entry = partitions_.find(key);
  if (entry == nullptr) return std::nullopt;
  std::optional<StoredItem> old = std::move(*entry);
  partitions_.erase(key);
  --count_;
  bytes_ -= old->size();
  return old;
}

}  // namespace emu::dynamodb
