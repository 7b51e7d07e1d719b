// Cache<T>: what expressions parse into, by their text, the least recently used dropped first.
//
// Programs repeat a few expressions endlessly. What is in the cache changes no answer.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace emu::dynamodb::expression {

template <class T>
class Cache {
 public:
  using Parse = Result<T> (*)(std::string_view source);

  Cache(Parse parse, std::size_t capacity) : parse_(parse), capacity_(capacity) {}

  // Stays where it is until `capacity` other texts have been got. Failures are not kept.
  Result<T*> get(std::string_view source) {
    if (auto found = by_text_.find(source); found != by_text_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return &found->second->parsed;
    }
    EMU_TRY(T parsed, parse_(source));
    if (entries_.size() >= capacity_) {
      by_text_.erase(entries_.back().text);
      entries_.pop_back();
    }
    entries_.push_front({std::string(source), std::move(parsed)});
    by_text_.emplace(entries_.front().text, entries_.begin());
    return &entries_.front().parsed;
  }

 private:
  struct Entry {
    std::string text;
    T parsed;
  };

  Parse parse_;
  std::size_t capacity_;
  std::list<Entry> entries_ = {};  // the most recently used first
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_text_ = {};
};

}  // namespace emu::dynamodb::expression
