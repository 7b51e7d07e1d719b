// Sources: Amazon SES API v2 Reference, "CreateConfigurationSet", "PutSuppressedDestination",
// "TagResource"; Amazon EventBridge Events Reference, "Amazon Simple Email Service events".
#include <doctest/doctest.h>
#include <emu/cloudwatch.h>

#include <string>

#include "core/gate/event_bus.h"
#include "core/gate/world.h"
#include "ses/support.h"

namespace emu::sesv2 {

namespace {

struct SetFixture : ses::SenderFixture {
  SetFixture() {
    aws.send(CreateConfigurationSet{.configuration_set_name = "set",
                                    .tags = {{.key = "team", .value = "bus"}}})
        .value();
  }
  GetConfigurationSetResult read() {
    return aws.send(GetConfigurationSet{.configuration_set_name = "set"}).value();
  }
  void listen(const EventDestinationDefinition& destination) {
    aws.send(CreateConfigurationSetEventDestination{.configuration_set_name = "set",
                                                    .event_destination_name = "d",
                                                    .event_destination = destination})
        .value();
  }
  void send() {
    ses::SendEmail request = mail();
    request.configuration_set_name = "set";
    request.tags = {{.name = "campaign", .value = "spring"}};
    aws.send(request).value();
  }
};

struct Bus final : EventBus {
  void put(ServiceEvent event) override { events.push_back(std::move(event)); }
  std::vector<ServiceEvent> events;
};

}  // namespace

TEST_SUITE("sesv2: configuration sets") {
  TEST_CASE_FIXTURE(SetFixture, "options are set and read") {
    CHECK(code(aws.send(CreateConfigurationSet{.configuration_set_name = "set"})) ==
          errors::kAlreadyExistsException);
    const std::string name = "set";
    aws
        .send(PutConfigurationSetDeliveryOptions{
            .configuration_set_name = name, .tls_policy = "REQUIRE", .max_delivery_seconds = 600})
        .value();
    aws.send(PutConfigurationSetReputationOptions{.configuration_set_name = name,
                                                  .reputation_metrics_enabled = true})
        .value();
    aws.send(PutConfigurationSetSendingOptions{.configuration_set_name = name}).value();
    aws.send(PutConfigurationSetTrackingOptions{.configuration_set_name = name,
                                                .custom_redirect_domain = "click.example.com"})
        .value();
    aws.send(PutConfigurationSetVdmOptions{
                 .configuration_set_name = name,
                 .vdm_options = VdmOptions{.dashboard_options =
                                               DashboardOptions{.engagement_metrics = "ENABLED"}}})
        .value();
    aws.send(PutConfigurationSetArchivingOptions{
                 .configuration_set_name = name,
                 .archive_arn = "arn:aws:ses:us-east-1:000000000000:mailmanager-archive/a-0"})
        .value();
    aws.send(PutConfigurationSetSuppressionOptions{.configuration_set_name = name,
                                                   .suppressed_reasons = {"BOUNCE"}})
        .value();
    const auto set = read();
    CHECK(set.suppression_options->suppressed_reasons == std::vector<std::string>{"BOUNCE"});
    CHECK(set.delivery_options->tls_policy == "REQUIRE");
    CHECK(set.delivery_options->max_delivery_seconds == 600);
    CHECK(set.reputation_options->reputation_metrics_enabled == true);
    CHECK(set.sending_options->sending_enabled == false);
    CHECK(set.tracking_options->custom_redirect_domain == "click.example.com");
    CHECK(set.vdm_options->dashboard_options->engagement_metrics == "ENABLED");
    CHECK(set.archiving_options->archive_arn);
    CHECK(set.tags.at(0).value == "bus");
    CHECK(aws.send(ListConfigurationSets{}).value().configuration_sets ==
          std::vector<std::string>{"set"});
    aws.send(DeleteConfigurationSet{.configuration_set_name = name}).value();
    CHECK(code(aws.send(GetConfigurationSet{.configuration_set_name = name})) ==
          errors::kNotFoundException);
  }

  TEST_CASE_FIXTURE(SetFixture, "an identity's set is used where a request names none") {
    aws.send(PutEmailIdentityConfigurationSetAttributes{.email_identity = ses::kSender,
                                                        .configuration_set_name = "set"})
        .value();
    aws.send(mail()).value();
    CHECK(newest().configuration_set == "set");
  }

  TEST_CASE_FIXTURE(SetFixture, "events come to the default bus") {
    Bus bus;
    cloud.world().interfaces().add<EventBus>(bus);
    const EventDestinationDefinition destination{
        .enabled = true,
        .matching_event_types = {"SEND", "BOUNCE"},
        .event_bridge_destination = EventBridgeDestination{
            .event_bus_arn = "arn:aws:events:us-east-1:000000000000:event-bus/default"}};
    listen(destination);
    CHECK(code(aws.send(CreateConfigurationSetEventDestination{
              .configuration_set_name = "set",
              .event_destination_name = "d",
              .event_destination = destination})) == errors::kAlreadyExistsException);
    CHECK(aws.send(GetConfigurationSetEventDestinations{.configuration_set_name = "set"})
              .value()
              .event_destinations.at(0)
              .event_bridge_destination->event_bus_arn ==
          destination.event_bridge_destination->event_bus_arn);
    send();
    REQUIRE(bus.events.size() == 1);
    CHECK(bus.events[0].source == "aws.ses");
    CHECK(bus.events[0].detail_type == "Email Sent");
    CHECK(bus.events[0].resources.at(0) ==
          "arn:aws:ses:us-east-1:000000000000:configuration-set/set");
    CHECK(ses::contains(bus.events[0].detail, R"("eventType":"Send")"));
    aws.send(UpdateConfigurationSetEventDestination{.configuration_set_name = "set",
                                                    .event_destination_name = "d",
                                                    .event_destination = destination})
        .value();
    aws.send(DeleteConfigurationSetEventDestination{.configuration_set_name = "set",
                                                    .event_destination_name = "d"})
        .value();
    send();
    CHECK(bus.events.size() == 1);
  }

  TEST_CASE_FIXTURE(SetFixture, "events are counted by metrics with a tag as dimension") {
    listen(
        {.enabled = true,
         .matching_event_types = {"SEND"},
         .cloud_watch_destination = CloudWatchDestination{{{.dimension_name = "campaign",
                                                            .dimension_value_source = "MESSAGE_TAG",
                                                            .default_dimension_value = "none"}}}});
    send();
    const auto metrics =
        aws.send(cloudwatch::ListMetrics{.namespace_value = "AWS/SES"}).value().metrics;
    REQUIRE(metrics.size() == 1);
    CHECK(metrics[0].metric_name == "Send");
    CHECK(metrics[0].dimensions.at(0).name == "campaign");
    CHECK(metrics[0].dimensions.at(0).value == "spring");
  }
}

TEST_SUITE("sesv2: the suppression list") {
  TEST_CASE_FIXTURE(SetFixture, "addresses are put, read, listed and taken off") {
    CHECK(code(aws.send(PutSuppressedDestination{.email_address = "ann", .reason = "BOUNCE"})) ==
          errors::kBadRequestException);
    aws.send(PutSuppressedDestination{.email_address = "a@example.org", .reason = "BOUNCE"})
        .value();
    cloud.advance(std::chrono::hours(1));
    aws.send(PutSuppressedDestination{.email_address = "b@example.org", .reason = "COMPLAINT"})
        .value();
    const auto read = aws.send(GetSuppressedDestination{.email_address = "b@EXAMPLE.org"}).value();
    CHECK(read.suppressed_destination->last_update_time == cloud.now());
    const auto listed = [&](const ListSuppressedDestinations& which) {
      return aws.send(which).value().suppressed_destination_summaries.size();
    };
    CHECK(listed({}) == 2);
    CHECK(listed({.reasons = {"COMPLAINT"}}) == 1);
    CHECK(listed({.end_date = cloud.now() - std::chrono::minutes(1)}) == 1);
    CHECK(listed({.page_size = 1}) == 1);
    aws.send(DeleteSuppressedDestination{.email_address = "a@example.org"}).value();
    const auto gone = aws.send(DeleteSuppressedDestination{.email_address = "a@example.org"});
    CHECK(message(gone) == "Email address a@example.org does not exist on your suppression list.");
    CHECK(gone.error().status == 404);
  }
}

TEST_SUITE("sesv2: tags") {
  TEST_CASE_FIXTURE(SetFixture, "what an ARN names is tagged") {
    const std::string arn = "arn:aws:ses:us-east-1:000000000000:configuration-set/set";
    aws.send(TagResource{.resource_arn = arn, .tags = {{.key = "a", .value = "1"}}}).value();
    aws.send(UntagResource{.resource_arn = arn, .tag_keys = {"team"}}).value();
    const auto tags = aws.send(ListTagsForResource{.resource_arn = arn}).value().tags;
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].key == "a");
    CHECK(code(aws.send(ListTagsForResource{
              .resource_arn = "arn:aws:ses:us-east-1:000000000000:identity/none.example"})) ==
          errors::kNotFoundException);
    CHECK(code(aws.send(
              TagResource{.resource_arn = arn, .tags = {{.key = "aws:x", .value = "1"}}})) ==
          errors::kBadRequestException);
  }
}

}  // namespace emu::sesv2
