// Rules for secondary indexes: how they may be made, and what items may have in their keys.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "dynamodb/index.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

struct Table;
struct TableSettings;

// The settings of the indexes of a new table, local ones first, whose status is its own.
std::vector<IndexSettings> index_settings(const CreateTable& in);
IndexSettings index_settings(const GlobalSecondaryIndex& in);

// The rules for the indexes of a new table and for the definitions of all its keys, without a look
// at any table. Its own key schema has been checked. Source: Amazon DynamoDB API Reference,
// "CreateTable", LocalSecondaryIndexes and GlobalSecondaryIndexes.
Status check_indexes(const CreateTable& in);

// Whether an index has the throughput that the billing of its table asks for, and no other.
Status check_index_billing(const GlobalSecondaryIndex& index, bool is_on_demand);

// What can be wrong with the changes of indexes that UpdateTable asks for, first by themselves,
// then for a table. Source: Amazon DynamoDB API Reference, "UpdateTable",
// GlobalSecondaryIndexUpdates.
Status check_index_updates(const UpdateTable& in);
Status check_index_updates(const UpdateTable& in, const TableSettings& settings,
                           bool becomes_on_demand);

// Where an item comes from that is held against the rules of index keys, which says how a refusal
// is worded.
enum class IndexKeySource : std::uint8_t { kItem, kUpdateExpression, kAttributeUpdates };

// Whether the attributes of an item that are keys of indexes have the types and sizes that these
// take. An item need not have them. Sources: Amazon DynamoDB API Reference, "TransactWriteItems",
// for the texts of updates; AWS does not document the others.
Status check_index_keys(const Table& table, const Item& item);
Status check_index_keys(const Table& table, const StoredItem& item, IndexKeySource source);

}  // namespace emu::dynamodb
