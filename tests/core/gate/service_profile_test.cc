#include "core/gate/service_profile.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace emu {
namespace {

TEST_SUITE("core: the profiles of services") {
  TEST_CASE("names for variables and packages follow from the SDK's") {
    const ServiceProfile& logs = *find_profile("logs");
    CHECK(endpoint_variable(logs) == "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS");
    CHECK(javascript_client(logs) == "client-cloudwatch-logs");
    CHECK(endpoint_variable(*find_profile("dynamodb")) == "AWS_ENDPOINT_URL_DYNAMODB");
    CHECK(endpoint_variable(*find_profile("dynamodbstreams")) ==
          "AWS_ENDPOINT_URL_DYNAMODB_STREAMS");
  }

  TEST_CASE("an error has a code of its own in the Query protocol, or the same") {
    const ServiceProfile& sqs = *find_profile("sqs");
    constexpr std::string_view kOlder = "AWS.SimpleQueueService.NonExistentQueue";
    CHECK(query_error_code(sqs, "QueueDoesNotExist") == kOlder);
    CHECK(error_code_of_query(sqs, kOlder) == "QueueDoesNotExist");
    CHECK(query_error_code(sqs, "MissingParameter") == "MissingParameter");
    CHECK(error_code_of_query(sqs, "SomethingElse") == "SomethingElse");
  }

  TEST_CASE("services are found by their name and by what signatures call them") {
    CHECK(find_profile("bell") == nullptr);
    CHECK(profiles_signed_as("bell").empty());
    REQUIRE(profiles_signed_as("s3").size() == 1);
    CHECK(profiles_signed_as("s3").front() == find_profile("s3"));
  }

  TEST_CASE("every profile is complete, and they are in the order of their names") {
    std::vector<std::string_view> names;
    for (const ServiceProfile* profile : all_profiles()) {
      CAPTURE(profile->name);
      names.push_back(profile->name);
      for (const std::string_view text :
           {profile->signing_name, profile->host_prefix, profile->api_version, profile->sdk_id,
            profile->cli_name}) {
        CHECK_FALSE(text.empty());
      }
      REQUIRE_FALSE(profile->protocols.empty());
      CHECK(find_protocol(*profile, profile->protocols.front().kind) ==
            &profile->protocols.front());
      CHECK(std::is_sorted(
          profile->errors.begin(), profile->errors.end(),
          [](const ErrorProfile& a, const ErrorProfile& b) { return a.code < b.code; }));
      CHECK((profile->access_denied != nullptr));
      CHECK((profile->invalid != nullptr));
    }
    CHECK(std::is_sorted(names.begin(), names.end()));
  }

  TEST_CASE("one service of each protocol stands for those that are not here") {
    for (const ProtocolKind kind : {ProtocolKind::kJson, ProtocolKind::kCbor, ProtocolKind::kQuery,
                                    ProtocolKind::kRestJson, ProtocolKind::kRestXml}) {
      int standing = 0;
      for (const ServiceProfile* profile : all_profiles()) {
        const ProtocolProfile* protocol = find_protocol(*profile, kind);
        if (protocol != nullptr && protocol->stands_for_unknown) ++standing;
      }
      CHECK(standing == 1);
    }
  }
}

}  // namespace
}  // namespace emu
