// Source: AWS IAM API Reference, "CreatePolicy", "ListPolicies", "DeletePolicy",
// "CreatePolicyVersion"; AWS IAM User Guide, "IAM and AWS STS quotas".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {
namespace {

struct PolicyFixture : IamFixture {
  std::string create(const std::string& name) {
    return aws.send(iam::CreatePolicy{.policy_name = name, .policy_document = allow("sqs:*")})
        .value()
        .policy->arn;
  }
};

}  // namespace

TEST_SUITE("iam: managed policies") {
  TEST_CASE_FIXTURE(PolicyFixture, "a policy has versions, one of which is in force") {
    const auto created = aws.send(iam::CreatePolicy{.policy_name = "send",
                                                    .path = "/app/",
                                                    .policy_document = allow("sqs:SendMessage"),
                                                    .description = "may send"})
                             .value();
    const std::string arn = created.policy->arn;
    CHECK(arn == "arn:aws:iam::000000000000:policy/app/send");
    CHECK(created.policy->policy_id.starts_with("ANPA"));
    // As recorded from AWS: the description comes with GetPolicy only, and there tags always do.
    CHECK(created.policy->description.empty());
    CHECK_FALSE(created.policy->tags);
    CHECK(created.policy->default_version_id == "v1");

    cloud.advance(1h);
    const auto version =
        aws.send(iam::CreatePolicyVersion{
                     .policy_arn = arn, .policy_document = allow("sqs:*"), .set_as_default = true})
            .value()
            .policy_version;
    CHECK(version->version_id == "v2");
    const auto policy = aws.send(iam::GetPolicy{.policy_arn = arn}).value().policy;
    CHECK(policy->default_version_id == "v2");
    CHECK(policy->description == "may send");
    REQUIRE(policy->tags);
    CHECK(policy->tags->empty());
    CHECK(policy->update_date == cloud.now());
    CHECK(policy->create_date == cloud.now() - 1h);

    const auto first =
        aws.send(iam::GetPolicyVersion{.policy_arn = arn, .version_id = "v1"}).value();
    CHECK(first.policy_version->document.find("SendMessage") != std::string::npos);
    CHECK_FALSE(first.policy_version->is_default_version);
    const auto versions = aws.send(iam::ListPolicyVersions{.policy_arn = arn}).value().versions;
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].version_id == "v2");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "five versions are all that there can be") {
    const std::string arn = create("p");
    const auto add = [&] {
      return aws.send(
          iam::CreatePolicyVersion{.policy_arn = arn, .policy_document = allow("sqs:*")});
    };
    for (int i = 0; i < 4; ++i) add().value();
    CHECK(code(add()) == "LimitExceeded");
    const auto in_force = aws.send(iam::DeletePolicyVersion{.policy_arn = arn, .version_id = "v1"});
    CHECK(code(in_force) == "DeleteConflict");
    CHECK(message(in_force) == "Cannot delete the default version of a policy.");
    aws.send(iam::DeletePolicyVersion{.policy_arn = arn, .version_id = "v3"}).value();
    CHECK(add().value().policy_version->version_id == "v6");
    CHECK(message(aws.send(iam::SetDefaultPolicyVersion{.policy_arn = arn, .version_id = "v3"})) ==
          "Policy " + arn + " version v3 does not exist or is not attachable.");
    aws.send(iam::SetDefaultPolicyVersion{.policy_arn = arn, .version_id = "v6"}).value();
    CHECK(aws.send(iam::GetPolicy{.policy_arn = arn}).value().policy->default_version_id == "v6");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "a policy in use or with versions is not deleted") {
    const std::string arn = create("p");
    create_role("worker");
    aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    aws.send(iam::CreatePolicyVersion{.policy_arn = arn, .policy_document = allow("s3:*")}).value();
    CHECK(message(aws.send(iam::DeletePolicy{.policy_arn = arn})) ==
          "Cannot delete a policy attached to entities.");
    aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    CHECK(message(aws.send(iam::DeletePolicy{.policy_arn = arn}))
              .starts_with("This policy has more than one version."));
    aws.send(iam::DeletePolicyVersion{.policy_arn = arn, .version_id = "v2"}).value();
    aws.send(iam::DeletePolicy{.policy_arn = arn}).value();
    CHECK(message(aws.send(iam::GetPolicy{.policy_arn = arn})) ==
          "Policy " + arn + " was not found.");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "what AWS refuses leaves nothing behind") {
    create("p");
    const auto again =
        aws.send(iam::CreatePolicy{.policy_name = "P", .policy_document = allow("sqs:*")});
    CHECK(code(again) == "EntityAlreadyExists");
    CHECK(message(again) == "A policy called P already exists. Duplicate names are not allowed.");
    const auto too_long = aws.send(iam::CreatePolicy{
        .policy_name = "long",
        .policy_document = allow("sqs:*", "arn:aws:sqs:::" + std::string(6144, 'q'))});
    CHECK(message(too_long) == "Cannot exceed quota for PolicySize: 6144");
    CHECK(aws.send(iam::ListPolicies{.scope = "Local"}).value().policies.size() == 1);
    CHECK(code(aws.send(iam::DeletePolicy{
              .policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"})) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "lists tell the account's policies from AWS's") {
    const std::string arn = create("p");
    create("q");
    create_role("worker");
    aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    const auto count = [&](const iam::ListPolicies& in) {
      return aws.send(in).value().policies.size();
    };
    CHECK(count({.scope = "Local"}) == 2);
    CHECK(count({.scope = "AWS"}) == 13);
    CHECK(count({}) == 15);
    CHECK(count({.only_attached = true}) == 1);
    CHECK(count({.path_prefix = "/service-role/"}) == 2);
    CHECK(count({.policy_usage_filter = "PermissionsBoundary"}) == 0);
    const auto page = aws.send(iam::ListPolicies{.max_items = 14}).value();
    CHECK(page.is_truncated);
    CHECK(count({.marker = page.marker}) == 1);
  }
}

}  // namespace emu::test
