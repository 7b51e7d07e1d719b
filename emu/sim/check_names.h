// A scenario's mistyped names. A fault for an operation that does not exist would never strike, and
// nobody would notice.
#pragma once

#include <emu/sim/scenario.h>

#include <optional>
#include <string>

#include "core/gate/operation_table.h"

namespace emu::sim {

struct Misnamed {
  Place place = {};
  std::string text = {};
};

// The first service or operation that the account does not have, if any.
std::optional<Misnamed> find_misnamed(const Scenario& scenario, const OperationTable& operations);

}  // namespace emu::sim
