#include <emu/arn.h>
#include <emu/lambda.h>
#include <fmt/format.h>

#include <utility>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"
#include "logs/system_fields.h"

namespace emu::logs {

namespace {

constexpr std::string_view kPrincipal = "logs.amazonaws.com";
constexpr std::string_view kFunctionPrefix = "function:";

Error unsupported_destination() {
  return invalid_parameter("The destination is neither a function nor a stream.");
}

// There are no streams here, so this is what AWS says of one that is not there.
Error no_stream(const Arn& arn, const std::string& role_arn) {
  if (role_arn.empty()) {
    return invalid_parameter(
        fmt::format("destinationArn for vendor {} cannot be used without roleArn", arn.service));
  }
  const std::string_view kind = arn.service == "kinesis" ? "Kinesis" : "Firehose";
  return invalid_parameter(fmt::format(
      "Could not deliver test message to specified {0} stream. Check if the given {0} stream is in "
      "ACTIVE state.",
      kind));
}

Error group_of_function() {
  return invalid_parameter(
      "The log group provided is reserved for the function logs of the destination function.");
}

// "function:NAME", perhaps with ":QUALIFIER".
std::string_view function_name(const Arn& arn) {
  std::string_view name = arn.resource;
  if (!name.starts_with(kFunctionPrefix)) return {};
  name.remove_prefix(kFunctionPrefix.size());
  return name.substr(0, name.find(':'));
}

// As recorded from AWS.
Status check_destination(const Call& call, const PutSubscriptionFilter& in) {
  const std::optional<Arn> arn = Arn::parse(in.destination_arn);
  if (!arn) return unsupported_destination();
  if (arn->service == "kinesis" || arn->service == "firehose") return no_stream(*arn, in.role_arn);
  const std::string_view name = function_name(*arn);
  if (arn->service != "lambda" || name.empty()) return unsupported_destination();
  if (!in.role_arn.empty()) {
    return invalid_parameter("destinationArn for vendor lambda cannot be used with roleArn");
  }
  if (arn->account != call.account() || arn->region != call.region()) {
    return invalid_parameter("The function must be of the account and region of the log group.");
  }
  if (in.log_group_name == fmt::format("/aws/lambda/{}", name)) return group_of_function();
  return {};
}

Status check_room(const Group& group, const std::string& name, const FilterPattern& pattern) {
  const auto old = group.subscriptions.find(name);
  const bool is_new = old == group.subscriptions.end();
  if (is_new && group.subscriptions.size() >= kSubscriptionFiltersMax) return limit_exceeded();
  const bool adds_expression =
      pattern.regular_expressions() > 0 && (is_new || !old->second.has_expression());
  if (adds_expression && group.filters_with_expressions() >= kExpressionFiltersMax) {
    return limit_exceeded();
  }
  if (pattern.regular_expressions() == 0) return {};
  const std::size_t replaced = is_new || !old->second.has_expression() ? 0 : old->second.cost();
  const bool fits = group.expression_cost() - replaced + pattern.cost() <= kGroupStepsMax;
  return fits ? Status() : Status(limit_exceeded());
}

SubscriptionFilter described(const PutSubscriptionFilter& in, std::int64_t now) {
  return {.filter_name = in.filter_name,
          .log_group_name = in.log_group_name,
          .filter_pattern = *in.filter_pattern,
          .destination_arn = in.destination_arn,
          .role_arn = in.role_arn,
          .distribution = in.distribution.empty() ? "ByLogStream" : in.distribution,
          .apply_on_transformed_logs = in.apply_on_transformed_logs.value_or(false),
          .creation_time = now,
          .field_selection_criteria = in.field_selection_criteria,
          .emit_system_fields = in.emit_system_fields};
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "PutSubscriptionFilter".
Result<Nothing> Logs::put_subscription_filter(Call& call, const PutSubscriptionFilter& in) {
  State& here = state(call);
  if (here.find(in.log_group_name) == nullptr) return group_does_not_exist();
  std::string why;
  auto pattern = FilterPattern::parse(*in.filter_pattern, why);
  if (!pattern) return invalid_filter_pattern(why);
  EMU_CHECK(check_destination(call, in));
  EMU_CHECK(check_system_fields(in.emit_system_fields));
  // As policies of functions name it; without ":*" they let nobody in.
  const std::string source = here.group_arn(in.log_group_name) + ":*";
  const CallerPtr sender = world_.service_caller(kPrincipal, source, call.account(), call.region());
  EMU_CHECK(check_function(call, sender, in));

  // Asking the function may have taken time, in which the group may have gone.
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  EMU_CHECK(check_room(*group, in.filter_name, *pattern));
  group->subscriptions.insert_or_assign(in.filter_name,
                                        StoredSubscription{.described = described(in, now_millis()),
                                                           .pattern = *std::move(pattern),
                                                           .sender = sender});
  return Nothing{};
}

Status Logs::check_function(const Call& call, const CallerPtr& sender,
                            const PutSubscriptionFilter& in) {
  const auto allowed = world_.client(sender).send(lambda::Invoke{
      .function_name = in.destination_arn, .invocation_type = lambda::invocation_types::kDryRun});
  if (!allowed) {
    return invalid_parameter(
        "Could not execute the lambda function. Make sure you have given CloudWatch Logs "
        "permission to execute your function.");
  }
  // Its lines may go to another group than that of its name.
  const auto function =
      world_.client(world_.unnamed_caller(call.account(), call.region()))
          .send(lambda::GetFunctionConfiguration{.function_name = in.destination_arn});
  if (function && function.value().logging_config.log_group == in.log_group_name) {
    return group_of_function();
  }
  return {};
}

}  // namespace emu::logs
