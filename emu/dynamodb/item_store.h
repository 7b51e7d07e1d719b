// ItemStore: the items of one table.
//
// An item is found by its hash key in constant time and by its range key in logarithmic time. Hash
// keys have a fixed order of their own, that of their hashes, which is the same in every run: it is
// the order of a scan. The items of one hash key are ordered by their range keys.
#pragma once

#include <emu/dynamodb/value.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace emu::dynamodb {

// What identifies an item in its table: the text, bytes or canonical digits of its keys, which
// belong to somebody else.
struct ItemKey {
  std::string_view hash;
  std::string_view range = {};  // empty in a table without a range key
};

struct Record {
  Item item;
  std::size_t size = 0;  // of the item, in bytes
};

class ItemStore {
 public:
  explicit ItemStore(bool range_is_numeric);
  ItemStore(const ItemStore& other);
  ItemStore(ItemStore&& other) = default;

  // Null when there is none.
  Record* find(const ItemKey& key);

  // Inserts or replaces.
  void put(const ItemKey& key, Item item, std::size_t size);
  // Makes the item's new size known.
  void resize(Record& record, std::size_t size);
  // Nothing happens when there is none.
  void erase(const ItemKey& key);

  std::size_t count() const { return count_; }
  std::size_t bytes() const { return bytes_; }

 private:
  struct RangeLess {
    using is_transparent = void;
    bool numeric;
    bool operator()(std::string_view a, std::string_view b) const;
  };
  using Range = std::map<std::string, Record, RangeLess>;

  // The items of one hash key.
  struct Partition {
    std::uint64_t order;
    std::string hash;
    Range items;
    std::unique_ptr<Partition> next;
  };

  static std::uint64_t order_of(std::string_view hash);
  // The bucket of an order is its leading bits, so that walking the buckets walks the order.
  std::size_t bucket_of(std::uint64_t order) const;
  // The link that holds the partition, or that would hold it.
  std::unique_ptr<Partition>* link_of(std::uint64_t order, std::string_view hash);
  Partition& partition_for(std::string_view hash);
  void grow();

  RangeLess range_less_;
  unsigned bits_ = 0;
  std::vector<std::unique_ptr<Partition>> buckets_;
  std::size_t partitions_ = 0;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace emu::dynamodb
