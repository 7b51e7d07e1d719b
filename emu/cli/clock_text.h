// A server's clock, in a line for people.
#pragma once

#include <string>

#include "core/json/json_view.h"

namespace emu::cli {

// "2026-01-01T00:00:36.000Z, held" of what the clock's controls answer.
std::string clock_text(const JsonDocument& clock);

}  // namespace emu::cli
