// Kept: what was made of a text of SQL, until others have been asked for more recently.
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace emu::rdsdata {

template <class Value>
class Kept {
 public:
  explicit Kept(std::size_t most) : most_(most) {}

  // Takes it out.
  std::optional<Value> take(std::string_view sql) {
    const auto found = by_sql_.find(sql);
    if (found == by_sql_.end()) return std::nullopt;
    std::optional<Value> value = std::move(found->second->value);
    const auto entry = found->second;
    by_sql_.erase(found);
    entries_.erase(entry);
    return value;
  }

  const Value* find(std::string_view sql) {
    const auto found = by_sql_.find(sql);
    if (found == by_sql_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->value;
  }

  // One that is there for the same text stays.
  void put(std::string_view sql, Value value) {
    if (by_sql_.contains(sql)) return;
    entries_.push_front({.sql = std::string(sql), .value = std::move(value)});
    by_sql_.emplace(entries_.front().sql, entries_.begin());
    if (entries_.size() <= most_) return;
    by_sql_.erase(entries_.back().sql);
    entries_.pop_back();
  }

  void clear() {
    by_sql_.clear();
    entries_.clear();
  }

 private:
  struct Entry {
    std::string sql;
    Value value;
  };
  std::size_t most_;
  std::list<Entry> entries_ = {};  // those that were asked for last first
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_sql_ = {};
};

}  // namespace emu::rdsdata
