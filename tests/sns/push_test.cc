// Source: Amazon SNS API Reference, "CreatePlatformApplication", "CreatePlatformEndpoint",
// "SetEndpointAttributes", "Publish".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>

#include "sns/support.h"

namespace emu::sns {

namespace {

struct DeviceFixture : TopicFixture {
  std::string app =
      aws.send(CreatePlatformApplication{"bus", "GCM", {{"PlatformCredential", "secret"}}})
          .value()
          .platform_application_arn;
  std::string device =
      aws.send(CreatePlatformEndpoint{.platform_application_arn = app, .token = "t1"})
          .value()
          .endpoint_arn;
};

}  // namespace

TEST_SUITE("sns: devices") {
  TEST_CASE_FIXTURE(DeviceFixture, "an application is created, shown, changed and deleted") {
    CHECK(app == "arn:aws:sns:us-east-1:000000000000:app/GCM/bus");
    CHECK(aws.send(CreatePlatformApplication{"bus", "GCM", {{"PlatformCredential", "secret"}}})
              .value()
              .platform_application_arn == app);
    CHECK(code(aws.send(CreatePlatformApplication{"bus", "GCM", {{"PlatformCredential", "x"}}})) ==
          errors::kInvalidParameter);
    aws.send(SetPlatformApplicationAttributes{app, {{"EventEndpointCreated", topic}}}).value();
    const auto shown = aws.send(GetPlatformApplicationAttributes{app}).value().attributes;
    CHECK(shown == Attributes{{"Enabled", "true"}, {"EventEndpointCreated", topic}});
    CHECK(aws.send(ListPlatformApplications{}).value().platform_applications.size() == 1);
    aws.send(DeletePlatformApplication{app}).value();
    aws.send(DeletePlatformApplication{app}).value();
    CHECK(message(aws.send(GetPlatformApplicationAttributes{app})) ==
          "PlatformApplication does not exist");
    CHECK(message(aws.send(GetEndpointAttributes{device})) == "Endpoint does not exist");
  }

  TEST_CASE_FIXTURE(DeviceFixture, "what is wrong with an application is said") {
    CHECK(message(aws.send(CreatePlatformApplication{"a b", "GCM", {{"a", "b"}}})) ==
          "Invalid parameter: Name");
    CHECK(message(aws.send(CreatePlatformApplication{"a", "PIGEON", {{"a", "b"}}})) ==
          "Invalid parameter: Platform Reason: PIGEON is not supported");
    CHECK(message(aws.send(CreatePlatformApplication{"a", "GCM", {{"Enabled", "true"}}})) ==
          "Invalid parameter: Attributes Reason: Invalid value for attribute: PlatformCredential: "
          "cannot be empty");
    CHECK(message(aws.send(SetPlatformApplicationAttributes{app, {{"Colour", "red"}}})) ==
          "Invalid parameter: Attributes Reason: Invalid attribute name: Colour");
  }

  TEST_CASE_FIXTURE(DeviceFixture, "a device is created once for its token") {
    CHECK(device.starts_with("arn:aws:sns:us-east-1:000000000000:endpoint/GCM/bus/"));
    CHECK(aws.send(CreatePlatformEndpoint{app, "t1"}).value().endpoint_arn == device);
    CHECK(message(aws.send(CreatePlatformEndpoint{app, "t1", "ann"})) ==
          "Invalid parameter: Token Reason: Endpoint " + device +
              " already exists with the same Token, but different attributes.");
    aws.send(SetEndpointAttributes{device, {{"Token", "t2"}, {"CustomUserData", "ann"}}}).value();
    CHECK(aws.send(GetEndpointAttributes{device}).value().attributes ==
          Attributes{{"CustomUserData", "ann"}, {"Enabled", "true"}, {"Token", "t2"}});
    CHECK(aws.send(CreatePlatformEndpoint{app, "t1"}).value().endpoint_arn != device);
    CHECK(aws.send(ListEndpointsByPlatformApplication{app}).value().endpoints.size() == 2);
    CHECK(code(aws.send(SetEndpointAttributes{device, {{"Token", "t1"}}})) ==
          errors::kInvalidParameter);
    aws.send(DeleteEndpoint{device}).value();
    aws.send(DeleteEndpoint{device}).value();
    CHECK(aws.send(ListEndpointsByPlatformApplication{app}).value().endpoints.size() == 1);
  }

  TEST_CASE_FIXTURE(DeviceFixture, "a device gets its platform's text, unless it is switched off") {
    const auto publish_json = [&] {
      return aws.send(Publish{.target_arn = device,
                              .message = R"({"default":"d","GCM":"for GCM","APNS":"a"})",
                              .message_structure = "json"});
    };
    publish_json().value();
    CHECK(outbox().at(0).body == "for GCM");
    CHECK(outbox().at(0).to == device);
    subscribe("application", device);
    publish("to all");
    CHECK(outbox().at(1).body == "to all");
    aws.send(SetEndpointAttributes{device, {{"Enabled", "false"}}}).value();
    CHECK(code(publish_json()) == errors::kEndpointDisabled);
    CHECK(message(aws.send(Publish{.target_arn = device + "x", .message = "hi"})) ==
          "Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified");
  }
}

}  // namespace emu::sns
