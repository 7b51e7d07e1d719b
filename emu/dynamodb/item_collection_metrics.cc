#include "dynamodb/item_collection_metrics.h"

#include <set>
#include <string_view>
#include <utility>

#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

std::optional<ItemCollectionMetrics> collection_metrics(const std::optional<std::string>& mode,
                                                        const ItemWrite& write) {
  const Table& table = *write.table;
  if (mode != "SIZE" || !table.collections) return std::nullopt;
  const std::size_t gigabytes = table.collections->bytes_of(write.key.hash) / kGigabyte;
  const std::string& hash = table.hash_key.name;
  return ItemCollectionMetrics{.item_collection_key = {{hash, write.request.item.at(hash)}},
                               .size_estimate_range_gb = {static_cast<double>(gigabytes),
                                                          static_cast<double>(gigabytes + 1)}};
}

std::map<std::string, std::vector<ItemCollectionMetrics>> collection_metrics(
    const std::optional<std::string>& mode, const std::vector<const ItemWrite*>& writes) {
  std::map<std::string, std::vector<ItemCollectionMetrics>> all;
  std::set<std::pair<const Table*, std::string_view>> seen;
  for (const ItemWrite* write : writes) {
    if (!seen.emplace(write->table, write->key.hash).second) continue;
    if (auto metrics = collection_metrics(mode, *write)) {
      all[write->request.table_name].push_back(*std::move(metrics));
    }
  }
  return all;
}

}  // namespace emu::dynamodb
