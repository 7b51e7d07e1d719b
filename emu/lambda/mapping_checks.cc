#include "lambda/mapping_checks.h"

#include <emu/arn.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include "core/base/assert.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/queue_url.h"
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

bool is_fifo(std::string_view queue_arn) { return queue_arn.ends_with(".fifo"); }

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

}  // namespace

Status check_batch(const EventSourceMappingConfiguration& configuration) {
  const bool has_window = configuration.maximum_batching_window_in_seconds.count() > 0;
  if (has_window && is_fifo(configuration.event_source_arn)) return fifo_has_no_window();
  if (configuration.batch_size > kBatchSizeWithoutWindowMax && !has_window) {
    return batch_needs_window();
  }
  return {};
}

Status check_unique(const State& stored, const EventSourceMappingConfiguration& mapping,
                    std::string_view function_name) {
  for (const auto& [other, tags, is_enabled] : stored.mappings) {
    const bool is_same = other.event_source_arn == mapping.event_source_arn &&
                         other.function_arn == mapping.function_arn;
    if (is_same && other.uuid != mapping.uuid) {
      return mapping_exists(mapping.event_source_arn, function_name, other.uuid);
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
