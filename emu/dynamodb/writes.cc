// The one place that changes the items of a table, and how a write comes to it.
#include <algorithm>
#include <chrono>
#include <utility>

#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Status Dynamodb::locate(Call& call, ItemWrite& write) {
  EMU_TRY(write.table, usable_table(call, write.request.table_name));
  EMU_CHECK(find_key(call, write));
  return admit(write);
}

Status Dynamodb::find_key(Call& call, ItemWrite& write) {
  const Item& item = write.request.item;
  EMU_TRY(write.key, write.is_put() ? key_of_item(*write.table, item, write.key_bytes)
                                    : key_of_request(*write.table, item, write.key_bytes));
  add_subject(call, *write.table, write.key, item);
  return {};
}

Status Dynamodb::plan(ItemWrite& write) {
  EMU_CHECK(dynamodb::plan(write));
  return admit_in_indexes(write);
}

std::optional<StoredItem> Dynamodb::commit(ItemWrite& write) {
  charge(write);
  if (!write.changes()) return std::nullopt;
  return this->write(*write.table, write.key, write.old, std::move(write.next));
}

void Dynamodb::log_change(Table& table, const ItemKey& key, const std::optional<StoredItem>& old) {
  if (!table.changes) return;
  const Time now = world_.now();
  table.changes->forget_until(now - std::chrono::days(table.settings.point_in_time_recovery->days));
  table.changes->add(now, key, old);
  arrange_forgetting();
}

void Dynamodb::arrange_forgetting() {
  if (forgetting_.value != 0) return;
  forgetting_ = world_.scheduler().at(
      world_.now() + kStreamRetention, [this] { forget_changes(); }, true);
}

void Dynamodb::forget_changes() {
  forgetting_ = {};
  const Time now = world_.now();
  Time next = Time::max();
  for (auto& [place, state] : states_) next = std::min(next, state.forget_changes(now));
  if (world_.memory() != nullptr) world_.memory()->give_back();
  if (next == Time::max()) return;
  forgetting_ = world_.scheduler().at(
      std::max<Time>(next, now + kForgettingInterval), [this] { forget_changes(); }, true);
}

// The stream and the expiries of a table follow its items. What is not or will not be there is
// null.
void Dynamodb::follow_change(Table& table, const ItemKey& key, const StoredItem* old,
                             const StoredItem* next, ChangeCause cause) {
  if (!table.stream && !table.expiries) return;
  const Time now = world_.now();
  if (old == nullptr && next == nullptr) return;
  table.record_change(old, next, cause, now);
  if (table.stream) arrange_forgetting();
  if (!table.expiries) return;
  table.expiries->follow(key, old, next, now);
  arrange_expiry(table);
}

std::optional<StoredItem> Dynamodb::write(Table& table, const ItemKey& key, const StoredItem* old,
                                          std::optional<StoredItem> next, ChangeCause cause) {
  follow_change(table, key, old, next ? &*next : nullptr, cause);
  std::optional<StoredItem> was;
  const StoredItem* at = nullptr;
  if (!next) {
    was = table.items.erase(key);
  } else if (old != nullptr) {
    was = table.items.replace(*old, *std::move(next));
    at = old;
  } else {
    at = table.items.insert(key, *std::move(next));
  }
  log_change(table, key, was);
  if (!table.indexes.empty()) table.change_indexes(key, was ? &*was : nullptr, at);
  return was;
}

}  // namespace emu::dynamodb
