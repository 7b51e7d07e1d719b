// A map from texts to values in the order of bytes, made to be walked: the keys lie side by side in
// blocks, so that those behind a key are read along with it. With a million entries, a search or a
// step costs a few memory accesses where a tree of nodes has one or two for each level.
//
//   PackedMap<StoredObject> objects;
//   objects.emplace_hint(objects.lower_bound(key), key, std::move(object));
//   for (auto at = objects.lower_bound(key); at != objects.end(); ++at) read(at.key(), at.value());
//
// Every change invalidates iterators and the keys that they gave; values stay where they are until
// they are erased. A key that is passed must not lie in the map itself when the map changes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu {

template <class Value>
class PackedMap {
  // From 1 to kBlockEntries entries; `ends` says where in `text` each key ends.
  struct Block {
    std::string text = {};
    std::vector<std::uint32_t> ends = {};
    std::vector<std::unique_ptr<Value>> values = {};

    std::size_t size() const { return ends.size(); }
    std::size_t begin_of(std::size_t index) const { return index == 0 ? 0 : ends[index - 1]; }
    std::string_view key(std::size_t index) const {
      const std::size_t begin = begin_of(index);
      return std::string_view(text).substr(begin, ends[index] - begin);
    }
    std::string_view last_key() const { return key(size() - 1); }
    // The first entry, from `begin` on, whose key is not before that one.
    std::size_t rank(std::string_view wanted, std::size_t begin = 0) const;
    void insert(std::size_t index, std::string_view key, std::unique_ptr<Value> value);
    void erase(std::size_t index);
    // Takes the entries from that one on out into a block of their own.
    Block split(std::size_t index);
    void append(Block&& next);
  };
  // By a text that is not behind the first key of the block, and behind all of the block before:
  // the first one's is empty.
  using Blocks = std::map<std::string, Block, std::less<>>;

  template <class BlockIterator, class Mapped>
  class Iterator {
   public:
    Iterator() = default;

    std::string_view key() const { return block_->second.key(index_); }
    Mapped& value() const { return *block_->second.values[index_]; }

    Iterator& operator++() {
      if (++index_ == block_->second.size()) {
        ++block_;
        index_ = 0;
      }
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    friend PackedMap;
    Iterator(BlockIterator block, std::size_t index) : block_(block), index_(index) {}

    BlockIterator block_ = {};
    std::size_t index_ = 0;
  };

 public:
  using iterator = Iterator<typename Blocks::iterator, Value>;
  using const_iterator = Iterator<typename Blocks::const_iterator, const Value>;

  bool empty() const { return blocks_.empty(); }

  iterator begin() { return {blocks_.begin(), 0}; }
  iterator end() { return {blocks_.end(), 0}; }
  const_iterator begin() const { return {blocks_.begin(), 0}; }
  const_iterator end() const { return {blocks_.end(), 0}; }

  iterator find(std::string_view key) { return find_in<iterator>(*this, key); }
  const_iterator find(std::string_view key) const { return find_in<const_iterator>(*this, key); }
  // The first entry whose key is not before that one.
  iterator lower_bound(std::string_view key) { return search<iterator>(blocks_, key); }
  const_iterator lower_bound(std::string_view key) const {
    return search<const_iterator>(blocks_, key);
  }
  // The same where it is known to be at `from` or behind it, and probably near.
  const_iterator lower_bound(const_iterator from, std::string_view key) const;
  // The first entry whose key is behind that one.
  iterator upper_bound(std::string_view key) { return behind<iterator>(*this, key); }
  const_iterator upper_bound(std::string_view key) const {
    return behind<const_iterator>(*this, key);
  }

  // Inserts before `at`, which is lower_bound(key) and has another key.
  Value& emplace_hint(iterator at, std::string_view key, Value&& value);
  void erase(iterator at);

 private:
  static constexpr std::size_t kBlockEntries = 128;

  template <class Found, class AnyMap>
  static Found find_in(AnyMap& map, std::string_view key) {
    const Found at = map.lower_bound(key);
    return at == map.end() || at.key() == key ? at : map.end();
  }
  template <class Found, class AnyBlocks>
  static Found search(AnyBlocks& blocks, std::string_view key);
  template <class Found, class AnyMap>
  static Found behind(AnyMap& map, std::string_view key) {
    Found at = map.lower_bound(key);
    if (at != map.end() && at.key() == key) ++at;
    return at;
  }

  // A block that is empty goes, one that has become small joins the next.
  void tidy(typename Blocks::iterator block);

