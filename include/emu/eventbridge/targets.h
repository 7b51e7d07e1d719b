// Targets: where the events of a rule go. Include <emu/eventbridge.h>.
// Source: Amazon EventBridge API Reference, the page of each operation.
#pragma once

#include <emu/eventbridge/buses.h>
#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::eventbridge {

// Variables, by names and JSON paths, and a text with <names> of them.
struct InputTransformer {
  std::map<std::string, std::string> input_paths_map = {};
  std::string input_template;
  static void describe(StructureShape<InputTransformer>& s);
};

struct SqsParameters {
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<SqsParameters>& s);
};

// 185 times and 24 hours when nothing is said.
struct RetryPolicy {
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::int32_t> maximum_event_age_in_seconds = {};
  static void describe(StructureShape<RetryPolicy>& s);
};

// A queue, topic, function, log group or event bus, with at most one of the three inputs. Without a
// role its own policy has to let EventBridge in.
struct Target {
  std::string id;
  std::string arn;
  std::optional<std::string> role_arn = {};
  std::optional<std::string> input = {};
  std::optional<std::string> input_path = {};
  std::optional<InputTransformer> input_transformer = {};
  std::optional<SqsParameters> sqs_parameters = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<RetryPolicy> retry_policy = {};
  static void describe(StructureShape<Target>& s);
};

struct PutTargetsResultEntry {
  std::string target_id = {};
  std::string error_code = {};
  std::string error_message = {};
  static void describe(StructureShape<PutTargetsResultEntry>& s);
};

struct PutTargetsResult {
  std::optional<std::int32_t> failed_entry_count = {};
  std::vector<PutTargetsResultEntry> failed_entries = {};
  static void describe(StructureShape<PutTargetsResult>& s);
};

// Adds targets, up to five of a rule, or replaces those of the same ids.
struct PutTargets {
  static constexpr OperationName kOperation{"eventbridge", "PutTargets"};
  using Result = PutTargetsResult;
  std::string rule;
  std::optional<std::string> event_bus_name = {};
  std::vector<Target> targets;
  static void describe(StructureShape<PutTargets>& s);
};

struct RemoveTargetsResultEntry {
  std::string target_id = {};
  std::string error_code = {};
  std::string error_message = {};
  static void describe(StructureShape<RemoveTargetsResultEntry>& s);
};

struct RemoveTargetsResult {
  std::optional<std::int32_t> failed_entry_count = {};
  std::vector<RemoveTargetsResultEntry> failed_entries = {};
  static void describe(StructureShape<RemoveTargetsResult>& s);
};

struct RemoveTargets {
  static constexpr OperationName kOperation{"eventbridge", "RemoveTargets"};
  using Result = RemoveTargetsResult;
  std::string rule;
  std::optional<std::string> event_bus_name = {};
  std::vector<std::string> ids;
  std::optional<bool> force = {};
  static void describe(StructureShape<RemoveTargets>& s);
};

struct ListTargetsByRuleResult {
  std::vector<Target> targets = {};
  std::string next_token = {};
  static void describe(StructureShape<ListTargetsByRuleResult>& s);
};

struct ListTargetsByRule {
  static constexpr OperationName kOperation{"eventbridge", "ListTargetsByRule"};
  using Result = ListTargetsByRuleResult;
  std::string rule;
  std::optional<std::string> event_bus_name = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> limit = {};
  static void describe(StructureShape<ListTargetsByRule>& s);
};

}  // namespace emu::eventbridge
