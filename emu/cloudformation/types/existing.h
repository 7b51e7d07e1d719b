// What several types of resources say.
#pragma once

#include <fmt/format.h>

#include <string_view>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

// A name that the template gives is in use. Operations that would take what is there are not asked.
inline Error already_exists(const Making& making, std::string_view name) {
  return {.code = "AlreadyExistsException",
          .message = fmt::format("{} already exists in stack {}", name, making.stack_id)};
}

}  // namespace emu::cloudformation
