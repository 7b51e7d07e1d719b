#include "dynamodb/change_log.h"

#include <algorithm>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

// What a change takes beside its key and item, about.
constexpr std::size_t kChangeBytes = 128;

std::size_t bytes_of(const ChangeLog::Change& change) {
  return kChangeBytes + change.hash.size() + change.range.size() +
         (change.before ? change.before->size() : 0);
}

}  // namespace

void ChangeLog::add(Time at, const ItemKey& key, const std::optional<StoredItem>& before) {
  changes_.push_back(
      {.at = at, .hash = std::string(key.hash), .range = std::string(key.range), .before = before});
  bytes_ += bytes_of(changes_.back());
  while (bytes_ > kChangeLogBytesMax) forget_oldest();
}

void ChangeLog::forget_until(Time earliest) {
  while (!changes_.empty() && changes_.front().at <= earliest) forget_oldest();
  complete_since_ = std::max(complete_since_, earliest);
}

void ChangeLog::forget_oldest() {
  complete_since_ = std::max(complete_since_, changes_.front().at);
  bytes_ -= bytes_of(changes_.front());
  changes_.pop_front();
}

}  // namespace emu::dynamodb
