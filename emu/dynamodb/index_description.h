// Secondary indexes as DescribeTable and its like answer them.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/time.h>

#include <cstdint>
#include <string_view>

namespace emu::dynamodb {

struct Table;

// Whether an index whose deletion is complete is described: it is by the call that deletes it.
enum class GoneIndexes : std::uint8_t { kHidden, kShown };
void describe_indexes(const Table& table, Time now, GoneIndexes gone,
                      TableDescription& description);

// The statuses of the answer of a call: of one that makes a table, and of one that changes an
// index.
void show_indexes_creating(TableDescription& description);
void show_index_status(TableDescription& description, std::string_view index,
                       std::string_view status);

}  // namespace emu::dynamodb
