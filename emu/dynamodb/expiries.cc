#include "dynamodb/expiries.h"

#include <charconv>
#include <chrono>
#include <string_view>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

void Expiries::follow(const ItemKey& key, const StoredItem* old_item, const StoredItem* new_item,
                      Time now) {
  const std::optional<std::int64_t> old_expiry = expiry_of(old_item);
  const std::optional<std::int64_t> new_expiry = expiry_of(new_item);
  if (old_expiry == new_expiry) return;
  if (old_expiry) {
    entries_.erase({*old_expiry, std::string(key.hash), std::string(key.range)});
  }
  if (new_expiry && now - from_epoch_seconds(*new_expiry) <= kExpiryAgeMax) {
    entries_.insert({*new_expiry, std::string(key.hash), std::string(key.range)});
  }
}

// Nothing for no item, what is no number of seconds, or none that this clock will see.
std::optional<std::int64_t> Expiries::expiry_of(const StoredItem* item) const {
  if (item == nullptr) return std::nullopt;
  const std::optional<StoredValue> value = item->find(attribute_);
  if (!value || value->type() != AttributeValue::Type::kN) return std::nullopt;
  const std::string_view digits = value->scalar();
  const char* const end = digits.data() + digits.size();
  std::int64_t seconds = 0;
  const auto [at, error] = std::from_chars(digits.data(), end, seconds);
  const bool is_whole = at == end || *at == '.';
  if (error != std::errc() || !is_whole || seconds < 0) return std::nullopt;
  if (seconds >= epoch_seconds(kLatestTime)) return std::nullopt;
  return seconds;
}

}  // namespace emu::dynamodb
