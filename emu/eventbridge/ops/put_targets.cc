#include <emu/arn.h>
#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "core/delivery/target_call.h"
#include "core/text/queue_url.h"
#include "eventbridge/dead_letters.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

Error no_such_target(std::string_view service) {
  return validation(fmt::format("Targets of the service {} are not answered here.", service));
}

Status check_target_arn(const std::string& text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service.empty() || arn->resource.empty()) return arn_not_in_format(text);
  if (is_common_target(text) || arn->service == "logs") return {};
  if (arn->service != "events") return no_such_target(arn->service);
  const std::optional<ResourceAddress> address = address_of(text);
  return address && address->rule.empty() ? Status() : no_such_target(arn->service);
}

Status check_target(const Target& target) {
  EMU_CHECK(check_target_arn(target.arn));
  const bool has_group = target.sqs_parameters && target.sqs_parameters->message_group_id;
  if (is_fifo_queue(target.arn) && !has_group) {
    return validation(
        fmt::format("Parameter(s) SqsParameters must be specified for target: {}.", target.id));
  }
  if (target.role_arn) {
    const std::optional<Arn> role = Arn::parse(*target.role_arn);
    if (!role || role->service != "iam") return arn_not_in_format(*target.role_arn);
  }
  EMU_CHECK(check_dead_letters(target.dead_letter_config));
  const bool has_input = target.input || target.input_path || target.input_transformer;
  const std::optional<Arn> arn = Arn::parse(target.arn);
  if (has_input && arn->service == "events") {
    return validation(fmt::format(
        "Input, InputPath and InputTransformer are not available for event buses: target {}.",
        target.id));
  }
  return {};
}

}  // namespace

// Checks: Amazon EventBridge API Reference, "PutTargets".
Result<PutTargetsResult> EventBridge::put_targets(Call& call, const PutTargets& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.rule));
  StoredRule& rule = *found.rule;
  std::vector<Input> inputs;
  std::set<std::string_view> ids;
  for (const auto& [id, route] : rule.targets) ids.insert(id);
  for (const Target& target : in.targets) {
    EMU_CHECK(check_target(target));
    EMU_TRY(inputs.emplace_back(), Input::of(target));
    ids.insert(target.id);
  }
  if (ids.size() > kTargetsMax) return too_many();

  const ResourceAddress address = *address_of(found.bus->arn);
  for (std::size_t i = 0; i < in.targets.size(); ++i) {
    Route route{.target = in.targets[i],
                .input = std::move(inputs[i]),
                .rule_arn = rule.arn,
                .rule_name = rule.name,
                .account = address.account,
                .region = address.region,
                .sender = world_.service_caller(kServicePrincipal, rule.arn, address.account,
                                                address.region)};
    rule.targets.insert_or_assign(in.targets[i].id,
                                  std::make_shared<const Route>(std::move(route)));
  }
  plan({address.account, address.region}, rule);
  return PutTargetsResult{.failed_entry_count = 0};
}

}  // namespace emu::eventbridge
