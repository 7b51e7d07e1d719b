// StoredItem: an item as a table keeps it, in one block of bytes.
//
//   const StoredItem stored = StoredItem::pack(item);   // values as DynamoDB stores them
//   stored.size()                                       // in DynamoDB's bytes
//   stored.find("requests")->unpack().integer()
//   stored.unpack() == item
//
// An Item of a few short attributes takes a kilobyte in a dozen allocations; its block takes its
// own bytes and a few for each attribute. Finding an attribute passes over those before it, which
// are in the order of their names.
#pragma once

#include <emu/dynamodb/value.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/packed.h"

namespace emu::dynamodb {

class StoredItem {
 public:
  // Without attributes.
  StoredItem() = default;
  StoredItem(const StoredItem& other);
  StoredItem(StoredItem&& other) noexcept
      : block_(std::move(other.block_)),
        length_(std::exchange(other.length_, 0)),
        size_(std::exchange(other.size_, 0)) {}
  StoredItem& operator=(StoredItem other) noexcept {
    block_ = std::move(other.block_);
    length_ = other.length_;
    size_ = other.size_;
    return *this;
  }

  // The values must have been accepted by check_value().
  static StoredItem pack(const Item& item);
  Item unpack() const;
  // Of those attributes alone, whose names are in order.
  Item unpack(std::span<const std::string_view> names) const;
  Item unpack(const std::set<std::string, std::less<>>& names) const;

  // Nothing when there is no such attribute.
  std::optional<StoredValue> find(std::string_view name) const;

  // A new value for an attribute; nothing removes it.
  struct Change {
    std::string_view name;
    std::optional<AttributeValue> value = {};
  };
  // The item with some attributes changed, each at most once; the others are copied as they lie.
  // The new values must be as they are stored.
  StoredItem with(std::vector<Change> changes) const;

  // Bytes as DynamoDB counts them. Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes
  // and formats".
  std::size_t size() const { return size_; }

  // The same of some attributes alone.
  std::size_t size_of(const std::set<std::string, std::less<>>& names) const;

  friend bool operator==(const StoredItem& a, const StoredItem& b) {
    return a.bytes() == b.bytes();
  }

 private:
  class Writer;

  std::string_view bytes() const { return {block_.get(), length_}; }

  std::unique_ptr<char[]> block_;
  std::uint32_t length_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace emu::dynamodb
