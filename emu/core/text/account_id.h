// What an account is called by.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/text/ascii.h"

namespace emu {

inline constexpr std::size_t kAccountIdDigits = 12;

constexpr bool is_account_id(std::string_view text) {
  return text.size() == kAccountIdDigits && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace emu
