#include "ssm/answers.h"

#include "core/text/base64.h"
#include "ssm/encryption.h"
#include "ssm/errors.h"
#include "ssm/name.h"

namespace emu::ssm {

Parameter parameter_of(const State& state, std::string_view name, const ParameterVersion& version,
                       bool with_decryption) {
  Parameter shown{.name = std::string(name),
                  .type = version.type,
                  .version = version.number,
                  .last_modified_date = version.modified,
                  .arn = arn_of(state.account, state.region, name),
                  .data_type = version.data_type};
  shown.value = shown_value(shown.arn, version, with_decryption);
  return shown;
}

std::string token_of(std::string_view last) { return base64_encode(last); }

Result<std::optional<std::string>> read_token(const std::optional<std::string>& token) {
  if (!token || token->empty()) return std::optional<std::string>();
  std::optional<std::string> last = base64_decode(*token);
  if (!last) return invalid_token();
  return last;
}

}  // namespace emu::ssm
