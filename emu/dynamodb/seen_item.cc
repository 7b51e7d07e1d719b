#include "dynamodb/seen_item.h"

namespace emu::dynamodb {

namespace {

// Finding an attribute passes over those before it: after so many the rest is unpacked at once.
constexpr std::size_t kFoundOneByOne = 8;

}  // namespace

const AttributeValue* SeenItem::find(const std::string& name) {
  auto at = unpacked_.lower_bound(name);
  if (at != unpacked_.end() && at->first == name) return &at->second;
  if (item_ == nullptr || is_unpacked_) return nullptr;
  if (looks_ == kFoundOneByOne) {
    // What has been given out stays where it is.
    unpacked_.merge(item_->unpack());
    is_unpacked_ = true;
    return find(name);
  }
  ++looks_;
  const std::optional<StoredValue> value = item_->find(name);
  return value ? &unpacked_.emplace_hint(at, name, value->unpack())->second : nullptr;
}

std::optional<StoredValue> SeenItem::stored(const std::string& name) const {
  return item_ == nullptr ? std::nullopt : item_->find(name);
}

}  // namespace emu::dynamodb
