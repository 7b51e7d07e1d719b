#include <fmt/format.h>

#include "lambda/destinations.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/role_session.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

std::string qualified_arn(const LiveFunction& function) { return function.arn() + ":$LATEST"; }

std::string qualified_arn(const Call& call, const std::string& name,
                          const std::optional<std::string>& qualifier) {
  const std::optional<FunctionReference> named = parse_function_reference(name);
  std::string_view version = named->qualifier;
  if (qualifier) version = *qualifier;
  if (version.empty()) version = "$LATEST";
  return fmt::format("{}:{}", function_arn(call.account(), call.region(), named->name), version);
}

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

Error function_missing() { return not_found("The function doesn't exist."); }

Error event_invoke_config_empty() {
  return invalid_parameter(
      "You must specify at least one of error handling or destination setting.");
}

std::string shown(std::string_view side, const std::string& destination) {
  return destination.empty() ? "null" : fmt::format("{}(destination={})", side, destination);
}

Error destinations_unsupported(const DestinationConfig& config) {
  return invalid_parameter(fmt::format(
      "The provided destination config DestinationConfig(onSuccess={}, onFailure={}) is invalid.",
      shown("OnSuccess", destination_of(config.on_success)),
      shown("OnFailure", destination_of(config.on_failure))));
}

Error destination_is_itself() {
  return invalid_parameter("You can't specify the function as a destination for itself.");
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
    if (!is_destination(arn)) return destinations_unsupported(*config);
    if (arn == revision.arn) return destination_is_itself();
    EMU_TRY(const CallerPtr role, assume_role(world, revision));
    const std::string_view action = destination_action(arn);
    if (!may(world, *role, action, arn)) {
      return role_cannot_reach_destination(action.substr(action.find(':') + 1), arn);
    }
  }
  return {};
}

}  // namespace

// As recorded from AWS: a function that is not there has no configuration, either.
Result<LiveFunction*> Lambda::configured(const Call& call, const std::string& name,
                                         const std::optional<std::string>& qualifier) {
  const Result<FunctionPtr> function = find(call, name, qualifier);
  if (!function || !(*function)->stored->event_invoke_config) {
    return event_invoke_config_not_found(qualified_arn(call, name, qualifier));
  }
  return function->get();
}

Result<FunctionEventInvokeConfig> Lambda::put_function_event_invoke_config(
    Call& call, const PutFunctionEventInvokeConfig& in) {
  if (is_empty(in)) return event_invoke_config_empty();
  const Result<FunctionPtr> found = find(call, in.function_name, in.qualifier);
  if (!found) return function_missing();
  const FunctionPtr& function = *found;
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
  if (is_empty(in)) return event_invoke_config_empty();
  EMU_TRY(LiveFunction* const function, configured(call, in.function_name, in.qualifier));
  EMU_CHECK(check_destinations(world_, in.destination_config, *function->revision));
  auto& config = function->stored->event_invoke_config;
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
  EMU_TRY(LiveFunction* const function, configured(call, in.function_name, in.qualifier));
  return *function->stored->event_invoke_config;
}

Result<Nothing> Lambda::delete_function_event_invoke_config(
    Call& call, const DeleteFunctionEventInvokeConfig& in) {
  EMU_TRY(LiveFunction* const function, configured(call, in.function_name, in.qualifier));
  function->stored->event_invoke_config.reset();
  return Nothing{};
}

// A function has at most one configuration, since $LATEST is its only version.
Result<ListFunctionEventInvokeConfigsResult> Lambda::list_function_event_invoke_configs(
    Call& call, const ListFunctionEventInvokeConfigs& in) {
  const Result<FunctionPtr> function = find(call, in.function_name);
  if (!function) return function_missing();
  if (in.marker) return marker_invalid();
  ListFunctionEventInvokeConfigsResult out;
  if ((*function)->stored->event_invoke_config) {
    out.function_event_invoke_configs.push_back(*(*function)->stored->event_invoke_config);
  }
  return out;
}

}  // namespace emu::lambda
