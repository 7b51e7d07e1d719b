// Source: AWS STS API Reference, "AssumeRole", "GetSessionToken", "GetCallerIdentity"; AWS IAM User
// Guide, "Policies and permissions in IAM", "Pass session tags in AWS STS".
#include <doctest/doctest.h>
#include <emu/sts.h>

#include "iam/iam_fixture.h"

namespace emu::test {
namespace {

struct StsFixture : IamFixture {
  StsFixture() {
    allow_user("ann", allow("sts:AssumeRole"));
    create_role("reader", trust("AWS", "arn:aws:iam::000000000000:root"));
    allow_role("reader", allow("iam:*"));
  }

  Aws as_session(const sts::Credentials& credentials) {
    return cloud.aws({.access_key_id = credentials.access_key_id});
  }
  Aws as_new_user(const std::string& name) {
    create_user(name);
    return as_user(name);
  }

  Aws ann = as_new_user("ann");
  const std::string reader = "arn:aws:iam::000000000000:role/reader";
};

}  // namespace

TEST_SUITE("sts: sessions") {
  TEST_CASE_FIXTURE(StsFixture, "a user assumes a role and acts as it until the session ends") {
    const auto session =
        ann.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "today"}).value();
    CHECK(session.credentials.access_key_id.starts_with("ASIA"));
    CHECK(session.credentials.expiration == cloud.now() + 1h);
    CHECK(session.assumed_role_user.arn == "arn:aws:sts::000000000000:assumed-role/reader/today");
    CHECK_FALSE(session.packed_policy_size);

    Aws as_reader = as_session(session.credentials);
    const auto who = as_reader.send(sts::GetCallerIdentity{}).value();
    CHECK(who.arn == session.assumed_role_user.arn);
    CHECK(who.user_id == session.assumed_role_user.assumed_role_id);
    CHECK(who.user_id.starts_with("AROA"));
    const auto role = as_reader.send(iam::GetRole{.role_name = "reader"}).value().role;
    CHECK(role.role_last_used->last_used_date == cloud.now());
    CHECK(code(as_reader.send(iam::GetUser{})) == "ValidationError");

