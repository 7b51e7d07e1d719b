// LIKE, as MySQL and PostgreSQL have it: "\" takes the meaning of "%" and "_" away.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace emu::rdsdata {

struct LikeRules {
  bool ignores_case = false;  // of ASCII
  std::optional<char> escape = '\\';
};

struct LikeAnswer {
  bool is_like = false;
  std::int64_t steps = 0;  // characters that were compared
};

// Gives up after more steps than a call may take, which nobody should answer with.
LikeAnswer is_like(std::string_view text, std::string_view pattern, const LikeRules& rules);

}  // namespace emu::rdsdata
