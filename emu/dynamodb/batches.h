// The refusals that BatchGetItem and BatchWriteItem share. Source: as clients report.
#pragma once

#include <emu/result.h>

#include <string_view>

namespace emu::dynamodb {

Error request_items_required(std::string_view operation);
Error too_many_batch_items(std::string_view operation);
Error duplicate_batch_keys();

}  // namespace emu::dynamodb
