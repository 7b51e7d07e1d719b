// Auto scaling of tables' throughput: kept and described. Nothing scales by itself.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct AutoScalingTargetTrackingScalingPolicyConfigurationDescription {
  std::optional<bool> disable_scale_in = {};
  std::optional<std::int32_t> scale_in_cooldown = {};
  std::optional<std::int32_t> scale_out_cooldown = {};
  std::optional<double> target_value = {};
  static void describe(
      StructureShape<AutoScalingTargetTrackingScalingPolicyConfigurationDescription>& s);
};

struct AutoScalingPolicyDescription {
  std::string policy_name = {};
  std::optional<AutoScalingTargetTrackingScalingPolicyConfigurationDescription>
      target_tracking_scaling_policy_configuration = {};
  static void describe(StructureShape<AutoScalingPolicyDescription>& s);
};

struct AutoScalingSettingsDescription {
  std::optional<std::int64_t> minimum_units = {};
  std::optional<std::int64_t> maximum_units = {};
  std::optional<bool> auto_scaling_disabled = {};
  std::string auto_scaling_role_arn = {};
  std::vector<AutoScalingPolicyDescription> scaling_policies = {};
  static void describe(StructureShape<AutoScalingSettingsDescription>& s);
};

// Cooldowns are in seconds.
struct AutoScalingTargetTrackingScalingPolicyConfigurationUpdate {
  std::optional<bool> disable_scale_in = {};
  std::optional<std::int32_t> scale_in_cooldown = {};
  std::optional<std::int32_t> scale_out_cooldown = {};
  double target_value = {};
  static void describe(
      StructureShape<AutoScalingTargetTrackingScalingPolicyConfigurationUpdate>& s);
};

struct AutoScalingPolicyUpdate {
  std::optional<std::string> policy_name = {};
  AutoScalingTargetTrackingScalingPolicyConfigurationUpdate
      target_tracking_scaling_policy_configuration;
  static void describe(StructureShape<AutoScalingPolicyUpdate>& s);
};

// What is not given stays as it is.
struct AutoScalingSettingsUpdate {
  std::optional<std::int64_t> minimum_units = {};
  std::optional<std::int64_t> maximum_units = {};
  std::optional<bool> auto_scaling_disabled = {};
  std::optional<std::string> auto_scaling_role_arn = {};
  std::optional<AutoScalingPolicyUpdate> scaling_policy_update = {};
  static void describe(StructureShape<AutoScalingSettingsUpdate>& s);
};

}  // namespace emu::dynamodb
