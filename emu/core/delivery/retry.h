// Which failures of a delivery may pass by themselves.
#pragma once

#include <emu/result.h>

namespace emu {

// Faults of a service and throttling. What the client did wrong, such as calling somebody that is
// gone or does not let it, is not tried again.
inline bool may_pass(const Error& error) {
  return error.status >= 500 || error.status == 429 ||
         error.code.find("Throttl") != error.code.npos;
}

}  // namespace emu
