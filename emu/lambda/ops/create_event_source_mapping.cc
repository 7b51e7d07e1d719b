#include <emu/arn.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <algorithm>

#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/mapping_checks.h"
#include "lambda/queue_url.h"
#include "lambda/role_session.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Status check_source(const CreateEventSourceMapping& in, const std::string& region) {
  const std::optional<Arn> source = Arn::parse(in.event_source_arn);
  if (!source || source->service != "sqs") return source_unsupported(in.event_source_arn);
  if (source->region != region) return source_in_other_region(source->region, region);
  if (in.starting_position) return parameter_unsupported_for_sqs("StartingPosition");
  if (in.starting_position_timestamp) {
    return parameter_unsupported_for_sqs("StartingPositionTimestamp");
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

// The queue must be there for the function's role, and hide messages for as long as the function
// may run.
Status Lambda::check_queue(const EventSourceMappingConfiguration& mapping,
                           const Function& function) {
  const Revision& revision = *function.revision;
  const std::chrono::seconds timeout = revision.timeout;
  const Result<CallerPtr> role = assume_role(world_, {.role_arn = revision.role_arn,
                                                      .function_name = revision.name,
                                                      .account = revision.account,
                                                      .region = revision.region});
  if (!role) return role.error();
  for (const std::string_view action : {"ReceiveMessage", "DeleteMessage", "GetQueueAttributes"}) {
    if (!may(world_, **role, fmt::format("sqs:{}", action), mapping.event_source_arn)) {
      return role_lacks_permission(action, "SQS");
    }
  }
  const auto attributes = world_.client(*role).send(
      sqs::GetQueueAttributes{.queue_url = queue_url(*Arn::parse(mapping.event_source_arn)),
                              .attribute_names = {"VisibilityTimeout"}});
  if (!attributes) return source_does_not_answer("ReceiveMessage", attributes.error());
  const auto found = attributes->attributes.find("VisibilityTimeout");
  EMU_ASSERT(found != attributes->attributes.end(), "every queue has a visibility timeout");
  const std::chrono::seconds visibility(std::stoll(found->second));
  if (visibility < timeout) return visibility_too_short(visibility, timeout);
  return {};
}

Result<EventSourceMappingConfiguration> Lambda::create_event_source_mapping(
    Call& call, const CreateEventSourceMapping& in) {
  const Result<FunctionPtr> found = find(call, in.function_name);
  if (!found) return found.error();
  const FunctionPtr& function = *found;
  if (Status status = check_source(in, call.region()); !status) return std::move(status.error());
  EventSourceMappingConfiguration configuration = configuration_of(in);
  if (Status status = check_batch(configuration); !status) return std::move(status.error());
  if (const auto filters = filters_of(configuration.filter_criteria); !filters) {
    return filters.error();
  }
  if (Status status = check_tags(in.tags); !status) return std::move(status.error());
  if (Status status = check_queue(configuration, *function); !status) {
    return std::move(status.error());
  }
  State& state = *function->home;
  if (function->is_deleted) return function_not_found(function->arn());
  for (const std::shared_ptr<Mapping>& other : state.mappings) {
    if (other->configuration.event_source_arn == in.event_source_arn &&
        other->configuration.function_arn == function->arn()) {
      return mapping_exists(in.event_source_arn, function->configuration.function_name,
                            other->configuration.uuid);
    }
  }

  configuration.uuid = world_.uuid();
  configuration.function_arn = function->arn();
  configuration.last_modified = world_.now();
  configuration.event_source_mapping_arn =
      fmt::format("arn:aws:lambda:{}:{}:event-source-mapping:{}", state.region, state.account,
                  configuration.uuid);
  call.subject = configuration.uuid;
  auto mapping = std::make_shared<Mapping>(
      Mapping{.configuration = std::move(configuration), .tags = in.tags});
  state.mappings.push_back(mapping);
  mappings_.apply(state, mapping, in.enabled.value_or(true), "Creating");
  return mapping->configuration;
}

}  // namespace emu::lambda