    cloud.advance(59min + 59s);
    as_session(session.credentials);
    cloud.advance(1s);
    try {
      as_session(session.credentials);
      FAIL("the credentials were taken");
    } catch (const AwsError& error) {
      CHECK(error.error().code == "ExpiredToken");
    }
  }

  TEST_CASE_FIXTURE(StsFixture, "the trust policy and its conditions decide") {
    create_role("partner", trust("AWS", "arn:aws:iam::000000000000:user/ann",
                                 R"(,"Condition":{"StringEquals":{"sts:ExternalId":"secret"}})"));
    const std::string partner = "arn:aws:iam::000000000000:role/partner";
    const auto refused = ann.send(sts::AssumeRole{.role_arn = partner, .role_session_name = "me"});
    CHECK(code(refused) == "AccessDenied");
    CHECK(message(refused) ==
          "User: arn:aws:iam::000000000000:user/ann is not authorized to perform: sts:AssumeRole "
          "on resource: arn:aws:iam::000000000000:role/partner");
    CHECK(ann.send(sts::AssumeRole{
                       .role_arn = partner, .role_session_name = "me", .external_id = "secret"})
              .ok());
    CHECK(code(ann.send(sts::AssumeRole{.role_arn = "arn:aws:iam::000000000000:role/none",
                                        .role_session_name = "me"})) == "AccessDenied");

    aws
        .send(iam::UpdateAssumeRolePolicy{
            .role_name = "reader", .policy_document = trust("Service", "lambda.amazonaws.com")})
        .value();
    CHECK(code(ann.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "me"})) ==
          "AccessDenied");
  }

  TEST_CASE_FIXTURE(StsFixture, "roles of another account need both sides") {
    Aws other = cloud.aws({.account = "222222222222"});
    other
        .send(iam::CreateRole{.role_name = "guest",
                              .assume_role_policy_document = trust("AWS", "000000000000")})
        .value();
    const sts::AssumeRole as_guest{.role_arn = "arn:aws:iam::222222222222:role/guest",
                                   .role_session_name = "me"};
    const auto session = ann.send(as_guest).value();
    CHECK(as_session(session.credentials).send(sts::GetCallerIdentity{}).value().account ==
          "222222222222");
    aws.send(iam::DeleteUserPolicy{.user_name = "ann", .policy_name = "own"}).value();
    CHECK(code(ann.send(as_guest)) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(StsFixture, "a session policy narrows what the session may do") {
    const auto session = ann.send(sts::AssumeRole{.role_arn = reader,
                                                  .role_session_name = "narrow",
                                                  .policy = allow("iam:GetRole")})
                             .value();
    CHECK(session.packed_policy_size.value() > 0);
    Aws narrow = as_session(session.credentials);
    CHECK(narrow.send(iam::GetRole{.role_name = "reader"}).ok());
    CHECK(message(narrow.send(iam::ListRoles{})) ==
          "User: arn:aws:sts::000000000000:assumed-role/reader/narrow is not authorized to "
          "perform: iam:ListRoles on resource: arn:aws:iam::000000000000:role/ because no session "
          "policy allows the iam:ListRoles action");

    const auto wide =
        ann.send(sts::AssumeRole{.role_arn = reader,
                                 .role_session_name = "wide",
                                 .policy_arns = {{.arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"}},
                                 .policy = allow("iam:TagRole")})
            .value();
    Aws both = as_session(wide.credentials);
    CHECK(both.send(iam::ListRoles{}).ok());
    CHECK(both.send(iam::TagRole{.role_name = "reader", .tags = {{.key = "a"}}}).ok());
    CHECK(code(both.send(iam::DeleteRole{.role_name = "reader"})) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(StsFixture, "what a session may not be") {
    struct Case {
      sts::AssumeRole in;
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases = {
        {{.role_arn = reader, .role_session_name = "me", .duration_seconds = 2h},
         "ValidationError",
         "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."},
        {{.role_arn = reader, .role_session_name = "me", .duration_seconds = 899s},
         "ValidationError",
         nullptr},
        {{.role_arn = reader, .role_session_name = "m"}, "ValidationError", nullptr},
        {{.role_arn = reader, .role_session_name = "a b"}, "ValidationError", nullptr},
        {{.role_arn = reader, .role_session_name = "me", .policy = "{"},
         "MalformedPolicyDocument",
         "The policy is not in the valid JSON format."},
        {{.role_arn = reader,
          .role_session_name = "me",
          .policy_arns = {{.arn = "arn:aws:iam::aws:policy/None"}}},
         "MalformedPolicyDocument",
         "Policy arn:aws:iam::aws:policy/None does not exist or is not attachable."},
    };
    for (const Case& c : cases) {
      const auto refused = ann.send(c.in);
      CHECK(code(refused) == c.code);
      if (c.message != nullptr) CHECK(message(refused) == c.message);
    }
    aws.send(iam::UpdateRole{.role_name = "reader", .max_session_duration = 12h}).value();
    CHECK(ann.send(sts::AssumeRole{
                       .role_arn = reader, .role_session_name = "me", .duration_seconds = 12h})
              .ok());
    const auto session =
        ann.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "me"}).value();
    allow_role("reader", allow("sts:AssumeRole"));
    CHECK(
        message(as_session(session.credentials)
                    .send(sts::AssumeRole{
                        .role_arn = reader, .role_session_name = "me", .duration_seconds = 2h})) ==
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by "
        "role chaining");
  }

  TEST_CASE_FIXTURE(StsFixture, "session tags need permission and count as the principal's") {
    const sts::AssumeRole tagged{
        .role_arn = reader, .role_session_name = "me", .tags = {{.key = "team", .value = "bus"}}};
    CHECK(code(ann.send(tagged)) == "AccessDenied");
    allow_user("ann", allow("sts:*"));
    CHECK(code(ann.send(tagged)) == "AccessDenied");
    aws
        .send(iam::UpdateAssumeRolePolicy{
            .role_name = "reader",
            .policy_document = policy(R"({"Effect":"Allow","Principal":{"AWS":"000000000000"},)"
                                      R"("Action":["sts:AssumeRole","sts:TagSession"]})")})
        .value();
    const auto session = ann.send(tagged).value();
    allow_role("reader", policy(R"({"Effect":"Allow","Action":"iam:*","Resource":"*","Condition":)"
                                R"({"StringEquals":{"aws:PrincipalTag/team":"bus"}}})"));
    CHECK(as_session(session.credentials).send(iam::ListRoles{}).ok());
    const auto plain =
        ann.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "me"}).value();
    CHECK(code(as_session(plain.credentials).send(iam::ListRoles{})) == "AccessDenied");
  }

  // AWS IAM User Guide, "Pass session tags in AWS STS"; the texts are as recorded from AWS.
  TEST_CASE_FIXTURE(StsFixture, "transitive tags are handed on, and keys are alike in any case") {
    const std::string any = R"({"Effect":"Allow","Action":"sts:*","Resource":"*"})";
    create_role("hub", policy(R"({"Effect":"Allow","Principal":{"AWS":"000000000000"},)"
                              R"("Action":["sts:AssumeRole","sts:TagSession"]})"));
    const std::string hub = "arn:aws:iam::000000000000:role/hub";
    allow_role("hub", policy(any));
    const auto refusal = [&](Aws& from, std::vector<sts::Tag> tags,
                             std::vector<std::string> transitive) {
      return message(from.send(sts::AssumeRole{.role_arn = hub,
                                               .role_session_name = "again",
                                               .tags = std::move(tags),
                                               .transitive_tag_keys = std::move(transitive)}));
    };
    CHECK(refusal(aws, {{"Team", "bus"}, {"team", "tram"}}, {}) ==
          "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    CHECK(refusal(aws, {{"Team", "bus"}}, {"Line"}) ==
          "The specified transitive tag key must be included in the requested tags.");

    const auto first = aws.send(sts::AssumeRole{.role_arn = hub,
                                                .role_session_name = "first",
                                                .tags = {{"Team", "bus"}, {"Line", "12"}},
                                                .transitive_tag_keys = {"team"}})
                           .value();
    Aws as_first = as_session(first.credentials);
    const auto conflict = as_first.send(sts::AssumeRole{
        .role_arn = hub, .role_session_name = "second", .tags = {{"TEAM", "tram"}}});
    CHECK(code(conflict) == "InvalidParameterValue");
    CHECK(message(conflict) ==
          "One of the specified transitive tag keys can't be set because it conflicts with a "
          "transitive tag key from the calling session.");
    const auto second =
        as_first.send(sts::AssumeRole{.role_arn = hub, .role_session_name = "second"}).value();
    allow_role("hub",
               policy(R"({"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":)"
                      R"({"StringEquals":{"aws:PrincipalTag/Team":"bus"},)"
                      R"("Null":{"aws:PrincipalTag/Line":"true"}}})"));
    CHECK(as_session(second.credentials).send(iam::ListUsers{}).ok());
    CHECK_FALSE(as_first.send(iam::ListUsers{}).ok());
  }

  TEST_CASE_FIXTURE(StsFixture, "what is no role's ARN is invalid for everybody") {
    for (Aws* who : {&aws, &ann}) {
      const auto refused = who->send(
          sts::AssumeRole{.role_arn = "the-role-of-the-reader", .role_session_name = "today"});
      CHECK(code(refused) == "ValidationError");
      CHECK(message(refused) == "the-role-of-the-reader is invalid");
    }
  }

  // AWS General Reference, "Amazon Resource Names (ARNs)".
  TEST_CASE_FIXTURE(StsFixture, "ARNs are of the partition that the region lies in") {
    struct Case {
      const char* region;
      const char* partition;
    };
    for (const Case& c : {Case{"cn-north-1", "aws-cn"}, Case{"us-gov-west-1", "aws-us-gov"}}) {
      CAPTURE(c.region);
      Aws there = cloud.aws({.region = c.region});
      const std::string prefix = std::string("arn:") + c.partition;
      CHECK(there.send(sts::GetCallerIdentity{}).value().arn == prefix + ":iam::000000000000:root");
      const auto session =
          there
              .send(sts::AssumeRole{.role_arn = prefix + ":iam::000000000000:role/reader",
                                    .role_session_name = "today"})
              .value();
      CHECK(session.assumed_role_user.arn ==
            prefix + ":sts::000000000000:assumed-role/reader/today");
    }
  }

  TEST_CASE_FIXTURE(StsFixture, "a session does not outlive its role") {
    const auto session =
        ann.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "me"}).value();
    Aws as_reader = as_session(session.credentials);
    CHECK(as_reader.send(iam::ListRoles{}).ok());
    aws.send(iam::DeleteRolePolicy{.role_name = "reader", .policy_name = "own"}).value();
    aws.send(iam::DeleteRole{.role_name = "reader"}).value();
    create_role("reader", trust("AWS", "arn:aws:iam::000000000000:root"));
    allow_role("reader", allow("iam:*"));
    CHECK(code(as_reader.send(iam::ListRoles{})) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(StsFixture, "a user's own temporary credentials are not for IAM") {
    allow_user("ann", allow("*"));
    const auto credentials = ann.send(sts::GetSessionToken{}).value().credentials;
    CHECK(credentials.expiration == cloud.now() + 12h);
    Aws session = as_session(credentials);
    CHECK(session.send(sts::GetCallerIdentity{}).value().arn ==
          "arn:aws:iam::000000000000:user/ann");
    CHECK(code(session.send(iam::ListRoles{})) == "AccessDenied");
    CHECK(code(session.send(sts::GetSessionToken{})) == "AccessDenied");
    CHECK(session.send(sts::AssumeRole{.role_arn = reader, .role_session_name = "me"}).ok());
  }

  TEST_CASE_FIXTURE(StsFixture, "a key tells its account") {
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    CHECK(aws.send(sts::GetAccessKeyInfo{.access_key_id = key.access_key_id}).value().account ==
          kAccount);
    CHECK(code(aws.send(sts::GetAccessKeyInfo{.access_key_id = "AKIAIOSFODNN7EXAMPLE"})) ==
          "ValidationError");
  }
}

}  // namespace emu::test