  Blocks blocks_ = {};
};

template <class Value>
std::size_t PackedMap<Value>::Block::rank(std::string_view wanted, std::size_t begin) const {
  std::size_t end = size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (key(middle) < wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

template <class Value>
void PackedMap<Value>::Block::insert(std::size_t index, std::string_view key,
                                     std::unique_ptr<Value> value) {
  const auto length = static_cast<std::uint32_t>(key.size());
  const auto begin = static_cast<std::uint32_t>(begin_of(index));
  text.insert(begin, key);
  const auto at = static_cast<std::ptrdiff_t>(index);
  ends.insert(ends.begin() + at, begin + length);
  for (std::size_t i = index + 1; i < ends.size(); ++i) ends[i] += length;
  values.insert(values.begin() + at, std::move(value));
}

template <class Value>
void PackedMap<Value>::Block::erase(std::size_t index) {
  const auto length = static_cast<std::uint32_t>(key(index).size());
  text.erase(begin_of(index), length);
  const auto at = static_cast<std::ptrdiff_t>(index);
  ends.erase(ends.begin() + at);
  for (std::size_t i = index; i < ends.size(); ++i) ends[i] -= length;
  values.erase(values.begin() + at);
}

template <class Value>
typename PackedMap<Value>::Block PackedMap<Value>::Block::split(std::size_t index) {
  const auto begin = static_cast<std::uint32_t>(begin_of(index));
  const auto at = static_cast<std::ptrdiff_t>(index);
  Block taken{
      .text = text.substr(begin),
      .ends = {ends.begin() + at, ends.end()},
      .values = {std::move_iterator(values.begin() + at), std::move_iterator(values.end())}};
  for (std::uint32_t& end : taken.ends) end -= begin;
  text.resize(begin);
  ends.resize(index);
  values.resize(index);
  text.shrink_to_fit();
  return taken;
}

template <class Value>
void PackedMap<Value>::Block::append(Block&& next) {
  const auto before = static_cast<std::uint32_t>(text.size());
  text += next.text;
  for (const std::uint32_t end : next.ends) ends.push_back(before + end);
  std::ranges::move(next.values, std::back_inserter(values));
}

template <class Value>
template <class Found, class AnyBlocks>
Found PackedMap<Value>::search(AnyBlocks& blocks, std::string_view key) {
  if (blocks.empty()) return {blocks.end(), 0};
  auto block = blocks.upper_bound(key);
  --block;  // the first one's key is empty
  const std::size_t index = block->second.rank(key);
  if (index < block->second.size()) return {block, index};
  return {++block, 0};
}

template <class Value>
typename PackedMap<Value>::const_iterator PackedMap<Value>::lower_bound(
    const_iterator from, std::string_view key) const {
  if (from == end()) return from;
  if (!(from.block_->second.last_key() < key)) {
    return {from.block_, from.block_->second.rank(key, from.index_)};
  }
  const auto next = std::next(from.block_);
  if (next == blocks_.end() || next->second.last_key() < key) return lower_bound(key);
  return {next, next->second.rank(key)};
}

template <class Value>
Value& PackedMap<Value>::emplace_hint(iterator at, std::string_view key, Value&& value) {
  if (blocks_.empty()) at.block_ = blocks_.emplace(std::string(), Block()).first;
  auto block = at.block_;
  std::size_t index = at.index_;
  if (block == blocks_.end() || (index == 0 && key < block->first)) {
    --block;
    index = block->second.size();
  }
  if (block->second.size() == kBlockEntries) {
    const auto next = std::next(block);
    if (index == kBlockEntries && next == blocks_.end()) {
      // Keys that come in their order fill one block after the other.
      block = blocks_.emplace_hint(next, key, Block());
      index = 0;
    } else {
      Block upper = block->second.split(kBlockEntries / 2);
      std::string first(upper.key(0));
      const auto added = blocks_.emplace_hint(next, std::move(first), std::move(upper));
      if (index > kBlockEntries / 2) {
        block = added;
        index -= kBlockEntries / 2;
      }
    }
  }
  auto stored = std::make_unique<Value>(std::move(value));
  Value& result = *stored;
  block->second.insert(index, key, std::move(stored));
  return result;
}

template <class Value>
void PackedMap<Value>::erase(iterator at) {
  at.block_->second.erase(at.index_);
  tidy(at.block_);
}

template <class Value>
void PackedMap<Value>::tidy(typename Blocks::iterator block) {
  const auto next = std::next(block);
  const std::size_t size = block->second.size();
  if (size >= kBlockEntries / 4 || (size > 0 && next == blocks_.end())) return;
  if (next == blocks_.end()) {
    blocks_.erase(block);
    return;
  }
  const std::size_t together = size + next->second.size();
  if (size > 0 && together > kBlockEntries / 2 + kBlockEntries / 4) return;
  block->second.append(std::move(next->second));
  blocks_.erase(next);
}

}  // namespace emu
