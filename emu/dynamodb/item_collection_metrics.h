// ItemCollectionMetrics: how large the items with the hash key of a write are together, as
// ReturnItemCollectionMetrics asks. Source: Amazon DynamoDB Developer Guide, "Local secondary
// indexes", Item collections.
#pragma once

#include <emu/dynamodb/items.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct ItemWrite;

// Of a write that has been made. Nothing for a table without local indexes.
std::optional<ItemCollectionMetrics> collection_metrics(const std::optional<std::string>& mode,
                                                        const ItemWrite& write);

// Of several writes, by the names of their tables: each collection once, with all of them in it.
std::map<std::string, std::vector<ItemCollectionMetrics>> collection_metrics(
    const std::optional<std::string>& mode, const std::vector<const ItemWrite*>& writes);

}  // namespace emu::dynamodb
