#include "lambda/mapping_checks.h"

#include <emu/arn.h>
#include <emu/dynamodbstreams.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "core/base/assert.h"
#include "core/text/queue_url.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/role_session.h"

namespace emu::lambda {

namespace {

// Source: AWS Lambda API Reference, "CreateEventSourceMapping", MaximumBatchingWindowInSeconds.
Error batch_needs_window() {
  return invalid_parameter(
      fmt::format("Maximum batch window in seconds must be greater than 0 if maximum batch size is "
                  "greater than {}",
                  kBatchSizeWithoutWindowMax));
}

Error fifo_has_no_window() {
  return invalid_parameter("Batching window is not supported for FIFO queues");
}

Error too_many_filters() {
  return invalid_parameter(fmt::format(
      "The number of filters exceeds the limit of {} for an event source mapping.", kFiltersMax));
}

Error source_does_not_answer(std::string_view operation, const Error& error) {
  // Lambda shows the code by its name in SQS's Query protocol.
  const bool missing = error.code == sqs::errors::kQueueDoesNotExist;
  return invalid_parameter(fmt::format(
      "Error occurred while {}. SQS Error Code: {}. SQS Error Message: {}", operation,
      missing ? std::string_view("AWS.SimpleQueueService.NonExistentQueue") : error.code,
      error.message));
}

Error visibility_too_short(std::chrono::seconds visibility, std::chrono::seconds timeout) {
  return invalid_parameter(
      fmt::format("Queue visibility timeout: {} seconds is less than Function timeout: {} seconds",
                  visibility.count(), timeout.count()));
}

Error stream_not_found(std::string_view arn) {
  return invalid_parameter(fmt::format("Stream not found: {}", arn));
}

// As clients report it.
Error stream_not_accessible(std::string_view arn) {
  return invalid_parameter(fmt::format(
      "Cannot access stream {}. Please ensure the role can perform the GetRecords, "
      "GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.",
      arn));
}

Error record_age_too_short() {
  return invalid_parameter(
      fmt::format("MaximumRecordAgeInSeconds must be -1 or at least {} seconds", kRecordAgeMin));
}

Error too_many_enabled() {
  return invalid_parameter(fmt::format(
      "No more than {} event source mappings can be enabled at a time here", kEnabledMappingsMax));
}

Error tumbling_windows_unsupported() {
  return invalid_parameter("Tumbling windows are not supported here");
}

Error discard_destination_unsupported(std::string_view arn) {
  return invalid_parameter(fmt::format(
      "The provided destination {} is not supported: only SQS queues and SNS topics are", arn));
}

// The queue or topic that is told of discarded records; empty when there is none.
std::string discard_destination(const EventSourceMappingConfiguration& mapping) {
  if (!mapping.destination_config || !mapping.destination_config->on_failure) return {};
  return mapping.destination_config->on_failure->destination.value_or(std::string());
}

Status check_discard_destination(World& world, const EventSourceMappingConfiguration& mapping,
                                 const Caller& role) {
  const std::string target = discard_destination(mapping);
  if (target.empty()) return {};
  const std::optional<Arn> arn = Arn::parse(target);
  const bool is_topic = arn && arn->service == "sns";
  const bool is_known = is_topic || (arn && arn->service == "sqs");
  if (!is_known || is_fifo_queue(target)) return discard_destination_unsupported(target);
  if (!may(world, role, is_topic ? "sns:Publish" : "sqs:SendMessage", target)) {
    return is_topic ? role_lacks_permission("Publish", "SNS")
                    : role_lacks_permission("SendMessage", "SQS");
  }
  return {};
}

}  // namespace

bool is_stream(const EventSourceMappingConfiguration& mapping) {
  const std::optional<Arn> arn = Arn::parse(mapping.event_source_arn);
  return arn && arn->service == "dynamodb";
}

Status check_settings(const EventSourceMappingConfiguration& mapping) {
  return is_stream(mapping) ? check_stream_settings(mapping) : check_batch(mapping);
}

Status check_source(World& world, const EventSourceMappingConfiguration& mapping,
                    const Revision& revision) {
  return is_stream(mapping) ? check_stream(world, mapping, revision)
                            : check_queue(world, mapping, revision);
}

Status check_stream_settings(const EventSourceMappingConfiguration& mapping) {
  if (mapping.scaling_config) return parameter_unsupported("ScalingConfig");
  if (mapping.tumbling_window_in_seconds.value_or(0) != 0) return tumbling_windows_unsupported();
  const std::int32_t age = mapping.maximum_record_age_in_seconds.value_or(-1);
  if (age != -1 && age < kRecordAgeMin) return record_age_too_short();
  return {};
}

Status check_stream(World& world, const EventSourceMappingConfiguration& mapping,
                    const Revision& revision) {
  EMU_TRY(const CallerPtr role, assume_role(world, revision));
  const std::string& stream_arn = mapping.event_source_arn;
  for (const std::string_view action :
       {"GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"}) {
    if (!may(world, *role, fmt::format("dynamodb:{}", action), stream_arn)) {
      return stream_not_accessible(stream_arn);
    }
  }
  const auto described =
      world.client(role).send(dynamodbstreams::DescribeStream{.stream_arn = stream_arn});
  if (!described) return stream_not_found(stream_arn);
  return check_discard_destination(world, mapping, *role);
}

Status check_batch(const EventSourceMappingConfiguration& configuration) {
  const bool has_window = configuration.maximum_batching_window_in_seconds.count() > 0;
  if (has_window && is_fifo_queue(configuration.event_source_arn)) return fifo_has_no_window();
  if (configuration.batch_size > kBatchSizeWithoutWindowMax && !has_window) {
    return batch_needs_window();
  }
  return {};
}

Status check_may_enable(const State& stored) {
  const auto enabled = std::count_if(stored.mappings.begin(), stored.mappings.end(),
                                     [](const Mapping& mapping) { return mapping.is_enabled; });
  if (static_cast<std::size_t>(enabled) < kEnabledMappingsMax) return {};
  return too_many_enabled();
}

Status check_unique(const State& stored, const EventSourceMappingConfiguration& mapping,
                    std::string_view function_name) {
  for (const Mapping& mapped : stored.mappings) {
    const EventSourceMappingConfiguration& other = mapped.configuration;
    const bool is_same = other.event_source_arn == mapping.event_source_arn &&
                         other.function_arn == mapping.function_arn;
    if (is_same && other.uuid != mapping.uuid) {
      return is_stream(mapping)
                 ? stream_mapping_exists(mapping.event_source_arn, function_name, other.uuid)
                 : mapping_exists(mapping.event_source_arn, function_name, other.uuid);
    }
  }
  return {};
}

Status check_queue(World& world, const EventSourceMappingConfiguration& mapping,
                   const Revision& revision) {
  const std::chrono::seconds timeout = revision.timeout;
  EMU_TRY(const CallerPtr role, assume_role(world, revision));
  for (const std::string_view action : {"ReceiveMessage", "DeleteMessage", "GetQueueAttributes"}) {
    if (!may(world, *role, fmt::format("sqs:{}", action), mapping.event_source_arn)) {
      return role_lacks_permission(action, "SQS");
    }
  }
  const auto attributes = world.client(role).send(
      sqs::GetQueueAttributes{.queue_url = queue_url(*Arn::parse(mapping.event_source_arn)),
                              .attribute_names = {"VisibilityTimeout"}});
  if (!attributes) return source_does_not_answer("ReceiveMessage", attributes.error());
  const auto found = attributes->attributes.find("VisibilityTimeout");
  EMU_ASSERT(found != attributes->attributes.end(), "every queue has a visibility timeout");
  const std::chrono::seconds visibility(std::stoll(found->second));
  if (visibility < timeout) return visibility_too_short(visibility, timeout);
  return {};
}

Result<std::vector<EventFilter>> filters_of(const std::optional<FilterCriteria>& criteria) {
  std::vector<EventFilter> filters;
  if (!criteria) return filters;
  if (criteria->filters.size() > kFiltersMax) return too_many_filters();
  for (const Filter& filter : criteria->filters) {
    EMU_TRY(EventFilter parsed, EventFilter::parse(filter.pattern.value_or(std::string())));
    filters.push_back(std::move(parsed));
  }
  return filters;
}

}  // namespace emu::lambda
