// Regular expressions in filter patterns, between two '%'.
// Source: CloudWatch Logs User Guide, "Filter pattern syntax for metric filters, subscription
// filters, filter log events, and Live Tail", "Supported regular expressions (regex) syntax".
#pragma once

#include <optional>
#include <string_view>

#include "core/pattern/regular_expression.h"

namespace emu::logs {

// Reads an expression, which must stand at the beginning, and takes it away, both '%' included.
// Nothing when it is none, or has what AWS does not allow there, such as groups.
std::optional<pattern::RegularExpression> take_expression(std::string_view& text);

}  // namespace emu::logs
