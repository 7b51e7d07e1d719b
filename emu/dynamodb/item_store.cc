#include "dynamodb/item_store.h"

#include <tuple>
#include <utility>

#include "core/hash/rolling_hash.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

bool ItemStore::RangeLess::operator()(std::string_view a, std::string_view b) const {
  return numeric ? stored_number(a) < stored_number(b) : a < b;
}

ItemStore::ItemStore(bool range_is_numeric) : range_less_{range_is_numeric}, buckets_(1) {}

ItemStore::ItemStore(const ItemStore& other)
    : range_less_(other.range_less_),
      bits_(other.bits_),
      buckets_(other.buckets_.size()),
      partitions_(other.partitions_),
      count_(other.count_),
      bytes_(other.bytes_) {
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    std::unique_ptr<Partition>* link = &buckets_[i];
    for (const Partition* from = other.buckets_[i].get(); from != nullptr;
         from = from->next.get()) {
      *link = std::make_unique<Partition>(Partition{from->order, from->hash, from->items, nullptr});
      link = &(*link)->next;
    }
  }
}

std::uint64_t ItemStore::order_of(std::string_view hash) {
  Digest digest;
  digest.add(hash);
  return digest.value();
}

std::size_t ItemStore::bucket_of(std::uint64_t order) const {
  return bits_ == 0 ? 0 : static_cast<std::size_t>(order >> (64 - bits_));
}

std::unique_ptr<ItemStore::Partition>* ItemStore::link_of(std::uint64_t order,
                                                          std::string_view hash) {
  std::unique_ptr<Partition>* link = &buckets_[bucket_of(order)];
  while (*link != nullptr &&
         std::tuple((*link)->order, std::string_view((*link)->hash)) < std::tuple(order, hash)) {
    link = &(*link)->next;
  }
  return link;
}

Record* ItemStore::find(const ItemKey& key) {
  const std::unique_ptr<Partition>& found = *link_of(order_of(key.hash), key.hash);
  if (found == nullptr || found->hash != key.hash) return nullptr;
  // Range keys are never empty: where there are none, the partition holds one item.
  auto record = key.range.empty() ? found->items.begin() : found->items.find(key.range);
  return record == found->items.end() ? nullptr : &record->second;
}

ItemStore::Partition& ItemStore::partition_for(std::string_view hash) {
  const std::uint64_t order = order_of(hash);
  std::unique_ptr<Partition>* link = link_of(order, hash);
  if (*link != nullptr && (*link)->hash == hash) return **link;
  if (partitions_ >= buckets_.size()) {
    grow();
    link = link_of(order, hash);
  }
  ++partitions_;
  *link = std::make_unique<Partition>(
      Partition{order, std::string(hash), Range(range_less_), std::move(*link)});
  return **link;
}

void ItemStore::grow() {
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

void ItemStore::put(const ItemKey& key, Item item, std::size_t size) {
  auto [at, is_new] = partition_for(key.hash).items.try_emplace(std::string(key.range));
  if (is_new) ++count_;
  at->second.item = std::move(item);
  resize(at->second, size);
}

void ItemStore::resize(Record& record, std::size_t size) {
  bytes_ += size - record.size;
  record.size = size;
}

void ItemStore::erase(const ItemKey& key) {
  std::unique_ptr<Partition>* link = link_of(order_of(key.hash), key.hash);
  if (*link == nullptr || (*link)->hash != key.hash) return;
  Range& items = (*link)->items;
  auto found = items.find(key.range);
  if (found == items.end()) return;
  --count_;
  bytes_ -= found->second.size;
  items.erase(found);
  if (items.empty()) {
    *link = std::unique_ptr<Partition>(std::move((*link)->next));
    --partitions_;
  }
}

}  // namespace emu::dynamodb
