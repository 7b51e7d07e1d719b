// Sources: Amazon SES Developer Guide, "Service quotas in Amazon SES", "Request production access
// (Moving out of the Amazon SES sandbox)"; Amazon SES API Reference, "GetSendStatistics".
#include <doctest/doctest.h>

#include "ses/support.h"

namespace emu::ses {

namespace {

struct SandboxFixture : SenderFixture {
  SandboxFixture() {
    aws.send(sesv2::PutAccountDetails{.mail_type = "TRANSACTIONAL",
                                      .website_url = "https://example.com",
                                      .production_access_enabled = false})
        .value();
  }
};

}  // namespace

TEST_SUITE("ses: quotas") {
  TEST_CASE_FIXTURE(SenderFixture, "recipients of the last 24 hours count") {
    SendEmail request = mail();
    request.destination.cc_addresses = {"bob@example.org"};
    aws.send(request).value();
    const auto quota = aws.send(GetSendQuota{}).value();
    CHECK(quota.max24_hour_send == 50'000);
    CHECK(quota.max_send_rate == 14);
    CHECK(quota.sent_last24_hours == 2);
    cloud.advance(24h);
    CHECK(aws.send(GetSendQuota{}).value().sent_last24_hours == 0);
  }

  TEST_CASE_FIXTURE(SandboxFixture, "in the sandbox recipients have to be verified") {
    const auto refused = aws.send(mail());
    CHECK(code(refused) == errors::kMessageRejected);
    CHECK(contains(message(refused), "US-EAST-1: ann@example.org"));
    SendEmail request = mail();
    request.destination.to_addresses = {"success@simulator.amazonses.com", kSender};
    CHECK(aws.send(request).ok());
    CHECK(aws.send(GetSendQuota{}).value().sent_last24_hours == 1);
    CHECK(aws.send(sesv2::GetAccount{}).value().production_access_enabled == false);
  }

  TEST_CASE_FIXTURE(SandboxFixture, "the sandbox sends to 200 recipients a day") {
    SendEmail request = mail();
    request.destination.to_addresses.assign(50, kSender);
    for (int i = 0; i < 4; ++i) aws.send(request).value();
    const auto refused = aws.send(request);
    CHECK(code(refused) == errors::kThrottling);
    CHECK(message(refused) == "Daily message quota exceeded.");
    cloud.advance(24h);
    CHECK(aws.send(request).ok());
  }

  TEST_CASE_FIXTURE(SenderFixture, "statistics come in quarters of an hour, for two weeks") {
    aws.send(mail()).value();
    SendEmail bounced = mail();
    bounced.destination.to_addresses = {"bounce+1@simulator.amazonses.com",
                                        "complaint@simulator.amazonses.com"};
    aws.send(bounced).value();
    CHECK(outbox().at(1).undelivered ==
          std::vector<std::string>{"bounce+1@simulator.amazonses.com"});
    cloud.advance(15min);
    aws.send(mail()).value();
    auto points = aws.send(GetSendStatistics{}).value().send_data_points;
    REQUIRE(points.size() == 2);
    CHECK(points[0].delivery_attempts == 3);
    CHECK(points[0].bounces == 1);
    CHECK(points[0].complaints == 1);
    CHECK(*points[1].timestamp - *points[0].timestamp == 15min);
    CHECK(points[1].delivery_attempts == 1);
    cloud.advance(14 * 24h);
    CHECK(aws.send(GetSendStatistics{}).value().send_data_points.empty());
  }
}

}  // namespace emu::ses
