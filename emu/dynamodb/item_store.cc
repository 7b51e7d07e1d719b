#include "dynamodb/item_store.h"

#include <utility>

namespace emu::dynamodb {

const StoredItem* ItemStore::find(const ItemKey& key) { return partitions_.find(key); }

std::optional<StoredItem> ItemStore::put(const ItemKey& key, StoredItem item) {
  bytes_ += item.size();
  const auto [entry, is_new] = partitions_.insert(key);
  StoredItem old = std::exchange(*entry, std::move(item));
  if (is_new) {
    ++count_;
    return std::nullopt;
  }
  bytes_ -= old.size();
  return old;
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
