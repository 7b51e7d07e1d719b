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
#include <vector>

namespace emu::dynamodb {

// A value inside a stored item, which it refers to.
class StoredValue {
 public:
  StoredValue(AttributeValue::Type type, std::string_view content)
      : type_(type), content_(content) {}

  AttributeValue::Type type() const { return type_; }
  // The text of a string, the canonical digits of a number, the bytes of a binary.
  std::string_view scalar() const { return content_; }
  AttributeValue unpack() const;
  // Bytes as DynamoDB counts them.
  std::size_t size() const;

 private:
  AttributeValue::Type type_;
  std::string_view content_;
};

class StoredItem {
 public:
  // Without attributes.
  StoredItem() = default;
  StoredItem(const StoredItem& other);
  StoredItem(StoredItem&& other) noexcept;
  StoredItem& operator=(StoredItem other) noexcept;

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
