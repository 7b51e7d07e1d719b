#include <emu/describe.h>
#include <emu/eventbridge/buses.h>

#include "eventbridge/names.h"

namespace emu::eventbridge {

void DeadLetterConfig::describe(StructureShape<DeadLetterConfig>& s) {
  s.member("Arn", &DeadLetterConfig::arn).range(1, 1600);
}

void LogConfig::describe(StructureShape<LogConfig>& s) {
  s.member("IncludeDetail", &LogConfig::include_detail).one_of({"NONE", "FULL"});
  s.member("Level", &LogConfig::level).one_of({"OFF", "ERROR", "INFO", "TRACE"});
}

void CreateEventBusResult::describe(StructureShape<CreateEventBusResult>& s) {
  s.member("EventBusArn", &CreateEventBusResult::event_bus_arn);
  s.member("Description", &CreateEventBusResult::description);
  s.member("KmsKeyIdentifier", &CreateEventBusResult::kms_key_identifier);
  s.member("DeadLetterConfig", &CreateEventBusResult::dead_letter_config);
  s.member("LogConfig", &CreateEventBusResult::log_config);
}

void CreateEventBus::describe(StructureShape<CreateEventBus>& s) {
  s.member("Name", &CreateEventBus::name)
      .required()
      .range(1, 256)
      .pattern(&is_bus_name, kBusNamePattern);
  s.member("EventSourceName", &CreateEventBus::event_source_name).range(1, 256);
  s.member("Description", &CreateEventBus::description).range(0, 512);
  s.member("KmsKeyIdentifier", &CreateEventBus::kms_key_identifier).range(0, 2048);
  s.member("DeadLetterConfig", &CreateEventBus::dead_letter_config);
  s.member("LogConfig", &CreateEventBus::log_config);
  s.member("Tags", &CreateEventBus::tags);
}

void DescribeEventBusResult::describe(StructureShape<DescribeEventBusResult>& s) {
  s.member("Name", &DescribeEventBusResult::name);
  s.member("Arn", &DescribeEventBusResult::arn);
  s.member("Description", &DescribeEventBusResult::description);
  s.member("KmsKeyIdentifier", &DescribeEventBusResult::kms_key_identifier);
  s.member("DeadLetterConfig", &DescribeEventBusResult::dead_letter_config);
  s.member("Policy", &DescribeEventBusResult::policy);
  s.member("LogConfig", &DescribeEventBusResult::log_config);
  s.member("CreationTime", &DescribeEventBusResult::creation_time);
  s.member("LastModifiedTime", &DescribeEventBusResult::last_modified_time);
}

void DescribeEventBus::describe(StructureShape<DescribeEventBus>& s) {
  s.member("Name", &DescribeEventBus::name).range(1, 1600).pattern(&is_bus, kBusPattern);
}

void UpdateEventBusResult::describe(StructureShape<UpdateEventBusResult>& s) {
  s.member("Arn", &UpdateEventBusResult::arn);
  s.member("Name", &UpdateEventBusResult::name);
  s.member("KmsKeyIdentifier", &UpdateEventBusResult::kms_key_identifier);
  s.member("Description", &UpdateEventBusResult::description);
  s.member("DeadLetterConfig", &UpdateEventBusResult::dead_letter_config);
  s.member("LogConfig", &UpdateEventBusResult::log_config);
}

void UpdateEventBus::describe(StructureShape<UpdateEventBus>& s) {
  s.member("Name", &UpdateEventBus::name).range(1, 256).pattern(&is_bus_name, kBusNamePattern);
  s.member("KmsKeyIdentifier", &UpdateEventBus::kms_key_identifier).range(0, 2048);
  s.member("Description", &UpdateEventBus::description).range(0, 512);
  s.member("DeadLetterConfig", &UpdateEventBus::dead_letter_config);
  s.member("LogConfig", &UpdateEventBus::log_config);
}

void DeleteEventBus::describe(StructureShape<DeleteEventBus>& s) {
  s.member("Name", &DeleteEventBus::name)
      .required()
      .range(1, 256)
      .pattern(&is_bus_name, kBusNamePattern);
}

void EventBus::describe(StructureShape<EventBus>& s) {
  s.member("Name", &EventBus::name);
  s.member("Arn", &EventBus::arn);
  s.member("Description", &EventBus::description);
  s.member("Policy", &EventBus::policy);
  s.member("CreationTime", &EventBus::creation_time);
  s.member("LastModifiedTime", &EventBus::last_modified_time);
}

void ListEventBusesResult::describe(StructureShape<ListEventBusesResult>& s) {
  s.member("EventBuses", &ListEventBusesResult::event_buses).always();
  s.member("NextToken", &ListEventBusesResult::next_token);
}

void ListEventBuses::describe(StructureShape<ListEventBuses>& s) {
  s.member("NamePrefix", &ListEventBuses::name_prefix)
      .range(1, 256)
      .pattern(&is_bus_name, kBusNamePattern);
  s.member("NextToken", &ListEventBuses::next_token).range(1, 2048);
  s.member("Limit", &ListEventBuses::limit).range(1, 100);
}

void Condition::describe(StructureShape<Condition>& s) {
  s.member("Type", &Condition::type).required();
  s.member("Key", &Condition::key).required();
  s.member("Value", &Condition::value).required();
}

void PutPermission::describe(StructureShape<PutPermission>& s) {
  s.member("EventBusName", &PutPermission::event_bus_name)
      .range(1, 256)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("Action", &PutPermission::action).range(1, 64).pattern(&is_action, kActionPattern);
  s.member("Principal", &PutPermission::principal)
      .range(1, 12)
      .pattern(&is_principal, kPrincipalPattern);
  s.member("StatementId", &PutPermission::statement_id)
      .range(1, 64)
      .pattern(&is_statement_id, kStatementIdPattern);
  s.member("Condition", &PutPermission::condition);
  s.member("Policy", &PutPermission::policy);
}

void RemovePermission::describe(StructureShape<RemovePermission>& s) {
  s.member("StatementId", &RemovePermission::statement_id)
      .range(1, 64)
      .pattern(&is_statement_id, kStatementIdPattern);
  s.member("RemoveAllPermissions", &RemovePermission::remove_all_permissions);
  s.member("EventBusName", &RemovePermission::event_bus_name)
      .range(1, 256)
      .pattern(&is_plain_name, kPlainNamePattern);
}

}  // namespace emu::eventbridge

namespace emu {
EMU_DESCRIBED(eventbridge::DeadLetterConfig);
EMU_DESCRIBED(eventbridge::LogConfig);
EMU_DESCRIBED(eventbridge::CreateEventBusResult);
EMU_DESCRIBED_OPERATION(eventbridge::CreateEventBus);
EMU_DESCRIBED(eventbridge::DescribeEventBusResult);
EMU_DESCRIBED_OPERATION(eventbridge::DescribeEventBus);
EMU_DESCRIBED(eventbridge::UpdateEventBusResult);
EMU_DESCRIBED_OPERATION(eventbridge::UpdateEventBus);
EMU_DESCRIBED_OPERATION(eventbridge::DeleteEventBus);
EMU_DESCRIBED(eventbridge::EventBus);
EMU_DESCRIBED(eventbridge::ListEventBusesResult);
EMU_DESCRIBED_OPERATION(eventbridge::ListEventBuses);
EMU_DESCRIBED(eventbridge::Condition);
EMU_DESCRIBED_OPERATION(eventbridge::PutPermission);
EMU_DESCRIBED_OPERATION(eventbridge::RemovePermission);
}  // namespace emu
