// Source: Amazon CloudWatch Logs API Reference, "PutResourcePolicy", "DescribeResourcePolicies",
// "DeleteResourcePolicy".
#include <doctest/doctest.h>

#include "core/gate/world.h"
#include "logs/log_fixture.h"

namespace emu::test {

TEST_SUITE("logs: resource policies") {
  struct PolicyFixture : LogFixture {
    static std::string policy(const std::string& service, const std::string& resource,
                              const std::string& source = "arn:aws:events:*:*:rule/*") {
      return R"({"Version":"2012-10-17","Statement":[{"Sid":"s","Effect":"Allow","Principal":)"
             R"({"Service":")" +
             service + R"("},"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":")" +
             resource + R"(","Condition":{"ArnLike":{"aws:SourceArn":")" + source + R"("}}}]})";
    }

    Result<logs::PutResourcePolicyResult> put_policy(const std::string& name,
                                                     const std::string& document) {
      return aws.send(logs::PutResourcePolicy{.policy_name = name, .policy_document = document});
    }

    // What a rule of EventBridge is told when it writes.
    std::string written_by(const std::string& service, const std::string& to_group) {
      Aws rule = cloud.world().client(cloud.world().service_caller(
          service, "arn:aws:events:us-east-1:000000000000:rule/r", "000000000000", "us-east-1"));
      return code(rule.send(
          logs::PutLogEvents{.log_group_name = to_group,
                             .log_stream_name = stream,
                             .log_events = {{.timestamp = now(), .message = "from a rule"}}}));
    }

    std::string group_arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
  };

  TEST_CASE_FIXTURE(PolicyFixture, "a service writes where a policy lets it") {
    CHECK(written_by("events.amazonaws.com", group) == "AccessDeniedException");
    put_policy("rules", policy("events.amazonaws.com", group_arn + ":*")).value();
    CHECK(written_by("events.amazonaws.com", group).empty());
    CHECK(written_by("delivery.logs.amazonaws.com", group) == "AccessDeniedException");
    put_policy("deliveries", policy("delivery.logs.amazonaws.com", group_arn + ":*")).value();
    CHECK(written_by("delivery.logs.amazonaws.com", group).empty());
    CHECK(written_by("events.amazonaws.com", group).empty());

    put_policy("rules", policy("events.amazonaws.com", group_arn + ":*", "arn:aws:events:*:1:*"))
        .value();
    CHECK(written_by("events.amazonaws.com", group) == "AccessDeniedException");
    aws.send(logs::DeleteResourcePolicy{.policy_name = "deliveries"}).value();
    CHECK(written_by("delivery.logs.amazonaws.com", group) == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "policies let services do no more, and nobody else anything") {
    put_policy("all", R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
                      R"("Action":"logs:*","Resource":"*"}]})")
        .value();
    CHECK(written_by("events.amazonaws.com", group).empty());
    Aws rule = cloud.world().client(cloud.world().service_caller(
        "events.amazonaws.com", "arn:aws:events:us-east-1:000000000000:rule/r", "000000000000",
        "us-east-1"));
    CHECK(code(rule.send(logs::DeleteLogGroup{.log_group_name = group})) ==
          "AccessDeniedException");
    Aws nobody = cloud.aws({.anonymous = true});
    CHECK_FALSE(nobody
                    .send(logs::PutLogEvents{.log_group_name = group,
                                             .log_stream_name = stream,
                                             .log_events = {{.timestamp = now(), .message = "x"}}})
                    .ok());
  }

  TEST_CASE_FIXTURE(PolicyFixture, "the policy of a group counts for that group") {
    aws.send(logs::CreateLogGroup{.log_group_name = "other"}).value();
    aws.send(logs::CreateLogStream{.log_group_name = "other", .log_stream_name = stream}).value();
    const std::string document = policy("events.amazonaws.com", "*");
    const auto first =
        aws.send(logs::PutResourcePolicy{
                     .policy_name = "own", .policy_document = document, .resource_arn = group_arn})
            .value();
    CHECK(written_by("events.amazonaws.com", group).empty());
    CHECK(written_by("events.amazonaws.com", "other") == "AccessDeniedException");
    REQUIRE(first.resource_policy);
    CHECK(first.resource_policy->policy_scope == "RESOURCE");
    CHECK(first.resource_policy->revision_id == first.revision_id);

    // Beside one of the account.
    put_policy("account", policy("delivery.logs.amazonaws.com", "*")).value();
    CHECK(written_by("events.amazonaws.com", group).empty());
    CHECK(written_by("delivery.logs.amazonaws.com", group).empty());

    logs::PutResourcePolicy again{.policy_document = policy("s3.amazonaws.com", "*"),
                                  .resource_arn = group_arn};
    CHECK(code(aws.send(again)) == "OperationAbortedException");
    again.expected_revision_id = first.revision_id;
    const auto second = aws.send(again).value();
    CHECK(second.revision_id != first.revision_id);
    CHECK(written_by("events.amazonaws.com", group) == "AccessDeniedException");
    const auto told = aws.send(logs::DescribeResourcePolicies{.policy_scope = "RESOURCE"}).value();
    REQUIRE(told.resource_policies.size() == 1);
    CHECK(told.resource_policies[0].resource_arn == group_arn);
    CHECK(aws.send(logs::DescribeResourcePolicies{.resource_arn = group_arn})
              .value()
              .resource_policies.size() == 1);
    // The model names no error for a group that is not there.
    CHECK(aws.send(logs::DescribeResourcePolicies{.resource_arn = group_arn + "x"})
              .value()
              .resource_policies.empty());
    CHECK(code(aws.send(logs::DescribeResourcePolicies{.resource_arn = "x"})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(logs::DeleteResourcePolicy{.resource_arn = group_arn})) ==
          "OperationAbortedException");
    aws.send(logs::DeleteResourcePolicy{.resource_arn = group_arn,
                                        .expected_revision_id = second.revision_id})
        .value();
    CHECK(code(aws.send(logs::DeleteResourcePolicy{.resource_arn = group_arn})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "policies are told by name in pages; ten are allowed") {
    for (int i = 0; i < 10; ++i) {
      put_policy("p" + std::to_string(i), policy("events.amazonaws.com", "*")).value();
    }
    CHECK(code(put_policy("more", policy("events.amazonaws.com", "*"))) ==
          "LimitExceededException");
    put_policy("p3", policy("s3.amazonaws.com", "*")).value();
    const auto page = aws.send(logs::DescribeResourcePolicies{.limit = 4}).value();
    REQUIRE(page.resource_policies.size() == 4);
    CHECK(page.resource_policies[3].policy_document == policy("s3.amazonaws.com", "*"));
    CHECK(page.resource_policies[3].policy_scope == "ACCOUNT");
    CHECK(page.resource_policies[3].last_updated_time == now());
    const auto rest =
        aws.send(logs::DescribeResourcePolicies{.next_token = page.next_token}).value();
    CHECK(rest.resource_policies.size() == 6);
    CHECK(rest.next_token.empty());
  }

  TEST_CASE_FIXTURE(PolicyFixture, "what is no policy is refused") {
    for (const char* bad :
         {"", "{}x", "[]", R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})"}) {
      CAPTURE(bad);
      CHECK(code(put_policy("p", bad)) == "InvalidParameterException");
    }
    CHECK(code(put_policy("", policy("s3.amazonaws.com", "*"))) == "InvalidParameterException");
    CHECK(code(aws.send(logs::PutResourcePolicy{.policy_document = policy("s3.amazonaws.com", "*"),
                                                .resource_arn = group_arn + "x"})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(logs::DeleteResourcePolicy{.policy_name = "p"})) ==
          "ResourceNotFoundException");
    CHECK(aws.send(logs::DescribeResourcePolicies{}).value().resource_policies.empty());
  }
}

}  // namespace emu::test
