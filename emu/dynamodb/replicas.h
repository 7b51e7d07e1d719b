// Replicas of a table in its settings: how UpdateTable changes them, and how they are described.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/result.h>

#include <string_view>
#include <vector>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// The replicas after the updates, of which each is one action on one region. Errors:
// ValidationException.
Result<std::vector<ReplicaSettings>> with_replicas(
    std::vector<ReplicaSettings> replicas, const std::vector<ReplicationGroupUpdate>& updates,
    std::string_view own_region);

void show_replicas(const TableSettings& settings, TableDescription& description);

}  // namespace emu::dynamodb
