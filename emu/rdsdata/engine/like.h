// LIKE, as MySQL and PostgreSQL have it: "\" takes the meaning of "%" and "_" away.
#pragma once

#include <optional>
#include <string_view>

namespace emu::rdsdata {

struct LikeRules {
  bool ignores_case = false;  // of ASCII
  std::optional<char> escape = '\\';
};

bool is_like(std::string_view text, std::string_view pattern, const LikeRules& rules);

}  // namespace emu::rdsdata
