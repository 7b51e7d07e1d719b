// Source: AWS IAM API Reference, "CreateRole".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {

TEST_SUITE("iam: CreateRole") {
  TEST_CASE_FIXTURE(IamFixture, "a role has an ARN, an id and a trust policy") {
    const auto role = aws.send(iam::CreateRole{.path = "/app/",
                                               .role_name = "worker",
                                               .assume_role_policy_document =
                                                   trust("Service", "lambda.amazonaws.com"),
                                               .description = "works",
                                               .max_session_duration = 2h,
                                               .tags = {{.key = "team", .value = "bus"}}})
                          .value()
                          .role;
    CHECK(role.arn == "arn:aws:iam::000000000000:role/app/worker");
    CHECK(role.role_id.size() == 21);
    CHECK(role.role_id.starts_with("AROA"));
    CHECK(role.create_date == cloud.now());
    // As recorded from AWS: these two come with GetRole only.
    CHECK_FALSE(role.max_session_duration);
    CHECK_FALSE(role.role_last_used);
    CHECK(role.assume_role_policy_document.starts_with("%7B%22Version%22%3A%222012-10-17%22"));

    const auto same = aws.send(iam::GetRole{.role_name = "worker"}).value().role;
    CHECK(same.role_id == role.role_id);
    CHECK(same.max_session_duration == 7200s);
    CHECK(same.role_last_used);
    CHECK(same.description == "works");
    REQUIRE(same.tags.size() == 1);
    CHECK(same.tags[0].value == "bus");
  }

  TEST_CASE_FIXTURE(IamFixture, "what AWS refuses, in its words, leaves nothing behind") {
    create_role("worker");
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const std::string lambda = trust("Service", "lambda.amazonaws.com");
    struct Case {
      iam::CreateRole in;
      const char* code;
      std::string message;
    };
    const std::vector<Case> cases = {
        {{.role_name = "WORKER", .assume_role_policy_document = lambda},
         "EntityAlreadyExists",
         "Role with name WORKER already exists."},
        {{.role_name = "a b", .assume_role_policy_document = lambda},
         "ValidationError",
         "The specified value for roleName is invalid. It must contain only alphanumeric "
         "characters and/or the following: +=,.@_-"},
        {{.role_name = "other", .assume_role_policy_document = "{"},
         "MalformedPolicyDocument",
         "This policy contains invalid Json"},
        {{.role_name = "other",
          .assume_role_policy_document = trust("AWS", "arn:aws:iam::000000000000:user/bob")},
         "MalformedPolicyDocument",
         "Invalid principal in policy: \"AWS\":\"arn:aws:iam::000000000000:user/bob\""},
        {{.role_name = "other",
          .assume_role_policy_document = trust("Service", std::string(2048, 'x') + ".com")},
         "LimitExceeded",
         "Cannot exceed quota for ACLSizePerRole: 2048"},
        {{.role_name = "other",
          .assume_role_policy_document = lambda,
          .permissions_boundary = "arn:aws:iam::000000000000:policy/none"},
         "NoSuchEntity",
         "Policy arn:aws:iam::000000000000:policy/none does not exist or is not attachable."},
        {{.role_name = "other",
          .assume_role_policy_document = lambda,
          .tags = {{.key = "a", .value = "1"}, {.key = "A", .value = "2"}}},
         "InvalidInput",
         "Duplicate tag keys found. Please note that Tag keys are case insensitive."},
    };
    for (const Case& c : cases) {
      CAPTURE(c.message);
      const auto refused = aws.send(c.in);
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
    }
    CHECK(aws.send(iam::ListRoles{}).value().roles.size() == 1);
    create_role("other", trust("AWS", "arn:aws:iam::000000000000:user/ann"));
  }

  TEST_CASE_FIXTURE(IamFixture, "an account holds 1,000 roles") {
    for (int i = 0; i < 1000; ++i) create_role("r" + std::to_string(i));
    const auto refused = aws.send(
        iam::CreateRole{.role_name = "one-more",
                        .assume_role_policy_document = trust("Service", "lambda.amazonaws.com")});
    CHECK(code(refused) == "LimitExceeded");
    CHECK(message(refused) == "Cannot exceed quota for RolesPerAccount: 1000");
  }
}

}  // namespace emu::test
