// Deleting the items whose time to live has ended.
#include <emu/arn.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "dynamodb/service.h"

namespace emu::dynamodb {

void Dynamodb::begin_expiry(Table& table) {
  table.expiries.emplace(table.settings.time_to_live->attribute_name);
  for (auto walk = table.items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    table.expiries->follow(walk.key(), nullptr, &walk.entry(), world_.now());
  }
  arrange_expiry(table);
}

// AWS deletes an item within a few days of its expiry. Here it is the first whole second after it,
// and after the item was written: what is written as expired can be read once.
void Dynamodb::arrange_expiry(const Table& table) {
  const std::set<Expiries::Entry>& entries = table.expiries->entries();
  if (entries.empty()) return;
  const std::chrono::seconds second(1);
  const Time due = std::max<Time>(entries.begin()->end(),
                                  std::chrono::floor<std::chrono::seconds>(world_.now()) + second);
  ExpiryTimer& timer = expiry_timers_[table.settings.arn];
  if (timer.id.value != 0 && timer.due <= due) return;
  world_.scheduler().cancel(timer.id);
  timer = {.due = due,
           .id = world_.scheduler().at(
               due, [this, arn = table.settings.arn] { expire_items(arn); }, true)};
}

// Also when nothing is due any more, or the table is gone.
void Dynamodb::expire_items(const std::string& table_arn) {
  expiry_timers_.erase(table_arn);
  const Time now = world_.now();
  const std::optional<Arn> arn = Arn::parse(table_arn);
  State* state = states_.find(arn->account, arn->region);
  Table* table = state == nullptr ? nullptr : state->find(arn->name(), now);
  if (table == nullptr || !table->expiries || !table->settings.is_usable(now)) return;
  const std::set<Expiries::Entry>& entries = table->expiries->entries();
  for (auto entry = entries.begin(); entry != entries.end() && entry->end() <= now;) {
    // The entry goes with the item.
    const Expiries::Entry due = *entry++;
    // What a transaction has in hand is left for the next second.
    if (!ongoing_.holds(table_arn, due.key())) expire_item(*table, due.key());
  }
  arrange_expiry(*table);
}

void Dynamodb::expire_item(Table& table, const ItemKey& key) {
  const std::optional<StoredItem> old =
      write(table, key, table.items.find(key), std::nullopt, ChangeCause::kExpiry);
  world_.record<events::ItemExpired>([&](auto& event) {
    event.table_arn = table.settings.arn;
    append_key(table, key, old->unpack(), event.key);
  });
}

void Dynamodb::end_expiry(Table& table) {
  table.expiries.reset();
  const auto timer = expiry_timers_.find(table.settings.arn);
  if (timer == expiry_timers_.end()) return;
  world_.scheduler().cancel(timer->second.id);
  expiry_timers_.erase(timer);
}

void Dynamodb::forget_expiry_timers(std::optional<std::string_view> account) {
  std::erase_if(expiry_timers_, [&](const auto& entry) {
    if (account && Arn::parse(entry.first)->account != *account) return false;
    world_.scheduler().cancel(entry.second.id);
    return true;
  });
}

}  // namespace emu::dynamodb
