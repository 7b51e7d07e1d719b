// PutBucketNotificationConfiguration and GetBucketNotificationConfiguration.
// Source: Amazon S3 API Reference, "PutBucketNotificationConfiguration"; User Guide, "Granting
// permissions to publish event notification messages to a destination".
#include <emu/arn.h>
#include <emu/sns/errors.h>
#include <emu/sqs/errors.h>
#include <fmt/format.h>

#include <utility>

#include "core/gate/event_bus.h"
#include "s3/errors.h"
#include "s3/notification_rules.h"
#include "s3/object_event.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error unreachable(std::string_view arn, std::string_view why) {
  return make_error(
      "InvalidArgument", "Unable to validate the following destination configurations", 400,
      {{"ArgumentName1", fmt::format("{}, null", arn)}, {"ArgumentValue1", std::string(why)}});
}

bool is_missing(const Error& error) {
  return error.code == sqs::errors::kQueueDoesNotExist || error.code == sns::errors::kNotFound;
}

// What has no id gets one, and names of filter rules are kept as AWS tells them, however they were
// written: Prefix and Suffix (as in the thread "S3 GetBucketNotificationConfiguration API returns
// uppercase FilterRule.Name" of aws/aws-sdk).
void name_parts(World& world, NotificationConfiguration& configuration) {
  const auto name = [&](auto& parts) {
    for (auto& part : parts) {
      if (part.id.empty()) part.id = world.uuid();
      if (!part.filter || !part.filter->key) continue;
      for (FilterRule& rule : part.filter->key->filter_rules) {
        rule.name = is_prefix_rule(rule) ? "Prefix" : "Suffix";
      }
    }
  };
  name(configuration.topic_configurations);
  name(configuration.queue_configurations);
  name(configuration.lambda_function_configurations);
}

}  // namespace

Status S3::check_destination(Call& call, const CallerPtr& sender, const Destined& part) {
  if (part.kind == Destined::Kind::kFunction) {
    if (world_.authorizer() == nullptr) return {};
    const auto refusal = world_.authorizer()->refusal(
        {.caller = *sender, .action = "lambda:InvokeFunction", .resource = part.arn});
    if (!refusal) return {};
    return unreachable(part.arn, fmt::format("Not authorized to invoke function [{}]", part.arn));
  }
  const Arn bucket = *Arn::parse(sender->source_arn);
  const Status sent =
      notifier_.send({.sender = sender,
                      .kind = part.kind,
                      .arn = std::string(part.arn),
                      .text = test_event_text(bucket.resource, call.request_id(), world_.now())});
  if (sent) return {};
  const std::string_view what = part.kind == Destined::Kind::kTopic ? "topic" : "queue";
  return unreachable(
      part.arn, is_missing(sent.error())
                    ? fmt::format("The destination {} does not exist", what)
                    : fmt::format("Permissions on the destination {} do not allow S3 to publish "
                                  "notifications from this bucket",
                                  what));
}

Result<Nothing> S3::put_bucket_notification_configuration(
    Call& call, const PutBucketNotificationConfiguration& in) {
  EMU_TRY(const StoredBucket* opened, open(call, in));
  NotificationConfiguration configuration = in.notification_configuration;
  EMU_CHECK(check_notifications(configuration, opened->region));
  if (!in.skip_destination_validation.value_or(false)) {
    const CallerPtr sender = notifier_.sender_of(*opened);
    for (const Destined& part : destined_of(configuration)) {
      EMU_CHECK(check_destination(call, sender, part));
    }
  }
  // Sending may have waited, and the bucket may be gone.
  EMU_TRY(StoredBucket* bucket, open(call, in));
  name_parts(world_, configuration);
  bucket->notifications = std::move(configuration);
  return Nothing{};
}

Result<GetBucketNotificationConfigurationResult> S3::get_bucket_notification_configuration(
    Call& call, const GetBucketNotificationConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->notifications) return GetBucketNotificationConfigurationResult{};
  const NotificationConfiguration& configuration = *bucket->notifications;
  return GetBucketNotificationConfigurationResult{
      .topic_configurations = configuration.topic_configurations,
      .queue_configurations = configuration.queue_configurations,
      .lambda_function_configurations = configuration.lambda_function_configurations,
      .event_bridge_configuration = configuration.event_bridge_configuration};
}

// The common case, a bucket without notifications, costs one look.
void S3::announce(Call& call, const StoredBucket& bucket, const ObjectEvent& event) {
  if (!bucket.notifications) return;
  const std::string& id = call.caller.principal_id;
  const bool is_anonymous = call.caller.kind == Caller::Kind::kAnonymous;
  announce_for(bucket, event,
               {.principal_id = is_anonymous ? "Anonymous" : "AWS:" + id,
                .requester = call.account(),
                .source_ip = call.caller.source_ip,
                .request_id = call.request_id()});
}

void S3::announce_removal(Call& call, const StoredBucket& bucket, const ObjectIdentifier& which,
                          const Deletion& deletion) {
  const bool made_marker = which.version_id.empty() && deletion.delete_marker;
  announce(call, bucket,
           {.name = made_marker ? "ObjectRemoved:DeleteMarkerCreated" : "ObjectRemoved:Delete",
            .key = which.key,
            .version_id = deletion.version_id});
}

void S3::announce_for(const StoredBucket& bucket, const ObjectEvent& event,
                      const EventCause& cause) {
  if (!bucket.notifications) return;
  for (const Destined& part : destined_of(*bucket.notifications)) {
    if (!part.wants(event.name, event.key)) continue;
    notifier_.post({.sender = notifier_.sender_of(bucket),
                    .kind = part.kind,
                    .arn = std::string(part.arn),
                    .text = event_text({.bucket = bucket,
                                        .event = event,
                                        .cause = cause,
                                        .configuration_id = part.id,
                                        .time = world_.now(),
                                        .sequencer = next_sequencer()})});
  }
  if (bucket.notifications->event_bridge_configuration) put_on_bus(bucket, event, cause);
}

// All events go to EventBridge, whose rules choose among them.
// Source: Amazon S3 User Guide, "Using EventBridge".
void S3::put_on_bus(const StoredBucket& bucket, const ObjectEvent& event, const EventCause& cause) {
  const std::string detail = event_detail({.bucket = bucket,
                                           .event = event,
                                           .cause = cause,
                                           .configuration_id = {},
                                           .time = world_.now(),
                                           .sequencer = next_sequencer()});
  for (EventBus* bus : world_.interfaces().all<EventBus>()) {
    bus->put({.account = bucket.account,
              .region = bucket.region,
              .source = "aws.s3",
              .detail_type = std::string(detail_type_of(event)),
              .resources = {bucket.arn()},
              .detail = detail});
  }
}

// Greater with each event, and not the same again after a reset.
std::uint64_t S3::next_sequencer() {
  const auto now = static_cast<std::uint64_t>(world_.now().time_since_epoch().count());
  sequencer_ = std::max(sequencer_ + 1, now);
  return sequencer_;
}

}  // namespace emu::s3
