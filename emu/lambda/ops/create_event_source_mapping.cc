#include <emu/arn.h>
#include <fmt/format.h>

#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/mapping_checks.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Error source_missing() { return invalid_parameter("Unrecognized event source."); }

Error source_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("Unrecognized event source. Unsupported source arn : {}", arn));
}

Error queue_has_no_starting_position() {
  return invalid_parameter("StartingPosition is not valid for SQS event sources.");
}

Error source_in_other_region(std::string_view source_region, std::string_view region) {
  return invalid_parameter(
      fmt::format("The event source's region ({}) does not match the function's region ({})",
                  source_region, region));
}

// As clients report it.
Error starting_position_missing() {
  return invalid_parameter(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: "
      "Member must not be null.");
}

Error stream_has_no_timestamps() {
  return invalid_parameter("AT_TIMESTAMP is not valid for DynamoDB event sources.");
}

Status check_starting_position(const CreateEventSourceMapping& in, const Arn& source) {
  if (source.service == "sqs") {
    const bool has_none = !in.starting_position && !in.starting_position_timestamp;
    return has_none ? Status() : queue_has_no_starting_position();
  }
  if (!in.starting_position) return starting_position_missing();
  if (*in.starting_position == "AT_TIMESTAMP" || in.starting_position_timestamp) {
    return stream_has_no_timestamps();
  }
  return {};
}

// Source of what a queue and a stream take: AWS Lambda API Reference, "CreateEventSourceMapping".
Status check_source_of(const CreateEventSourceMapping& in, const std::string& region) {
  if (in.event_source_arn.empty()) return source_missing();
  const std::optional<Arn> source = Arn::parse(in.event_source_arn);
  if (!source || (source->service != "sqs" && source->service != "dynamodb")) {
    return source_unsupported(in.event_source_arn);
  }
  if (source->region != region) return source_in_other_region(source->region, region);
  EMU_CHECK(check_starting_position(in, *source));
  if (!in.topics.empty()) return parameter_unsupported("Topics");
  if (!in.queues.empty()) return parameter_unsupported("Queues");
  if (source->service == "dynamodb") return {};
  return check_no_stream_settings(in);
}

void set_stream_settings(const CreateEventSourceMapping& in, EventSourceMappingConfiguration& out) {
  out.batch_size = in.batch_size.value_or(kStreamBatchSizeDefault);
  out.last_processing_result = "No records processed";
  out.state_transition_reason = "User action";
  out.starting_position = in.starting_position;
  out.parallelization_factor = in.parallelization_factor.value_or(1);
  out.destination_config = in.destination_config.value_or(DestinationConfig{});
  if (!out.destination_config->on_failure) out.destination_config->on_failure.emplace();
  out.maximum_record_age_in_seconds = in.maximum_record_age_in_seconds.value_or(-1);
  out.bisect_batch_on_function_error = in.bisect_batch_on_function_error.value_or(false);
  out.maximum_retry_attempts = in.maximum_retry_attempts.value_or(-1);
  out.tumbling_window_in_seconds = in.tumbling_window_in_seconds.value_or(0);
}

EventSourceMappingConfiguration configuration_of(const CreateEventSourceMapping& in) {
  EventSourceMappingConfiguration out;
  out.batch_size = in.batch_size.value_or(kBatchSizeDefault);
  out.maximum_batching_window_in_seconds =
      in.maximum_batching_window_in_seconds.value_or(std::chrono::seconds(0));
  out.event_source_arn = in.event_source_arn;
  if (in.filter_criteria && !in.filter_criteria->filters.empty()) {
    out.filter_criteria = in.filter_criteria;
  }
  out.state_transition_reason = "USER_INITIATED";
  out.function_response_types = in.function_response_types;
  if (in.scaling_config && in.scaling_config->maximum_concurrency) {
    out.scaling_config = in.scaling_config;
  }
  out.kms_key_arn = in.kms_key_arn;
  if (is_stream(out)) set_stream_settings(in, out);
  return out;
}

}  // namespace

// Parameters are checked before the role and the source, and a second mapping last. Source: Lambda
// Developer Guide, "Creating and configuring an Amazon SQS event source mapping".
Result<EventSourceMappingConfiguration> Lambda::create_event_source_mapping(
    Call& call, const CreateEventSourceMapping& in) {
  EMU_CHECK(check_source_of(in, call.region()));
  EMU_TRY(const FunctionPtr function, find_mapped(call, in.function_name));
  EventSourceMappingConfiguration configuration = configuration_of(in);
  EMU_CHECK(check_settings(configuration));
  EMU_CHECK(filters_of(configuration.filter_criteria));
  EMU_CHECK(check_tags(in.tags));
  EMU_CHECK(check_source(world_, configuration, *function->revision));
  // The check made calls, and others may have come in between.
  if (function->is_deleted()) return mapped_function_missing();
  State& stored = function->home->stored;
  configuration.function_arn = function->arn();
  EMU_CHECK(check_unique(stored, configuration, function->revision->name));
  if (in.enabled.value_or(true)) EMU_CHECK(check_may_enable(stored));

  configuration.uuid = world_.uuid();
  configuration.last_modified = world_.now();
  configuration.event_source_mapping_arn =
      fmt::format("arn:aws:lambda:{}:{}:event-source-mapping:{}", stored.region, stored.account,
                  configuration.uuid);
  call.subject = configuration.uuid;
  configuration.state = "Creating";
  stored.mappings.push_back(
      {.configuration = configuration, .tags = in.tags, .is_enabled = in.enabled.value_or(true)});
  mappings_.arrange(*function->home, stored.mappings.back());
  return configuration;
}

}  // namespace emu::lambda
