#include <emu/describe.h>
#include <emu/eventbridge/targets.h>

#include "eventbridge/names.h"

namespace emu::eventbridge {

void InputTransformer::describe(StructureShape<InputTransformer>& s) {
  s.member("InputPathsMap", &InputTransformer::input_paths_map).range(0, 100).each({.max = 256});
  s.member("InputTemplate", &InputTransformer::input_template).required().range(1, 8192);
}

void SqsParameters::describe(StructureShape<SqsParameters>& s) {
  s.member("MessageGroupId", &SqsParameters::message_group_id).range(0, 100);
}

void RetryPolicy::describe(StructureShape<RetryPolicy>& s) {
  s.member("MaximumRetryAttempts", &RetryPolicy::maximum_retry_attempts).range(0, 185);
  s.member("MaximumEventAgeInSeconds", &RetryPolicy::maximum_event_age_in_seconds).range(60, 86400);
}

void Target::describe(StructureShape<Target>& s) {
  s.member("Id", &Target::id).required().range(1, 64).pattern(&is_plain_name, kPlainNamePattern);
  s.member("Arn", &Target::arn).required().range(1, 1600);
  s.member("RoleArn", &Target::role_arn).range(1, 1600);
  s.member("Input", &Target::input).range(0, 8192);
  s.member("InputPath", &Target::input_path).range(0, 256);
  s.member("InputTransformer", &Target::input_transformer);
  s.member("SqsParameters", &Target::sqs_parameters);
  s.member("DeadLetterConfig", &Target::dead_letter_config);
  s.member("RetryPolicy", &Target::retry_policy);
}

void PutTargetsResultEntry::describe(StructureShape<PutTargetsResultEntry>& s) {
  s.member("TargetId", &PutTargetsResultEntry::target_id);
  s.member("ErrorCode", &PutTargetsResultEntry::error_code);
  s.member("ErrorMessage", &PutTargetsResultEntry::error_message);
}

void PutTargetsResult::describe(StructureShape<PutTargetsResult>& s) {
  s.member("FailedEntryCount", &PutTargetsResult::failed_entry_count);
  s.member("FailedEntries", &PutTargetsResult::failed_entries).always();
}

void PutTargets::describe(StructureShape<PutTargets>& s) {
  s.member("Rule", &PutTargets::rule)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &PutTargets::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
  s.member("Targets", &PutTargets::targets).required().range(1, 100);
}

void RemoveTargetsResultEntry::describe(StructureShape<RemoveTargetsResultEntry>& s) {
  s.member("TargetId", &RemoveTargetsResultEntry::target_id);
  s.member("ErrorCode", &RemoveTargetsResultEntry::error_code);
  s.member("ErrorMessage", &RemoveTargetsResultEntry::error_message);
}

void RemoveTargetsResult::describe(StructureShape<RemoveTargetsResult>& s) {
  s.member("FailedEntryCount", &RemoveTargetsResult::failed_entry_count);
  s.member("FailedEntries", &RemoveTargetsResult::failed_entries).always();
}

void RemoveTargets::describe(StructureShape<RemoveTargets>& s) {
  s.member("Rule", &RemoveTargets::rule)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &RemoveTargets::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
  s.member("Ids", &RemoveTargets::ids).required().range(1, 100).each({.min = 1, .max = 64});
  s.member("Force", &RemoveTargets::force);
}

void ListTargetsByRuleResult::describe(StructureShape<ListTargetsByRuleResult>& s) {
  s.member("Targets", &ListTargetsByRuleResult::targets).always();
  s.member("NextToken", &ListTargetsByRuleResult::next_token);
}

void ListTargetsByRule::describe(StructureShape<ListTargetsByRule>& s) {
  s.member("Rule", &ListTargetsByRule::rule)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &ListTargetsByRule::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
  s.member("NextToken", &ListTargetsByRule::next_token).range(1, 2048);
  s.member("Limit", &ListTargetsByRule::limit).range(1, 100);
}

}  // namespace emu::eventbridge

namespace emu {
EMU_DESCRIBED(eventbridge::InputTransformer);
EMU_DESCRIBED(eventbridge::SqsParameters);
EMU_DESCRIBED(eventbridge::RetryPolicy);
EMU_DESCRIBED(eventbridge::Target);
EMU_DESCRIBED(eventbridge::PutTargetsResultEntry);
EMU_DESCRIBED(eventbridge::PutTargetsResult);
EMU_DESCRIBED_OPERATION(eventbridge::PutTargets);
EMU_DESCRIBED(eventbridge::RemoveTargetsResultEntry);
EMU_DESCRIBED(eventbridge::RemoveTargetsResult);
EMU_DESCRIBED_OPERATION(eventbridge::RemoveTargets);
EMU_DESCRIBED(eventbridge::ListTargetsByRuleResult);
EMU_DESCRIBED_OPERATION(eventbridge::ListTargetsByRule);
}  // namespace emu
