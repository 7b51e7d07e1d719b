// AWS Lambda: event source mappings, which read a queue or a stream and invoke a function with
// batches. Include <emu/lambda.h>.
//
// A mapping receives as the function's execution role, invokes the function, and deletes the
// messages of a batch that succeeded. A batch that failed becomes visible again when its visibility
// timeout ends. The records of a DynamoDB stream are read in their order: a batch that failed is
// tried again before anything behind it, until it succeeds, is given up, or is a day old. Sources:
// Lambda Developer Guide, "Using Lambda with Amazon SQS", "Creating and configuring an Amazon SQS
// event source mapping", "Configuring scaling behavior for SQS event source mappings", "Handling
// errors for an SQS event source in Lambda", "Using AWS Lambda with Amazon DynamoDB" and its
// subpages; AWS Lambda API Reference.
#pragma once

#include <emu/lambda/event_invoke_config.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::lambda {

// Messages that match none of the patterns are deleted without an invocation.
struct Filter {
  std::optional<std::string> pattern = {};  // JSON, as in R"({"body":{"kind":["order"]}})"
  static void describe(StructureShape<Filter>& s);
};
struct FilterCriteria {
  std::vector<Filter> filters = {};  // at most 5
  static void describe(StructureShape<FilterCriteria>& s);
};

struct ScalingConfig {
  std::optional<std::int32_t> maximum_concurrency = {};  // 2–1,000
  static void describe(StructureShape<ScalingConfig>& s);
};

struct EventSourceMappingConfiguration {
  std::string uuid;
  std::int32_t batch_size = 10;
  std::chrono::seconds maximum_batching_window_in_seconds = {};
  std::string event_source_arn = {};
  std::optional<FilterCriteria> filter_criteria = {};
  std::string function_arn = {};
  Time last_modified = {};
  std::string last_processing_result = {};
  std::string state = {};  // Creating, Enabling, Enabled, Disabling, Disabled, Updating, Deleting
  std::string state_transition_reason = {};  // "USER_INITIATED", or why Lambda disabled it
  std::vector<std::string> function_response_types = {};
  std::optional<ScalingConfig> scaling_config = {};
  std::optional<std::string> kms_key_arn = {};
  std::string event_source_mapping_arn = {};
  // Of streams.
  std::optional<std::string> starting_position = {};
  std::optional<std::int32_t> parallelization_factor = {};
  std::optional<DestinationConfig> destination_config = {};
  std::optional<std::int32_t> maximum_record_age_in_seconds = {};
  std::optional<bool> bisect_batch_on_function_error = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::int32_t> tumbling_window_in_seconds = {};
  static void describe(StructureShape<EventSourceMappingConfiguration>& s);
};

// Starts reading a queue or a stream for a function.
// ResourceConflictException (409) when the pair is mapped already; InvalidParameterValueException
// when the source is missing, the queue's visibility timeout is shorter than the function's
// timeout, or the role may not read the source.
struct CreateEventSourceMapping {
  static constexpr OperationName kOperation{"lambda", "CreateEventSourceMapping", "POST",
                                            "/2015-03-31/event-source-mappings/", 202};
  using Result = EventSourceMappingConfiguration;
  std::string event_source_arn;
  std::string function_name;
  std::optional<bool> enabled = {};  // default true
  // 1–10,000, default 10 for a queue and 100 for a stream; a queue's over 10 needs a window of 1 s.
  std::optional<std::int32_t> batch_size = {};
  std::optional<FilterCriteria> filter_criteria = {};
  std::optional<std::chrono::seconds> maximum_batching_window_in_seconds = {};  // 0–300
  std::vector<std::string> function_response_types = {};  // {"ReportBatchItemFailures"}
  std::optional<ScalingConfig> scaling_config = {};
  std::optional<std::string> kms_key_arn = {};
  std::map<std::string, std::string> tags = {};
  // Settings of streams and brokers, refused for a queue.
  std::optional<std::int32_t> parallelization_factor = {};  // batches at a time, 1 (default) to 10
  std::optional<std::string> starting_position = {};        // required: TRIM_HORIZON or LATEST
  std::optional<Time> starting_position_timestamp = {};
  std::optional<DestinationConfig> destination_config = {};  // on_failure: ARN of an SQS queue
  // Records are given up that are older, 60–604,800, or after more retries, 0–10,000; −1: never.
  std::optional<std::int32_t> maximum_record_age_in_seconds = {};
  std::optional<bool> bisect_batch_on_function_error = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::int32_t> tumbling_window_in_seconds = {};  // 0: there are none
  std::vector<std::string> topics = {};
  std::vector<std::string> queues = {};
  static void describe(StructureShape<CreateEventSourceMapping>& s);
};

struct GetEventSourceMapping {
  static constexpr OperationName kOperation{"lambda", "GetEventSourceMapping", "GET",
                                            "/2015-03-31/event-source-mappings/{UUID}"};
  using Result = EventSourceMappingConfiguration;
  std::string uuid;
  static void describe(StructureShape<GetEventSourceMapping>& s);
};

struct ListEventSourceMappingsResult {
  std::optional<std::string> next_marker = {};
  std::vector<EventSourceMappingConfiguration> event_source_mappings = {};
  static void describe(StructureShape<ListEventSourceMappingsResult>& s);
};
// In the order of their creation, at most 100 at a time.
struct ListEventSourceMappings {
  static constexpr OperationName kOperation{"lambda", "ListEventSourceMappings", "GET",
                                            "/2015-03-31/event-source-mappings/"};
  using Result = ListEventSourceMappingsResult;
  std::optional<std::string> event_source_arn = {};
  std::optional<std::string> function_name = {};
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListEventSourceMappings>& s);
};

// Changes what is present. Batches in flight end as they began.
struct UpdateEventSourceMapping {
  static constexpr OperationName kOperation{"lambda", "UpdateEventSourceMapping", "PUT",
                                            "/2015-03-31/event-source-mappings/{UUID}", 202};
  using Result = EventSourceMappingConfiguration;
  std::string uuid;
  std::optional<std::string> function_name = {};
  std::optional<bool> enabled = {};
  std::optional<std::int32_t> batch_size = {};
  std::optional<FilterCriteria> filter_criteria = {};  // without filters: removes them
  std::optional<std::chrono::seconds> maximum_batching_window_in_seconds = {};
  std::optional<std::vector<std::string>> function_response_types = {};
  std::optional<ScalingConfig> scaling_config = {};  // without a number: removes the limit
  std::optional<std::string> kms_key_arn = {};
  // Settings of streams and brokers, refused for a queue.
  std::optional<std::int32_t> parallelization_factor = {};
  std::optional<DestinationConfig> destination_config = {};
  std::optional<std::int32_t> maximum_record_age_in_seconds = {};
  std::optional<bool> bisect_batch_on_function_error = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::int32_t> tumbling_window_in_seconds = {};
  static void describe(StructureShape<UpdateEventSourceMapping>& s);
};

struct DeleteEventSourceMapping {
  static constexpr OperationName kOperation{"lambda", "DeleteEventSourceMapping", "DELETE",
                                            "/2015-03-31/event-source-mappings/{UUID}", 202};
  using Result = EventSourceMappingConfiguration;
  std::string uuid;
  static void describe(StructureShape<DeleteEventSourceMapping>& s);
};

}  // namespace emu::lambda
