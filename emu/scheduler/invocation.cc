#include "scheduler/invocation.h"

#include <emu/arn.h>
#include <emu/eventbridge.h>
#include <emu/sqs.h>

#include <utility>

#include "core/delivery/target_call.h"
#include "core/hash/ids.h"
#include "core/json/json_codec.h"
#include "core/json/json_writer.h"
#include "core/text/ascii.h"
#include "core/text/queue_url.h"
#include "scheduler/names.h"

namespace emu::scheduler {

namespace {

constexpr std::string_view kUniversal = "arn:aws:scheduler:::aws-sdk:";
constexpr std::size_t kExecutionIdDigits = 16;

// In one pass, however often the word is there.
std::string replaced(std::string_view text, std::string_view word, std::string_view by) {
  std::string out;
  for (auto at = text.find(word); at != text.npos; at = text.find(word)) {
    out.append(text.substr(0, at)).append(by);
    text.remove_prefix(at + word.size());
  }
  return out.append(text);
}

// As users see it of a schedule without an input.
std::string default_payload(const Plan& plan, const std::string& id, std::string_view time) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("version", "0");
  json.member("id", id);
  json.member("detail-type", "Scheduled Event");
  json.member("source", "aws.scheduler");
  json.member("account", plan.account);
  json.member("time", time);
  json.member("region", plan.region);
  json.key("resources");
  json.begin_array();
  json.string(plan.arn);
  json.end_array();
  json.member("detail", "{}");
  json.end_object();
  return text;
}

std::string seconds_of(Time time) {
  constexpr std::size_t kSecondsEnd = 19;
  return iso8601(time).substr(0, kSecondsEnd) + 'Z';
}

// "cloudwatchlogs" of "CloudWatch Logs": as SDKs for Java name services.
std::string package_name(std::string_view sdk_id) {
  std::string name;
  for (const char c : sdk_id) {
    if (is_alphanumeric(c)) name += to_lower(c);
  }
  return name;
}

}  // namespace

bool is_universal(std::string_view target_arn) { return target_arn.starts_with(kUniversal); }

const OperationEntry* universal_operation(World& world, std::string_view target_arn) {
  target_arn.remove_prefix(kUniversal.size());
  const std::string_view service = take_until(target_arn, ':');
  for (const OperationEntry* entry : world.operations().all()) {
    if (!equal_ignoring_case(entry->operation->name.name, target_arn)) continue;
    const ServiceProfile& profile = *entry->profile;
    if (service == package_name(profile.sdk_id) || service == profile.name) return entry;
  }
  return nullptr;
}

Invocation::Invocation(World& world, std::shared_ptr<const Plan> plan, Time scheduled)
    : world_(world),
      plan_(std::move(plan)),
      scheduled_(seconds_of(scheduled)),
      execution_id_(hex_id(world.random(), kExecutionIdDigits)) {}

std::string Invocation::payload() const {
  const std::optional<std::string>& input = plan_->given.target.input;
  if (!input) return default_payload(*plan_, execution_id_, scheduled_);
  std::string text = replaced(*input, "<aws.scheduler.schedule-arn>", plan_->arn);
  text = replaced(text, "<aws.scheduler.scheduled-time>", scheduled_);
  text = replaced(text, "<aws.scheduler.execution-id>", execution_id_);
  return replaced(text, "<aws.scheduler.attempt-number>", std::to_string(attempts_));
}

Status Invocation::send() {
  ++attempts_;
  const Target& target = plan_->given.target;
  EMU_TRY(CallerPtr role,
          session_for_target(world_, target.role_arn, kServicePrincipal, plan_->region));
  std::string text = payload();
  if (is_universal(target.arn)) return call_operation(std::move(role), std::move(text));
  Aws aws = world_.client(std::move(role));
  if (target.event_bridge_parameters) return put_event(aws, std::move(text));
  TargetCall call{.arn = target.arn, .payload = text, .deduplication_id = execution_id_};
  if (target.sqs_parameters) call.group_id = target.sqs_parameters->message_group_id;
  return call_target(aws, call);
}

Status Invocation::put_event(Aws& aws, std::string text) {
  const EventBridgeParameters& parameters = *plan_->given.target.event_bridge_parameters;
  const auto put =
      aws.send(eventbridge::PutEvents{.entries = {{.source = parameters.source,
                                                   .resources = {plan_->arn},
                                                   .detail_type = parameters.detail_type,
                                                   .detail = std::move(text),
                                                   .event_bus_name = plan_->given.target.arn}}});
  EMU_CHECK(put);
  const eventbridge::PutEventsResultEntry& entry = put->entries.front();
  if (entry.error_code.empty()) return {};
  return Error{.code = entry.error_code, .message = entry.error_message};
}

Status Invocation::call_operation(CallerPtr role, std::string text) {
  const OperationEntry* entry = universal_operation(world_, plan_->given.target.arn);
  EMU_ASSERT(entry != nullptr, "a target that was accepted is there");
  const AnyValue in = entry->make_input();
  const AnyValue out = entry->make_output();
  std::string why;
  const auto document =
      JsonDocument::parse(plan_->given.target.input ? std::string_view(text) : "{}", why);
  const bool is_read =
      document && read_json(entry->operation->input(), in.get(), document->root(), why);
  if (!is_read) return Error{.code = "INVALID_JSON", .message = why};
  return world_.call(role, *entry->operation, in.get(), out.get());
}

void Invocation::bury(const DeliveryFailure& failure) {
  const Target& target = plan_->given.target;
  if (!target.dead_letter_config || !target.dead_letter_config->arn) return;
  const auto role = session_for_target(world_, target.role_arn, kServicePrincipal, plan_->region);
  if (!role) return;
  sqs::SendMessage message{.queue_url = queue_url(*Arn::parse(*target.dead_letter_config->arn)),
                           .message_body = payload()};
  sqs::MessageAttributes& attributes = message.message_attributes;
  add_text(attributes, "ERROR_CODE", failure.error.code);
  add_text(attributes, "ERROR_MESSAGE", failure.error.message);
  add_text(attributes, "EXECUTION_ID", execution_id_);
  add_text(attributes, "EXHAUSTED_RETRY_CONDITION", failure.exhausted);
  add_text(attributes, "IS_PAYLOAD_TRUNCATED", "false");
  add_number(attributes, "RETRY_ATTEMPTS", failure.retries);
  add_text(attributes, "SCHEDULE_ARN", plan_->arn);
  add_text(attributes, "SCHEDULED_TIME", scheduled_);
  add_text(attributes, "TARGET_ARN", target.arn);
  // Whatever comes of it: a dead-letter queue has none itself.
  (void)world_.client(*role).send(message);
}

}  // namespace emu::scheduler
