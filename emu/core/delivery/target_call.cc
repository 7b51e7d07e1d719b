#include "core/delivery/target_call.h"

#include <emu/arn.h>
#include <emu/lambda.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include <utility>

#include "core/text/queue_url.h"

namespace emu {

namespace {

Status send_to_queue(Aws& aws, const Arn& queue, const TargetCall& call) {
  sqs::SendMessage message{.queue_url = queue_url(queue),
                           .message_body = call.payload,
                           .message_group_id = call.group_id};
  if (is_fifo_queue(call.arn)) message.message_deduplication_id = call.deduplication_id;
  EMU_CHECK(aws.send(message));
  return {};
}

Status publish_to_topic(Aws& aws, const TargetCall& call) {
  EMU_CHECK(aws.send(sns::Publish{.topic_arn = call.arn, .message = call.payload}));
  return {};
}

Status invoke_function(Aws& aws, const TargetCall& call) {
  EMU_CHECK(aws.send(lambda::Invoke{.function_name = call.arn,
                                    .invocation_type = lambda::invocation_types::kEvent,
                                    .payload = call.payload}));
  return {};
}

}  // namespace

bool is_common_target(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->resource.empty()) return false;
  return arn->service == "sqs" || arn->service == "sns" || arn->service == "lambda";
}

Status call_target(Aws& aws, const TargetCall& call) {
  const std::optional<Arn> arn = Arn::parse(call.arn);
  EMU_ASSERT(arn.has_value(), "a target has an ARN");
  if (arn->service == "sqs") return send_to_queue(aws, *arn, call);
  if (arn->service == "sns") return publish_to_topic(aws, call);
  return invoke_function(aws, call);
}

Result<CallerPtr> session_for_target(World& world, std::string_view role_arn,
                                     std::string_view service_principal, std::string_view region) {
  Result<CallerPtr> session =
      world.authorizer()->assume_for_service(role_arn, service_principal, world.uuid(), region);
  if (session) return session;
  Error error = std::move(session).failure().error();
  error.code = "FAILED_TO_ASSUME_ROLE";
  return error;
}

void add_text(sqs::MessageAttributes& to, std::string name, std::string_view text) {
  if (text.empty()) return;
  sqs::MessageAttributeValue& value = to[std::move(name)];
  value.data_type = "String";
  value.string_value = text;
}

void add_number(sqs::MessageAttributes& to, std::string name, std::int64_t number) {
  sqs::MessageAttributeValue& value = to[std::move(name)];
  value.data_type = "Number";
  value.string_value = std::to_string(number);
}

std::string_view dead_letter_code(const Error& error) {
  if (error.code.find('_') != error.code.npos) return error.code;
  if (error.code.find("Throttl") != error.code.npos || error.status == 429) return "THROTTLING";
  if (error.code.find("AccessDenied") != error.code.npos ||
      error.code.find("Authorization") != error.code.npos || error.status == 403) {
    return "NO_PERMISSIONS";
  }
  if (error.code.find("NotFound") != error.code.npos ||
      error.code.find("DoesNotExist") != error.code.npos || error.status == 404) {
    return "NO_RESOURCE";
  }
  if (error.status >= 500) return "ERROR_FROM_TARGET";
  return "INVALID_PARAMETER";
}

}  // namespace emu
