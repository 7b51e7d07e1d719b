#include <emu/lambda/event_source_mapping.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

namespace {

// What can be set of a mapping, when it is created and later.
template <class Op>
void describe_mapping_settings(StructureShape<Op>& s) {
  s.member("Enabled", &Op::enabled);
  s.member("BatchSize", &Op::batch_size).range(1, 10000);
  s.member("FilterCriteria", &Op::filter_criteria);
  s.member("MaximumBatchingWindowInSeconds", &Op::maximum_batching_window_in_seconds).range(0, 300);
  s.member("FunctionResponseTypes", &Op::function_response_types)
      .range(0, 1)
      .each({.values = {"ReportBatchItemFailures"}});
  s.member("ScalingConfig", &Op::scaling_config);
  s.member("KMSKeyArn", &Op::kms_key_arn)
      .pattern(&patterns::is_resource_or_empty, patterns::kResource);
  s.member("ParallelizationFactor", &Op::parallelization_factor).range(1, 10);
  s.member("DestinationConfig", &Op::destination_config);
  s.member("MaximumRecordAgeInSeconds", &Op::maximum_record_age_in_seconds).range(-1, 604800);
  s.member("BisectBatchOnFunctionError", &Op::bisect_batch_on_function_error);
  s.member("MaximumRetryAttempts", &Op::maximum_retry_attempts).range(-1, 10000);
  s.member("TumblingWindowInSeconds", &Op::tumbling_window_in_seconds).range(0, 900);
}

}  // namespace

void Filter::describe(StructureShape<Filter>& s) {
  s.member("Pattern", &Filter::pattern).range(0, 4096);
}

void FilterCriteria::describe(StructureShape<FilterCriteria>& s) {
  s.member("Filters", &FilterCriteria::filters);
}

void ScalingConfig::describe(StructureShape<ScalingConfig>& s) {
  s.member("MaximumConcurrency", &ScalingConfig::maximum_concurrency).range(2, 1000);
}

void EventSourceMappingConfiguration::describe(StructureShape<EventSourceMappingConfiguration>& s) {
  using E = EventSourceMappingConfiguration;
  s.member("UUID", &E::uuid);
  s.member("BatchSize", &E::batch_size);
  s.member("MaximumBatchingWindowInSeconds", &E::maximum_batching_window_in_seconds);
  s.member("EventSourceArn", &E::event_source_arn);
  s.member("FilterCriteria", &E::filter_criteria);
  s.member("FunctionArn", &E::function_arn);
  s.member("LastModified", &E::last_modified);
  s.member("LastProcessingResult", &E::last_processing_result);
  s.member("State", &E::state);
  s.member("StateTransitionReason", &E::state_transition_reason);
  s.member("FunctionResponseTypes", &E::function_response_types).always();
  s.member("ScalingConfig", &E::scaling_config);
  s.member("KMSKeyArn", &E::kms_key_arn);
  s.member("EventSourceMappingArn", &E::event_source_mapping_arn);
  s.member("StartingPosition", &E::starting_position);
  s.member("ParallelizationFactor", &E::parallelization_factor);
  s.member("DestinationConfig", &E::destination_config);
  s.member("MaximumRecordAgeInSeconds", &E::maximum_record_age_in_seconds);
  s.member("BisectBatchOnFunctionError", &E::bisect_batch_on_function_error);
  s.member("MaximumRetryAttempts", &E::maximum_retry_attempts);
  s.member("TumblingWindowInSeconds", &E::tumbling_window_in_seconds);
}

void CreateEventSourceMapping::describe(StructureShape<CreateEventSourceMapping>& s) {
  using C = CreateEventSourceMapping;
  s.member("EventSourceArn", &C::event_source_arn).pattern(&patterns::is_arn, patterns::kArn);
  s.member("FunctionName", &C::function_name)
      .required()
      .range(1, 256)
      .pattern(&patterns::is_namespaced_function_name, patterns::kNamespacedFunctionName);
  describe_mapping_settings(s);
  s.member("Tags", &C::tags);
  s.member("StartingPosition", &C::starting_position)
      .one_of({"TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"});
  s.member("StartingPositionTimestamp", &C::starting_position_timestamp);
  s.member("Topics", &C::topics).range(1, 1);
  s.member("Queues", &C::queues).range(1, 1);
}

void GetEventSourceMapping::describe(StructureShape<GetEventSourceMapping>& s) {
  s.member("UUID", &GetEventSourceMapping::uuid).path("UUID").required();
}

void ListEventSourceMappingsResult::describe(StructureShape<ListEventSourceMappingsResult>& s) {
  s.member("NextMarker", &ListEventSourceMappingsResult::next_marker);
  s.member("EventSourceMappings", &ListEventSourceMappingsResult::event_source_mappings).always();
}

void ListEventSourceMappings::describe(StructureShape<ListEventSourceMappings>& s) {
  s.member("EventSourceArn", &ListEventSourceMappings::event_source_arn)
      .query("EventSourceArn")
      .pattern(&patterns::is_arn, patterns::kArn);
  s.member("FunctionName", &ListEventSourceMappings::function_name)
      .query("FunctionName")
      .range(1, 256)
      .pattern(&patterns::is_namespaced_function_name, patterns::kNamespacedFunctionName);
  describe_page(s, 10000);
}

void UpdateEventSourceMapping::describe(StructureShape<UpdateEventSourceMapping>& s) {
  s.member("UUID", &UpdateEventSourceMapping::uuid).path("UUID").required();
  s.member("FunctionName", &UpdateEventSourceMapping::function_name)
      .range(1, 256)
      .pattern(&patterns::is_namespaced_function_name, patterns::kNamespacedFunctionName);
  describe_mapping_settings(s);
}

void DeleteEventSourceMapping::describe(StructureShape<DeleteEventSourceMapping>& s) {
  s.member("UUID", &DeleteEventSourceMapping::uuid).path("UUID").required();
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::Filter);
EMU_DESCRIBED(lambda::FilterCriteria);
EMU_DESCRIBED(lambda::ScalingConfig);
EMU_DESCRIBED(lambda::EventSourceMappingConfiguration);
EMU_DESCRIBED_OPERATION(lambda::CreateEventSourceMapping);
EMU_DESCRIBED_OPERATION(lambda::GetEventSourceMapping);
EMU_DESCRIBED(lambda::ListEventSourceMappingsResult);
EMU_DESCRIBED_OPERATION(lambda::ListEventSourceMappings);
EMU_DESCRIBED_OPERATION(lambda::UpdateEventSourceMapping);
EMU_DESCRIBED_OPERATION(lambda::DeleteEventSourceMapping);
}  // namespace emu
