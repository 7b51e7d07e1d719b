// Sources: Amazon SES API Reference, "CreateConfigurationSet", "DescribeConfigurationSet",
// "CreateConfigurationSetTrackingOptions".
#include <doctest/doctest.h>

#include <string>

#include "ses/support.h"

namespace emu::ses {

namespace {

struct SetFixture : SenderFixture {
  SetFixture() { aws.send(CreateConfigurationSet{{.name = "set"}}).value(); }

  DescribeConfigurationSetResult described() {
    return aws
        .send(DescribeConfigurationSet{
            .configuration_set_name = "set",
            .configuration_set_attribute_names = {"eventDestinations", "trackingOptions",
                                                  "deliveryOptions", "reputationOptions"}})
        .value();
  }
};

}  // namespace

TEST_SUITE("ses: configuration sets") {
  TEST_CASE_FIXTURE(SetFixture, "a set is made once, listed and deleted") {
    CHECK(message(aws.send(CreateConfigurationSet{{.name = "set"}})) ==
          "Configuration set <set> already exists.");
    CHECK(code(aws.send(CreateConfigurationSet{{.name = "a b"}})) ==
          errors::kInvalidConfigurationSet);
    CHECK(aws.send(ListConfigurationSets{}).value().configuration_sets.at(0).name == "set");
    aws.send(DeleteConfigurationSet{.configuration_set_name = "set"}).value();
    CHECK(message(aws.send(DeleteConfigurationSet{.configuration_set_name = "set"})) ==
          "Configuration set <set> does not exist.");
    CHECK(code(aws.send(DescribeConfigurationSet{.configuration_set_name = "set"})) ==
          errors::kConfigurationSetDoesNotExist);
  }

  TEST_CASE_FIXTURE(SetFixture, "a set can be switched off, and begins afresh") {
    SendEmail request = mail();
    request.configuration_set_name = "set";
    aws.send(UpdateConfigurationSetSendingEnabled{.configuration_set_name = "set"}).value();
    CHECK(code(aws.send(request)) == errors::kConfigurationSetSendingPausedException);
    cloud.advance(1h);
    aws.send(UpdateConfigurationSetSendingEnabled{.configuration_set_name = "set", .enabled = true})
        .value();
    CHECK(aws.send(request).ok());
    CHECK(described().reputation_options->last_fresh_start == cloud.now());
  }

  TEST_CASE_FIXTURE(SetFixture, "options are kept") {
    aws.send(PutConfigurationSetDeliveryOptions{
                 .configuration_set_name = "set",
                 .delivery_options = DeliveryOptions{.tls_policy = "Require"}})
        .value();
    aws.send(UpdateConfigurationSetReputationMetricsEnabled{.configuration_set_name = "set",
                                                            .enabled = true})
        .value();
    CHECK(described().delivery_options->tls_policy == "Require");
    CHECK(described().reputation_options->reputation_metrics_enabled == true);
    CHECK(aws.send(sesv2::GetConfigurationSet{.configuration_set_name = "set"})
              .value()
              .delivery_options->tls_policy == "REQUIRE");
  }

  TEST_CASE_FIXTURE(SetFixture, "links go through a domain that is verified") {
    const CreateConfigurationSetTrackingOptions create{
        .configuration_set_name = "set",
        .tracking_options = {.custom_redirect_domain = "click.example.net"}};
    CHECK(code(aws.send(create)) == errors::kInvalidTrackingOptions);
    aws.send(VerifyDomainIdentity{.domain = "example.net"}).value();
    CHECK(code(aws.send(UpdateConfigurationSetTrackingOptions{
              .configuration_set_name = "set", .tracking_options = create.tracking_options})) ==
          errors::kTrackingOptionsDoesNotExistException);
    aws.send(create).value();
    CHECK(code(aws.send(create)) == errors::kTrackingOptionsAlreadyExistsException);
    CHECK(described().tracking_options->custom_redirect_domain == "click.example.net");
    aws.send(DeleteConfigurationSetTrackingOptions{.configuration_set_name = "set"}).value();
    CHECK_FALSE(described().tracking_options);
  }

  TEST_CASE_FIXTURE(SetFixture, "destinations that AWS has and this cloud has not are kept") {
    aws.send(CreateConfigurationSetEventDestination{
                 .configuration_set_name = "set",
                 .event_destination = {.name = "metrics",
                                       .matching_event_types = {"send", "renderingFailure"},
                                       .cloud_watch_destination =
                                           CloudWatchDestination{
                                               {{.dimension_name = "campaign",
                                                 .dimension_value_source = "messageTag",
                                                 .default_dimension_value = "none"}}}}})
        .value();
    const auto kept = described().event_destinations.at(0);
    CHECK(kept.matching_event_types == std::vector<std::string>{"send", "renderingFailure"});
    CHECK(kept.cloud_watch_destination->dimension_configurations.at(0).dimension_value_source ==
          "messageTag");
    const auto second =
        aws.send(sesv2::GetConfigurationSetEventDestinations{.configuration_set_name = "set"})
            .value()
            .event_destinations.at(0);
    CHECK(second.matching_event_types == std::vector<std::string>{"SEND", "RENDERING_FAILURE"});
    CHECK(code(aws.send(UpdateConfigurationSetEventDestination{
              .configuration_set_name = "set",
              .event_destination = {.name = "other", .matching_event_types = {"send"}}})) ==
          errors::kEventDestinationDoesNotExist);
    CHECK(code(aws.send(DeleteConfigurationSetEventDestination{
              .configuration_set_name = "set", .event_destination_name = "other"})) ==
          errors::kEventDestinationDoesNotExist);
  }
}

}  // namespace emu::ses
