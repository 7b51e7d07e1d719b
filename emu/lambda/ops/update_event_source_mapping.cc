#include "lambda/errors.h"
#include "lambda/mapping_checks.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

EventSourceMappingConfiguration updated(const EventSourceMappingConfiguration& now,
                                        const UpdateEventSourceMapping& in) {
  EventSourceMappingConfiguration out = now;
  if (in.batch_size) out.batch_size = *in.batch_size;
  if (in.maximum_batching_window_in_seconds) {
    out.maximum_batching_window_in_seconds = *in.maximum_batching_window_in_seconds;
  }
  if (in.function_response_types) out.function_response_types = *in.function_response_types;
  if (in.kms_key_arn) out.kms_key_arn = in.kms_key_arn;
  if (in.filter_criteria) out.filter_criteria = in.filter_criteria;
  if (in.scaling_config) out.scaling_config = in.scaling_config;
  if (in.parallelization_factor) out.parallelization_factor = in.parallelization_factor;
  if (in.destination_config) out.destination_config = in.destination_config;
  if (in.maximum_record_age_in_seconds) {
    out.maximum_record_age_in_seconds = in.maximum_record_age_in_seconds;
  }
  if (in.bisect_batch_on_function_error) {
    out.bisect_batch_on_function_error = in.bisect_batch_on_function_error;
  }
  if (in.maximum_retry_attempts) out.maximum_retry_attempts = in.maximum_retry_attempts;
  if (in.tumbling_window_in_seconds) out.tumbling_window_in_seconds = in.tumbling_window_in_seconds;
  // Empty values take these away.
  if (out.filter_criteria && out.filter_criteria->filters.empty()) out.filter_criteria.reset();
  if (out.scaling_config && !out.scaling_config->maximum_concurrency) out.scaling_config.reset();
  if (out.kms_key_arn == "") out.kms_key_arn.reset();
  out.state_transition_reason = is_stream(out) ? "User action" : "USER_INITIATED";
  return out;
}

}  // namespace

Result<EventSourceMappingConfiguration> Lambda::update_event_source_mapping(
    Call& call, const UpdateEventSourceMapping& in) {
  call.subject = in.uuid;
  Region& region = region_of(call);
  Mapping* mapping = region.stored.find_mapping(in.uuid);
  if (mapping == nullptr) return resource_not_found();
  if (!is_stream(mapping->configuration)) EMU_CHECK(check_no_stream_settings(in));
  EventSourceMappingConfiguration configuration = updated(mapping->configuration, in);
  EMU_CHECK(check_settings(configuration));
  EMU_CHECK(filters_of(configuration.filter_criteria));
  if (mapping->is_in_transition()) return mapping_is_busy();
  const std::string function_name = in.function_name.value_or(configuration.function_arn);
  EMU_TRY(const FunctionPtr function, find_mapped(call, function_name));
  EMU_CHECK(check_source(world_, configuration, *function->revision));
  // The check made calls, and others may have come in between.
  mapping = region.stored.find_mapping(in.uuid);
  if (mapping == nullptr || mapping->is_in_transition()) return mapping_is_busy();
  configuration = updated(mapping->configuration, in);
  EMU_CHECK(check_settings(configuration));
  configuration.function_arn = function->arn();
  EMU_CHECK(check_unique(region.stored, configuration, function->revision->name));
  if (in.enabled.value_or(false) && !mapping->is_enabled) {
    EMU_CHECK(check_may_enable(region.stored));
  }

  configuration.last_modified = world_.now();
  const bool was_enabled = mapping->is_enabled;
  mapping->is_enabled = in.enabled.value_or(was_enabled);
  mapping->configuration = std::move(configuration);
  const char* on_the_way = "Updating";
  if (mapping->is_enabled != was_enabled) {
    on_the_way = mapping->is_enabled ? "Enabling" : "Disabling";
  }
  mappings_.change(region, *mapping, on_the_way);
  return mapping->configuration;
}

}  // namespace emu::lambda
