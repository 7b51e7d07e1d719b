// Partitions<Entry>: entries in DynamoDB's order, those of a table or of an index.
//
// A partition is found by its hash key in constant time, an entry in it by its range key in
// logarithmic time. Hash keys have a fixed order of their own, that of their hashes, which is the
// same in every run: it is the order of a scan, and a segment of a parallel scan is a part of it.
// The entries of a partition are ordered by the bytes of their range keys. Entries stay where they
// are until they are erased.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/hash/rolling_hash.h"

namespace emu::dynamodb {

// What identifies an entry: bytes whose order is DynamoDB's, which belong to somebody else. See
// key.h.
struct ItemKey {
  std::string_view hash;
  std::string_view range = {};  // empty where there is no range key
};

template <class Entry>
class Partitions {
 public:
  // The entries of one hash key.
  using Range = std::map<std::string, Entry, std::less<>>;

 private:
  struct Partition {
    std::uint64_t order;
    std::string hash;
    Range entries;
    std::unique_ptr<Partition> next;
  };

 public:
  // Where a walk over all entries stands. Erasing the entry that it stands on ends its use.
  class Walk {
   public:
    bool at_end() const { return partition_ == nullptr; }
    // Where the partition stands in the order of all, from 0 to 2⁶⁴ − 1.
    std::uint64_t order() const { return partition_->order; }
    ItemKey key() const { return {.hash = partition_->hash, .range = at_->first}; }
    const Entry& entry() const { return at_->second; }
    void next() {
      ++at_;
      settle();
    }

   private:
    friend class Partitions;
    Walk(const Partitions& in, const Partition* partition, typename Range::const_iterator at)
        : in_(&in), partition_(partition), at_(at) {}
    // Goes on to the next partition while this one has nothing left.
    void settle() {
      while (partition_ != nullptr && at_ == partition_->entries.end()) {
        partition_ = in_->partition_after(*partition_);
        if (partition_ != nullptr) at_ = partition_->entries.begin();
      }
    }

    const Partitions* in_;
    const Partition* partition_;
    typename Range::const_iterator at_ = {};
  };

  Partitions() : buckets_(1) {}
  Partitions(const Partitions& other)
      : bits_(other.bits_), buckets_(other.buckets_.size()), partitions_(other.partitions_) {
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
      std::unique_ptr<Partition>* link = &buckets_[i];
      for (const Partition* from = other.buckets_[i].get(); from != nullptr;
           from = from->next.get()) {
        *link =
            std::make_unique<Partition>(Partition{from->order, from->hash, from->entries, nullptr});
        link = &(*link)->next;
      }
    }
  }
  Partitions(Partitions&& other) noexcept = default;
  Partitions& operator=(Partitions&& other) noexcept = default;
  ~Partitions() { clear(); }

  // Null when there is none.
  Entry* find(const ItemKey& key) {
    const std::unique_ptr<Partition>& found = *link_of(order_of(key.hash), key.hash);
    if (found == nullptr || found->hash != key.hash) return nullptr;
    // Where range keys are empty, a partition has one entry.
    auto entry = key.range.empty() ? found->entries.begin() : found->entries.find(key.range);
    return entry == found->entries.end() ? nullptr : &entry->second;
  }

  // The entries of a hash key in order, or null when there are none.
  const Range* range_of(std::string_view hash) const {
    const Partition* found = partition_from(order_of(hash), hash);
    return found != nullptr && found->hash == hash ? &found->entries : nullptr;
  }

  // The entry of the key, and whether it is new.
  std::pair<Entry*, bool> insert(const ItemKey& key) {
    Range& entries = partition_for(key.hash).entries;
    auto at = entries.lower_bound(key.range);
    if (at != entries.end() && at->first == key.range) return {&at->second, false};
    at = entries.emplace_hint(at, std::piecewise_construct, std::forward_as_tuple(key.range),
                              std::forward_as_tuple());
    return {&at->second, true};
  }

  // Nothing happens when there is none.
  void erase(const ItemKey& key) {
    std::unique_ptr<Partition>* link = link_of(order_of(key.hash), key.hash);
    if (*link == nullptr || (*link)->hash != key.hash) return;
    Range& entries = (*link)->entries;
    auto found = entries.find(key.range);
    if (found == entries.end()) return;
    entries.erase(found);
    if (!entries.empty()) return;
    *link = std::unique_ptr<Partition>(std::move((*link)->next));
    --partitions_;
    // What many keys needed is given back, and walking what is left costs what is left. Growing and
    // shrinking are so far apart that each is paid for by the keys in between.
    if (partitions_ < buckets_.size() / 8) shrink();
  }

