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

// Source of what a queue takes: AWS Lambda API Reference, "CreateEventSourceMapping".
Status check_source(const CreateEventSourceMapping& in, const std::string& region) {
  if (in.event_source_arn.empty()) return source_missing();
  const std::optional<Arn> source = Arn::parse(in.event_source_arn);
  if (!source || source->service != "sqs") return source_unsupported(in.event_source_arn);
  if (source->region != region) return source_in_other_region(source->region, region);
  if (in.starting_position || in.starting_position_timestamp) {
    return queue_has_no_starting_position();
  }
  if (!in.topics.empty()) return parameter_unsupported_for_sqs("Topics");
  if (!in.queues.empty()) return parameter_unsupported_for_sqs("Queues");
  return check_no_stream_settings(in);
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
  return out;
}

}  // namespace

// Parameters are checked before the role and the queue, and a second mapping last. Source: Lambda
// Developer Guide, "Creating and configuring an Amazon SQS event source mapping".
Result<EventSourceMappingConfiguration> Lambda::create_event_source_mapping(
    Call& call, const CreateEventSourceMapping& in) {
  EMU_CHECK(check_source(in, call.region()));
  EMU_TRY(const FunctionPtr function, find_mapped(call, in.function_name));
  EventSourceMappingConfiguration configuration = configuration_of(in);
  EMU_CHECK(check_batch(configuration));
  EMU_CHECK(filters_of(configuration.filter_criteria));
  EMU_CHECK(check_tags(in.tags));
  EMU_CHECK(check_queue(world_, configuration, *function->revision));
  // The check called SQS, and others may have come in between.
  if (function->is_deleted()) return mapped_function_missing();
  State& stored = function->home->stored;
  configuration.function_arn = function->arn();
  EMU_CHECK(check_unique(stored, configuration, function->revision->name));

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
