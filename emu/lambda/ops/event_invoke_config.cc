#include <fmt/format.h>

#include "lambda/destinations.h"
#include "lambda/errors.h"
#include "lambda/role_session.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

std::string qualified_arn(const LiveFunction& function) { return function.arn() + ":$LATEST"; }

std::string destination_of(const auto& side) {
  return side ? side->destination.value_or(std::string()) : std::string();
}

// A destination without a target is answered as absent.
std::optional<DestinationConfig> normalised(const std::optional<DestinationConfig>& config) {
  if (!config) return DestinationConfig{.on_success = OnSuccess{}, .on_failure = OnFailure{}};
  DestinationConfig out = *config;
  if (!out.on_success) out.on_success.emplace();
  if (!out.on_failure) out.on_failure.emplace();
  return out;
}

template <class In>
bool is_empty(const In& in) {
  return !in.maximum_retry_attempts && !in.maximum_event_age_in_seconds && !in.destination_config;
}

Error event_invoke_config_not_found(std::string_view arn) {
  return not_found(fmt::format("The function {} doesn't have an EventInvokeConfig", arn));
}

Result<FunctionEventInvokeConfig*> config_of(LiveFunction& function) {
  auto& config = function.stored->event_invoke_config;
  if (!config) return event_invoke_config_not_found(qualified_arn(function));
  return &*config;
}

Error event_invoke_config_empty() {
  return invalid_parameter(
      "You must specify at least one of error handling or destination setting.");
}

Error destination_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("The destination must be an SQS queue or a Lambda function: {}", arn));
}

Error role_cannot_reach_destination(std::string_view action, std::string_view arn) {
  return invalid_parameter(fmt::format(
      "The function's execution role does not have permissions to call {} on {}", action, arn));
}

Status check_destinations(World& world, const std::optional<DestinationConfig>& config,
                          const Revision& revision) {
  if (!config) return {};
  for (const std::string& arn :
       {destination_of(config->on_success), destination_of(config->on_failure)}) {
    if (arn.empty()) continue;
    if (!is_destination(arn)) return destination_unsupported(arn);
    EMU_TRY(const CallerPtr role, assume_role(world, revision));
    const std::string_view action = destination_action(arn);
    if (!may(world, *role, action, arn)) {
      return role_cannot_reach_destination(action.substr(action.find(':') + 1), arn);
    }
  }
  return {};
}

}  // namespace

Result<FunctionEventInvokeConfig> Lambda::put_function_event_invoke_config(
    Call& call, const PutFunctionEventInvokeConfig& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  if (is_empty(in)) return event_invoke_config_empty();
  EMU_CHECK(check_destinations(world_, in.destination_config, *function->revision));
  function->stored->event_invoke_config = {
      .last_modified = world_.now(),
      .function_arn = qualified_arn(*function),
      .maximum_retry_attempts = in.maximum_retry_attempts,
      .maximum_event_age_in_seconds = in.maximum_event_age_in_seconds,
      .destination_config = normalised(in.destination_config)};
  return *function->stored->event_invoke_config;
}

Result<FunctionEventInvokeConfig> Lambda::update_function_event_invoke_config(
    Call& call, const UpdateFunctionEventInvokeConfig& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  EMU_TRY(FunctionEventInvokeConfig* const config, config_of(*function));
  if (is_empty(in)) return event_invoke_config_empty();
  EMU_CHECK(check_destinations(world_, in.destination_config, *function->revision));
  config->last_modified = world_.now();
  if (in.maximum_retry_attempts) config->maximum_retry_attempts = in.maximum_retry_attempts;
  if (in.maximum_event_age_in_seconds) {
    config->maximum_event_age_in_seconds = in.maximum_event_age_in_seconds;
  }
  if (in.destination_config) config->destination_config = normalised(in.destination_config);
  return *config;
}

Result<FunctionEventInvokeConfig> Lambda::get_function_event_invoke_config(
    Call& call, const GetFunctionEventInvokeConfig& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  EMU_TRY(const FunctionEventInvokeConfig* const config, config_of(*function));
  return *config;
}

Result<Nothing> Lambda::delete_function_event_invoke_config(
    Call& call, const DeleteFunctionEventInvokeConfig& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  EMU_CHECK(config_of(*function));
  function->stored->event_invoke_config.reset();
  return Nothing{};
}

// A function has at most one configuration, since $LATEST is its only version.
Result<ListFunctionEventInvokeConfigsResult> Lambda::list_function_event_invoke_configs(
    Call& call, const ListFunctionEventInvokeConfigs& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name));
  if (in.marker) return marker_invalid();
  ListFunctionEventInvokeConfigsResult out;
  if (function->stored->event_invoke_config) {
    out.function_event_invoke_configs.push_back(*function->stored->event_invoke_config);
  }
  return out;
}

}  // namespace emu::lambda
