#include <emu/dynamodb/auto_scaling.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void AutoScalingTargetTrackingScalingPolicyConfigurationDescription::describe(
    StructureShape<AutoScalingTargetTrackingScalingPolicyConfigurationDescription>& s) {
  s.member("DisableScaleIn",
           &AutoScalingTargetTrackingScalingPolicyConfigurationDescription::disable_scale_in);
  s.member("ScaleInCooldown",
           &AutoScalingTargetTrackingScalingPolicyConfigurationDescription::scale_in_cooldown);
  s.member("ScaleOutCooldown",
           &AutoScalingTargetTrackingScalingPolicyConfigurationDescription::scale_out_cooldown);
  s.member("TargetValue",
           &AutoScalingTargetTrackingScalingPolicyConfigurationDescription::target_value);
}

void AutoScalingPolicyDescription::describe(StructureShape<AutoScalingPolicyDescription>& s) {
  s.member("PolicyName", &AutoScalingPolicyDescription::policy_name);
  s.member("TargetTrackingScalingPolicyConfiguration",
           &AutoScalingPolicyDescription::target_tracking_scaling_policy_configuration);
}

void AutoScalingSettingsDescription::describe(StructureShape<AutoScalingSettingsDescription>& s) {
  s.member("MinimumUnits", &AutoScalingSettingsDescription::minimum_units);
  s.member("MaximumUnits", &AutoScalingSettingsDescription::maximum_units);
  s.member("AutoScalingDisabled", &AutoScalingSettingsDescription::auto_scaling_disabled);
  s.member("AutoScalingRoleArn", &AutoScalingSettingsDescription::auto_scaling_role_arn);
  s.member("ScalingPolicies", &AutoScalingSettingsDescription::scaling_policies);
}

void AutoScalingTargetTrackingScalingPolicyConfigurationUpdate::describe(
    StructureShape<AutoScalingTargetTrackingScalingPolicyConfigurationUpdate>& s) {
  s.member("DisableScaleIn",
           &AutoScalingTargetTrackingScalingPolicyConfigurationUpdate::disable_scale_in);
  s.member("ScaleInCooldown",
           &AutoScalingTargetTrackingScalingPolicyConfigurationUpdate::scale_in_cooldown);
  s.member("ScaleOutCooldown",
           &AutoScalingTargetTrackingScalingPolicyConfigurationUpdate::scale_out_cooldown);
  s.member("TargetValue", &AutoScalingTargetTrackingScalingPolicyConfigurationUpdate::target_value)
      .required();
}

void AutoScalingPolicyUpdate::describe(StructureShape<AutoScalingPolicyUpdate>& s) {
  s.member("PolicyName", &AutoScalingPolicyUpdate::policy_name).range(1, 256);
  s.member("TargetTrackingScalingPolicyConfiguration",
           &AutoScalingPolicyUpdate::target_tracking_scaling_policy_configuration)
      .required();
}

void AutoScalingSettingsUpdate::describe(StructureShape<AutoScalingSettingsUpdate>& s) {
  s.member("MinimumUnits", &AutoScalingSettingsUpdate::minimum_units).at_least(1);
  s.member("MaximumUnits", &AutoScalingSettingsUpdate::maximum_units).at_least(1);
  s.member("AutoScalingDisabled", &AutoScalingSettingsUpdate::auto_scaling_disabled);
  s.member("AutoScalingRoleArn", &AutoScalingSettingsUpdate::auto_scaling_role_arn).range(1, 1600);
  s.member("ScalingPolicyUpdate", &AutoScalingSettingsUpdate::scaling_policy_update);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::AutoScalingTargetTrackingScalingPolicyConfigurationDescription);
EMU_DESCRIBED(dynamodb::AutoScalingPolicyDescription);
EMU_DESCRIBED(dynamodb::AutoScalingSettingsDescription);
EMU_DESCRIBED(dynamodb::AutoScalingTargetTrackingScalingPolicyConfigurationUpdate);
EMU_DESCRIBED(dynamodb::AutoScalingPolicyUpdate);
EMU_DESCRIBED(dynamodb::AutoScalingSettingsUpdate);
}  // namespace emu
