// Pages of Lambda's lists: a marker names the last entry of the page before.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace emu::lambda {

inline std::size_t page_size(const std::optional<std::int32_t>& asked, std::int32_t page_max) {
  return static_cast<std::size_t>(std::min(asked.value_or(page_max), page_max));
}

}  // namespace emu::lambda
