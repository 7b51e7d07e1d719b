#include "dynamodb/batches.h"

#include <fmt/format.h>

#include "dynamodb/errors.h"

namespace emu::dynamodb {

Error request_items_required(std::string_view operation) {
  return validation(fmt::format("The requestItems parameter is required for {}", operation));
}

Error too_many_batch_items(std::string_view operation) {
  return validation(fmt::format("Too many items requested for the {} call", operation));
}

Error duplicate_batch_keys() {
  return validation("Provided list of item keys contains duplicates");
}

}  // namespace emu::dynamodb