  // The first entry of the first partition that stands there in the order or behind.
  Walk walk_from(std::uint64_t order) const { return start_of(partition_from(order, {})); }
  // The first entry behind the key, which need not be there.
  Walk walk_after(const ItemKey& key) const {
    const Partition* partition = partition_from(order_of(key.hash), key.hash);
    if (partition == nullptr || partition->hash != key.hash) return start_of(partition);
    Walk walk(*this, partition, partition->entries.upper_bound(key.range));
    walk.settle();
    return walk;
  }

  // How many places there are for partitions, which is what walking all of them costs at least.
  std::size_t bucket_count() const { return buckets_.size(); }

  static std::uint64_t order_of(std::string_view hash) {
    Digest digest;
    digest.add(hash);
    return digest.value();
  }

 private:
  Walk start_of(const Partition* partition) const {
    if (partition == nullptr) return Walk(*this, nullptr, {});
    return Walk(*this, partition, partition->entries.begin());
  }

  // The bucket of an order is its leading bits, so that walking the buckets walks the order.
  std::size_t bucket_of(std::uint64_t order) const {
    return bits_ == 0 ? 0 : static_cast<std::size_t>(order >> (64 - bits_));
  }

  // The link that holds the partition, or that would hold it.
  std::unique_ptr<Partition>* link_of(std::uint64_t order, std::string_view hash) {
    std::unique_ptr<Partition>* link = &buckets_[bucket_of(order)];
    while (*link != nullptr && is_before(**link, order, hash)) link = &(*link)->next;
    return link;
  }

  // The first partition that stands there or behind; null when there is none.
  const Partition* partition_from(std::uint64_t order, std::string_view hash) const {
    const std::size_t bucket = bucket_of(order);
    for (const Partition* at = buckets_[bucket].get(); at != nullptr; at = at->next.get()) {
      if (!is_before(*at, order, hash)) return at;
    }
    return first_in_buckets_from(bucket + 1);
  }

  const Partition* partition_after(const Partition& partition) const {
    if (partition.next != nullptr) return partition.next.get();
    return first_in_buckets_from(bucket_of(partition.order) + 1);
  }

  const Partition* first_in_buckets_from(std::size_t bucket) const {
    for (; bucket < buckets_.size(); ++bucket) {
      if (buckets_[bucket] != nullptr) return buckets_[bucket].get();
    }
    return nullptr;
  }

  static bool is_before(const Partition& partition, std::uint64_t order, std::string_view hash) {
    // Orders are mostly different, and texts are slow to compare.
    return partition.order != order ? partition.order < order : partition.hash < hash;
  }

  Partition& partition_for(std::string_view hash) {
    const std::uint64_t order = order_of(hash);
    std::unique_ptr<Partition>* link = link_of(order, hash);
    if (*link != nullptr && (*link)->hash == hash) return **link;
    if (partitions_ >= buckets_.size()) {
      grow();
      link = link_of(order, hash);
    }
    ++partitions_;
    *link = std::make_unique<Partition>(Partition{order, std::string(hash), {}, std::move(*link)});
    return **link;
  }

  void grow() {
    std::vector<std::unique_ptr<Partition>> old(buckets_.size() * 2);
    old.swap(buckets_);
    ++bits_;
    for (std::unique_ptr<Partition>& head : old) {
      while (head != nullptr) {
        std::unique_ptr<Partition> rest = std::move(head->next);
        std::unique_ptr<Partition>* link = link_of(head->order, head->hash);
        head->next = std::move(*link);
        *link = std::move(head);
        head = std::move(rest);
      }
    }
  }

  // Half as many buckets: what was in two neighbours is, in their order, in one.
  void shrink() {
    std::vector<std::unique_ptr<Partition>> half(buckets_.size() / 2);
    for (std::size_t i = 0; i < half.size(); ++i) {
      std::unique_ptr<Partition>* end = &half[i];
      for (const std::size_t from : {2 * i, 2 * i + 1}) {
        *end = std::move(buckets_[from]);
        while (*end != nullptr) end = &(*end)->next;
      }
    }
    half.swap(buckets_);
    --bits_;
  }

  // One by one: a chain that frees itself would do so as deep as it is long.
  void clear() {
    for (std::unique_ptr<Partition>& head : buckets_) {
      while (head != nullptr) head = std::unique_ptr<Partition>(std::move(head->next));
    }
  }

  unsigned bits_ = 0;
  std::vector<std::unique_ptr<Partition>> buckets_;
  std::size_t partitions_ = 0;
};

}  // namespace emu::dynamodb
