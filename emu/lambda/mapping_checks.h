// What creating and updating an event source mapping have in common.
#pragma once

#include <emu/lambda/event_source_mapping.h>
#include <emu/result.h>

#include <optional>
#include <string_view>

#include "core/gate/world.h"
#include "lambda/errors.h"
#include "lambda/filter.h"
#include "lambda/revision.h"
#include "lambda/state.h"

namespace emu::lambda {

// A queue has no use for what streams and brokers are configured with. Source: AWS Lambda API
// Reference, "CreateEventSourceMapping", which says of each parameter what it is for.
template <class In>
Status check_no_stream_settings(const In& in) {
  if (in.parallelization_factor) return parameter_unsupported("ParallelizationFactor");
  if (in.destination_config) return parameter_unsupported("DestinationConfig");
  if (in.maximum_record_age_in_seconds) {
    return parameter_unsupported("MaximumRecordAgeInSeconds");
  }
  if (in.bisect_batch_on_function_error) {
    return parameter_unsupported("BisectBatchOnFunctionError");
  }
  if (in.maximum_retry_attempts) return parameter_unsupported("MaximumRetryAttempts");
  if (in.tumbling_window_in_seconds) {
    return parameter_unsupported("TumblingWindowInSeconds");
  }
  return {};
}

// Whether a mapping reads a stream of DynamoDB; the others read a queue.
bool is_stream(const EventSourceMappingConfiguration& mapping);

// A batch of more than 10 messages needs a window in which it gathers, which FIFO queues do not
// have.
Status check_batch(const EventSourceMappingConfiguration& configuration);

// One mapping more may be enabled.
Status check_may_enable(const State& stored);

// No other mapping brings messages from the same queue to the same function.
Status check_unique(const State& stored, const EventSourceMappingConfiguration& mapping,
                    std::string_view function_name);

// The function's role may read the queue, and the queue hides messages for as long as the function
// may run. Source: Lambda Developer Guide, "Creating and configuring an Amazon SQS event source
// mapping".
Status check_queue(World& world, const EventSourceMappingConfiguration& mapping,
                   const Revision& revision);

// The settings that only streams have can be met.
Status check_stream_settings(const EventSourceMappingConfiguration& mapping);

// The stream is there, and the function's role may read it and reach the destination of what is
// discarded. Source: Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB".
Status check_stream(World& world, const EventSourceMappingConfiguration& mapping,
                    const Revision& revision);

// What the mapping's kind of source asks of its settings by themselves, and of source and role.
Status check_settings(const EventSourceMappingConfiguration& mapping);
Status check_source(World& world, const EventSourceMappingConfiguration& mapping,
                    const Revision& revision);

// The filters of a mapping, or why they cannot be.
Result<std::vector<EventFilter>> filters_of(const std::optional<FilterCriteria>& criteria);

}  // namespace emu::lambda
