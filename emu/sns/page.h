// Lists, 100 at a time. A token holds the key after which the next page begins.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>

namespace emu::sns {

// The name of a token, empty for the first page.
Result<std::string> name_of_token(const std::optional<std::string>& token);
// The serial number of a token, 0 for the first page.
Result<std::uint64_t> serial_of_token(const std::optional<std::string>& token);

std::string token_of_name(const std::string& name);
std::string token_of_serial(std::uint64_t serial);

}  // namespace emu::sns
