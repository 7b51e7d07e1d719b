// What UpdateTable makes of the global secondary indexes of a table.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/time.h>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// Carries out changes that have been checked. They are settled with the table, which is UPDATING
// until then: an index that is made has its entries at once, in time that grows with the items, and
// shows that it is backfilling; one that is deleted has none any more.
void update_indexes(Table& table, const UpdateTable& in, Time now);

// Forgets the definitions of attributes that are in no key any more.
void keep_used_definitions(TableSettings& settings);

// The indexes in the answer of the call.
void show_index_updates(const Table& table, const UpdateTable& in, Time now,
                        TableDescription& description);

}  // namespace emu::dynamodb
