// SeenItem: an item as expressions look at it, whose attributes stay packed until one asks for
// them.
//
//   SeenItem seen(table.items.find(key));
//   seen.find("requests")      // unpacked, and kept as long as this object
//   seen.stored("requests")    // as it lies
#pragma once

#include <emu/dynamodb/value.h>

#include <cstddef>
#include <optional>
#include <string>

#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

// Refers to the item, which must neither move nor change meanwhile.
class SeenItem {
 public:
  // An item that does not exist is null: it has no attributes.
  explicit SeenItem(const StoredItem* item) : item_(item) {}
  SeenItem(const SeenItem&) = delete;
  SeenItem& operator=(const SeenItem&) = delete;

  // Null when there is no such attribute.
  const AttributeValue* find(const std::string& name);
  std::optional<StoredValue> stored(const std::string& name) const;

 private:
  const StoredItem* item_;
  Item unpacked_ = {};
  std::size_t looks_ = 0;  // into the block
  bool is_unpacked_ = false;
};

}  // namespace emu::dynamodb
