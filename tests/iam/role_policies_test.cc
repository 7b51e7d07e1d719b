// Source: AWS IAM API Reference, "PutRolePolicy", "AttachRolePolicy"; AWS IAM User Guide, "IAM and
// AWS STS quotas".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {

TEST_SUITE("iam: policies of roles") {
  TEST_CASE_FIXTURE(IamFixture, "inline policies are put, got, listed and deleted") {
    create_role("worker");
    for (const char* name : {"b", "a", "c"}) {
      aws.send(iam::PutRolePolicy{
                   .role_name = "worker", .policy_name = name, .policy_document = allow("sqs:*")})
          .value();
    }
    const auto got =
        aws.send(iam::GetRolePolicy{.role_name = "worker", .policy_name = "a"}).value();
    CHECK(got.policy_document.starts_with("%7B%22Version%22"));
    const auto page = aws.send(iam::ListRolePolicies{.role_name = "worker", .max_items = 2});
    CHECK(page.value().policy_names == std::vector<std::string>{"a", "b"});
    CHECK(aws.send(iam::ListRolePolicies{.role_name = "worker", .marker = page.value().marker})
              .value()
              .policy_names == std::vector<std::string>{"c"});
    aws.send(iam::DeleteRolePolicy{.role_name = "worker", .policy_name = "a"}).value();
    const auto gone = aws.send(iam::GetRolePolicy{.role_name = "worker", .policy_name = "a"});
    CHECK(code(gone) == "NoSuchEntity");
    CHECK(message(gone) == "The role policy with name a cannot be found.");
  }

  TEST_CASE_FIXTURE(IamFixture, "inline policies of a role have 10,240 characters together") {
    create_role("worker");
    const auto put = [&](const char* name, std::size_t characters) {
      const std::string shell = allow("sqs:*", "arn:aws:sqs:::");
      return aws.send(iam::PutRolePolicy{
          .role_name = "worker",
          .policy_name = name,
          .policy_document =
              "  " +
              allow("sqs:*", "arn:aws:sqs:::" + std::string(characters - shell.size(), 'q'))});
    };
    put("a", 6000).value();
    put("b", 4240).value();
    const auto refused = put("c", 200);
    CHECK(code(refused) == "LimitExceeded");
    CHECK(message(refused) == "Maximum policy size of 10240 bytes exceeded for role worker");
    CHECK(code(put("a", 6001)) == "LimitExceeded");
    put("a", 5900).value();
    CHECK(aws.send(iam::ListRolePolicies{.role_name = "worker"}).value().policy_names.size() == 2);
  }

  TEST_CASE_FIXTURE(IamFixture, "managed policies are attached once and detached") {
    create_role("worker");
    const std::string arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole";
    for (int i = 0; i < 2; ++i) {
      aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    }
    const auto attached =
        aws.send(iam::ListAttachedRolePolicies{.role_name = "worker"}).value().attached_policies;
    REQUIRE(attached.size() == 1);
    CHECK(attached[0].policy_name == "AWSLambdaSQSQueueExecutionRole");
    CHECK(attached[0].policy_arn == arn);
    CHECK(aws.send(iam::GetPolicy{.policy_arn = arn}).value().policy->attachment_count == 1);
    CHECK(aws.send(iam::ListAttachedRolePolicies{.role_name = "worker", .path_prefix = "/other/"})
              .value()
              .attached_policies.empty());

    aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    const auto again = aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn});
    CHECK(message(again) == "Policy " + arn + " was not found.");
  }

  TEST_CASE_FIXTURE(IamFixture, "what cannot be attached is refused") {
    create_role("worker");
    const auto attach = [&](const std::string& arn) {
      return aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn});
    };
    CHECK(message(attach("arn:aws:iam::000000000000:policy/none")) ==
          "Policy arn:aws:iam::000000000000:policy/none does not exist or is not attachable.");
    CHECK(code(attach("arn:aws:iam::000000000000:role/worker")) == "InvalidInput");
    CHECK(code(attach("AmazonSQSFullAccess-or-so")) == "ValidationError");
    // As recorded from AWS.
    CHECK(message(attach("AmazonSQSFullAccess-or-so")) == "Invalid ARN:  Could not be parsed!");
    for (int i = 0; i <= 10; ++i) {
      const auto created = aws.send(iam::CreatePolicy{.policy_name = "p" + std::to_string(i),
                                                      .policy_document = allow("sqs:*")})
                               .value();
      const auto result = attach(created.policy->arn);
      CHECK(message(result) == (i < 10 ? "" : "Cannot exceed quota for PoliciesPerRole: 10"));
    }
  }
}

}  // namespace emu::test
