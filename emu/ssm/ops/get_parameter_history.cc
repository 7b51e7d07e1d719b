#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "ssm/answers.h"
#include "ssm/encryption.h"
#include "ssm/errors.h"
#include "ssm/limits.h"
#include "ssm/name.h"
#include "ssm/service.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

ParameterHistory history_of(const State& state, const std::string& name,
                            const ParameterVersion& version, bool with_decryption) {
  const std::string arn = arn_of(state.account, state.region, name);
  return {.name = name,
          .type = version.type,
          .key_id = version.key_id,
          .last_modified_date = version.modified,
          .last_modified_user = version.modified_by,
          .description = version.description,
          .value = shown_value(arn, version, with_decryption),
          .allowed_pattern = version.allowed_pattern,
          .version = version.number,
          .labels = {version.labels.begin(), version.labels.end()},
          .tier = std::string(tier_name(version)),
          .policies = version.policies,
          .data_type = version.data_type};
}

Result<std::int64_t> last_number(const std::optional<std::string>& token) {
  EMU_TRY(const auto last, read_token(token));
  if (!last) return std::int64_t{0};
  std::int64_t number = 0;
  const char* end = last->data() + last->size();
  const auto read = std::from_chars(last->data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return invalid_token();
  return number;
}

}  // namespace

// The oldest version first.
Result<GetParameterHistoryResult> Ssm::get_parameter_history(Call& call,
                                                             const GetParameterHistory& in) {
  EMU_TRY(const std::int64_t last, last_number(in.next_token));
  State& state = state_of(call);
  const Reference reference = reference_of(in.name, state);
  const StoredParameter* parameter = state.find(reference.name);
  if (parameter == nullptr || !reference.selector.empty()) return parameter_not_found();

  const auto room = static_cast<std::size_t>(in.max_results.value_or(kHistoryPage));
  GetParameterHistoryResult out;
  for (const ParameterVersion& version : parameter->versions) {
    if (version.number <= last) continue;
    if (out.parameters.size() == room) {
      out.next_token = token_of(fmt::format("{}", version.number - 1));
      break;
    }
    out.parameters.push_back(
        history_of(state, reference.name, version, in.with_decryption.value_or(false)));
  }
  return out;
}

}  // namespace emu::ssm
