#include <string>

#include "ssm/answers.h"
#include "ssm/errors.h"
#include "ssm/filters.h"
#include "ssm/limits.h"
#include "ssm/name.h"
#include "ssm/service.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

ParameterMetadata metadata_of(const State& state, const std::string& name,
                              const ParameterVersion& version) {
  return {.name = name,
          .arn = arn_of(state.account, state.region, name),
          .type = version.type,
          .key_id = version.key_id,
          .last_modified_date = version.modified,
          .last_modified_user = version.modified_by,
          .description = version.description,
          .allowed_pattern = version.allowed_pattern,
          .version = version.number,
          .tier = std::string(tier_name(version)),
          .policies = version.policies,
          .data_type = version.data_type};
}

}  // namespace

Result<DescribeParametersResult> Ssm::describe_parameters(Call& call,
                                                          const DescribeParameters& in) {
  if (!in.filters.empty() && !in.parameter_filters.empty()) {
    return validation("You can use either Filters or ParameterFilters in a single request.");
  }
  const ParameterFilters filters =
      in.filters.empty() ? in.parameter_filters : newer_filters(in.filters);
  EMU_CHECK(check_describe_filters(filters));
  EMU_TRY(const auto last, read_token(in.next_token));

  DescribeParametersResult out;
  if (in.shared.value_or(false)) return out;  // Nobody shares any.
  State& state = state_of(call);
  const auto room = static_cast<std::size_t>(in.max_results.value_or(kDescribePage));
  auto at = last ? state.parameters.upper_bound(*last) : state.parameters.begin();
  for (; at != state.parameters.end(); ++at) {
    const ParameterVersion* version = filtered(filters, at->first, at->second);
    if (version == nullptr) continue;
    if (out.parameters.size() == room) {
      out.next_token = token_of(out.parameters.back().name);
      break;
    }
    out.parameters.push_back(metadata_of(state, at->first, *version));
  }
  return out;
}

}  // namespace emu::ssm
