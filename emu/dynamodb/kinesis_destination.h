// What the operations on Kinesis destinations have in common.
#pragma once

#include <emu/dynamodb/kinesis_destinations.h>
#include <emu/result.h>
#include <emu/time.h>

#include <string_view>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// Null when the stream has never been the table's destination.
KinesisDestinationSettings* find_destination(TableSettings& table, std::string_view stream_arn);
// The same for one that is active; errors: ValidationException, which names the operation.
Result<KinesisDestinationSettings*> active_destination(TableSettings& table,
                                                       std::string_view stream_arn,
                                                       std::string_view operation);
// For `step` after a change, it is on its way.
std::string_view destination_status(const KinesisDestinationSettings& settings, Time now,
                                    Duration step);

}  // namespace emu::dynamodb
