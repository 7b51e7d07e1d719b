#include "sns/page.h"

#include <charconv>

#include "core/text/base64.h"
#include "sns/errors.h"

namespace emu::sns {

namespace {

Error invalid_token() { return invalid_parameter("NextToken"); }

}  // namespace

Result<std::string> name_of_token(const std::optional<std::string>& token) {
  if (!token || token->empty()) return std::string();
  std::optional<std::string> name = base64_decode(*token);
  if (!name || name->empty()) return invalid_token();
  return *std::move(name);
}

Result<std::uint64_t> serial_of_token(const std::optional<std::string>& token) {
  EMU_TRY(const std::string text, name_of_token(token));
  if (text.empty()) return std::uint64_t{0};
  std::uint64_t serial = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, serial);
  if (failure != std::errc() || stop != end) return invalid_token();
  return serial;
}

std::string token_of_name(const std::string& name) { return base64_encode(name); }

std::string token_of_serial(std::uint64_t serial) { return base64_encode(std::to_string(serial)); }

}  // namespace emu::sns
