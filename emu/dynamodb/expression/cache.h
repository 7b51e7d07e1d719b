// Cache<T>: parsed expressions by their text, the least recently used of them dropped first.
//
// Programs repeat a few expressions endlessly. What is in the cache changes no answer.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "dynamodb/expression/parsed.h"

namespace emu::dynamodb::expression {

template <class T>
class Cache {
 public:
  using ParsedPtr = std::shared_ptr<const Parsed<T>>;
  using Parse = Result<Parsed<T>> (*)(std::string_view source);

  Cache(Parse parse, std::size_t capacity) : parse_(parse), capacity_(capacity) {}

  // Failures are not kept.
  Result<ParsedPtr> get(std::string_view source) {
    if (auto found = by_text_.find(source); found != by_text_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->parsed;
    }
    Result<Parsed<T>> parsed = parse_(source);
    if (!parsed) return std::move(parsed.error());
    if (entries_.size() >= capacity_) {
      by_text_.erase(entries_.back().text);
      entries_.pop_back();
    }
    entries_.push_front(
        {std::string(source), std::make_shared<const Parsed<T>>(std::move(*parsed))});
    by_text_.emplace(entries_.front().text, entries_.begin());
    return entries_.front().parsed;
  }

 private:
  struct Entry {
    std::string text;
    ParsedPtr parsed;
  };

  Parse parse_;
  std::size_t capacity_;
  std::list<Entry> entries_ = {};  // the most recently used first
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_text_ = {};
};

}  // namespace emu::dynamodb::expression
