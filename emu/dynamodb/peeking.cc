// Looking into a table without reading.
#include <algorithm>

#include "dynamodb/service.h"
#include "dynamodb/table.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

std::vector<Item> first_items(const Table& table, std::int32_t limit) {
  std::vector<Item> items;
  auto walk = table.items.partitions().walk_from(0);
  for (; limit > 0 && !walk.at_end(); walk.next(), --limit) items.push_back(walk.entry().unpack());
  return items;
}

}  // namespace

Table* Dynamodb::find_to_peek(std::string_view name_or_arn) {
  const std::optional<TableAddress> address = parse_table_arn(name_or_arn);
  State* found = address ? states_.find(address->account, address->region)
                         : states_.find(world_.options().account, world_.options().region);
  if (found == nullptr) return nullptr;
  return found->find(address ? address->name : name_or_arn, world_.now());
}

PeekTableResult Dynamodb::peek_table(const PeekTable& in) {
  const Table* table = find_to_peek(in.table);
  if (table == nullptr) return {};
  PeekTableResult out{.exists = true,
                      .table_arn = table->settings.arn,
                      .table_status = std::string(table->settings.status(world_.now())),
                      .item_count = static_cast<std::int64_t>(table->items.count()),
                      .size_bytes = static_cast<std::int64_t>(table->items.bytes()),
                      .items = first_items(*table, in.limit)};
  for (const Index& index : table->indexes) {
    out.indexes.push_back({.index_name = index.name,
                           .is_global = index.is_global,
                           .item_count = static_cast<std::int64_t>(index.count),
                           .size_bytes = static_cast<std::int64_t>(index.bytes)});
  }
  return out;
}

}  // namespace emu::dynamodb
