#include "dynamodb/auto_scaling.h"

#include <string>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the texts.
Error minimum_above_maximum() {
  return invalid_parameter("MinimumUnits must not be greater than MaximumUnits");
}

Error target_value_out_of_range() {
  return invalid_parameter("TargetValue must be between 8.515920e-109 and 1.174271e+108");
}

AutoScalingPolicyDescription described(const AutoScalingPolicyUpdate& update) {
  const auto& wanted = update.target_tracking_scaling_policy_configuration;
  return {.policy_name = update.policy_name.value_or(""),
          .target_tracking_scaling_policy_configuration =
              AutoScalingTargetTrackingScalingPolicyConfigurationDescription{
                  .disable_scale_in = wanted.disable_scale_in,
                  .scale_in_cooldown = wanted.scale_in_cooldown,
                  .scale_out_cooldown = wanted.scale_out_cooldown,
                  .target_value = wanted.target_value}};
}

}  // namespace

Status apply(const AutoScalingSettingsUpdate& update,
             std::optional<AutoScalingSettingsDescription>& kept) {
  if (update.auto_scaling_disabled.value_or(false)) {
    kept.reset();
    return {};
  }
  if (!kept) kept.emplace().auto_scaling_disabled = false;
  if (update.minimum_units) kept->minimum_units = update.minimum_units;
  if (update.maximum_units) kept->maximum_units = update.maximum_units;
  if (kept->minimum_units && kept->maximum_units && *kept->minimum_units > *kept->maximum_units) {
    return minimum_above_maximum();
  }
  if (update.auto_scaling_role_arn) kept->auto_scaling_role_arn = *update.auto_scaling_role_arn;
  if (!update.scaling_policy_update) return {};
  const double target =
      update.scaling_policy_update->target_tracking_scaling_policy_configuration.target_value;
  if (!(target >= kTargetValueMin && target <= kTargetValueMax)) return target_value_out_of_range();
  // A target has one policy that tracks its utilization.
  kept->scaling_policies = {described(*update.scaling_policy_update)};
  return {};
}

AutoScalingSettingsDescription shown(const std::optional<AutoScalingSettingsDescription>& kept) {
  return kept.value_or(AutoScalingSettingsDescription{.auto_scaling_disabled = true});
}

}  // namespace emu::dynamodb
