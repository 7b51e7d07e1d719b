// The one place that changes the items of a table.
#include <utility>

#include "dynamodb/service.h"

namespace emu::dynamodb {

std::optional<StoredItem> Dynamodb::write(Table& table, const ItemKey& key,
                                          std::optional<StoredItem> next) {
  if (!next) return table.items.erase(key);
  return table.items.put(key, *std::move(next));
}

}  // namespace emu::dynamodb
