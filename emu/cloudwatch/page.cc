#include "cloudwatch/page.h"

#include "cloudwatch/errors.h"
#include "core/text/base64.h"

namespace emu::cloudwatch {

Result<std::string> key_of_token(const std::optional<std::string>& token) {
  if (!token || token->empty()) return std::string();
  std::optional<std::string> key = base64_decode(*token);
  if (!key || key->empty()) return invalid_token();
  return *std::move(key);
}

std::string token_of(std::string_view key) { return base64_encode(key); }

}  // namespace emu::cloudwatch
