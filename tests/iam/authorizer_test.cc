// Source: AWS IAM User Guide, "Policy evaluation logic", "Create a role to delegate permissions to
// an AWS service".
#include "iam/authorizer.h"

#include <doctest/doctest.h>

#include "core/gate/world.h"
#include "iam/iam_fixture.h"
#include "iam/service.h"

namespace emu::test {
namespace {

constexpr const char* kQueue = "arn:aws:sqs:us-east-1:000000000000:orders";

struct AuthorizerFixture : IamFixture {
  AuthorizerFixture() {
    world.resource_policies().add_source("sqs", [this](std::string_view) { return queue_policy; });
  }

  // A session of a role that a Lambda function runs as.
  CallerPtr worker() {
    return authorizer
        .assume_for_service("arn:aws:iam::000000000000:role/worker", "lambda.amazonaws.com", "fn",
                            "us-east-1")
        .value();
  }
  bool may_send(const CallerPtr& caller) {
    return !authorizer.refusal(
        {.caller = *caller, .action = "sqs:SendMessage", .resource = kQueue});
  }

  World& world = cloud.world();
  Authorizer& authorizer = *world.authorizer();
  std::shared_ptr<const std::string> queue_policy;
};

}  // namespace

TEST_SUITE("iam: the authorizer") {
  TEST_CASE_FIXTURE(AuthorizerFixture, "a service runs code as a role that trusts it") {
    create_role("worker");
    const CallerPtr caller = worker();
    CHECK(caller->kind == Caller::Kind::kRole);
    CHECK(caller->arn == "arn:aws:sts::000000000000:assumed-role/worker/fn");
    CHECK(caller->role_arn == "arn:aws:iam::000000000000:role/worker");
    CHECK(caller->principal_id.ends_with(":fn"));

    const auto by = [&](const char* role, const char* service) {
      return authorizer.assume_for_service(role, service, "fn", "us-east-1");
    };
    CHECK(code(by("arn:aws:iam::000000000000:role/worker", "s3.amazonaws.com")) == "AccessDenied");
    CHECK(code(by("arn:aws:iam::000000000000:role/none", "lambda.amazonaws.com")) ==
          "AccessDenied");
    CHECK(code(by("worker", "lambda.amazonaws.com")) == "AccessDenied");
  }

  // So that a service which reads past an ARN's partition has no second name for a resource.
  TEST_CASE_FIXTURE(AuthorizerFixture, "nobody has rights in another partition") {
    create_user("ann");
    allow_user("ann", allow("*"));
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    const CallerPtr ann = authorizer.identify(key.access_key_id, "us-east-1").value();
    const auto may_read = [&](const char* resource) {
      return !authorizer.refusal(
          {.caller = *ann, .action = "logs:GetLogEvents", .resource = resource});
    };
    CHECK(may_read("arn:aws:logs:us-east-1:000000000000:log-group:trips:log-stream:a"));
    CHECK(may_read("*"));
    CHECK_FALSE(may_read("arn:aws-cn:logs:us-east-1:000000000000:log-group:trips:log-stream:a"));
    CHECK_FALSE(may_read("arn::logs:us-east-1:000000000000:log-group:trips:log-stream:a"));
  }

  TEST_CASE_FIXTURE(AuthorizerFixture, "every change holds from the next question on") {
    create_role("worker");
    const CallerPtr caller = worker();
    const std::string arn = "arn:aws:iam::000000000000:policy/send";
    // Asked twice each time, so that the second answer is a remembered one.
    const auto may = [&] {
      const bool first = may_send(caller);
      CHECK(may_send(caller) == first);
      return first;
    };
    CHECK_FALSE(may());
    allow_role("worker", allow("sqs:*"));
    CHECK(may());
    aws.send(iam::DeleteRolePolicy{.role_name = "worker", .policy_name = "own"}).value();
    CHECK_FALSE(may());

    aws.send(iam::CreatePolicy{.policy_name = "send", .policy_document = allow("sqs:*")}).value();
    aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    CHECK(may());
    aws.send(iam::CreatePolicyVersion{
                 .policy_arn = arn, .policy_document = allow("s3:*"), .set_as_default = true})
        .value();
    CHECK_FALSE(may());
    aws.send(iam::SetDefaultPolicyVersion{.policy_arn = arn, .version_id = "v1"}).value();
    CHECK(may());
    aws.send(iam::PutRolePermissionsBoundary{
                 .role_name = "worker",
                 .permissions_boundary = "arn:aws:iam::aws:policy/AmazonS3FullAccess"})
        .value();
    CHECK_FALSE(may());
    aws.send(iam::DeleteRolePermissionsBoundary{.role_name = "worker"}).value();
    CHECK(may());
    aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    CHECK_FALSE(may());

    queue_policy = std::make_shared<const std::string>(
        policy(R"({"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"})"));
    CHECK(may());
    queue_policy = std::make_shared<const std::string>("broken");
    CHECK_FALSE(may());
    queue_policy = nullptr;
    CHECK_FALSE(may());
  }

  TEST_CASE_FIXTURE(AuthorizerFixture, "a decision that hangs on the time is made each time") {
    create_role("worker");
    allow_role("worker", policy(R"({"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":)"
                                R"({"DateLessThan":{"aws:CurrentTime":"2026-01-01T01:00:00Z"}}})"));
    const CallerPtr caller = worker();
    CHECK(may_send(caller));
    cloud.advance(1h);
    CHECK_FALSE(may_send(caller));
  }

  TEST_CASE_FIXTURE(AuthorizerFixture, "a decision that hangs on the request is made each time") {
    create_role("worker");
    allow_role("worker", policy(R"({"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":)"
                                R"({"StringLike":{"s3:prefix":"photos/*"}}})"));
    const CallerPtr caller = worker();
    const auto may_list = [&](const char* prefix) {
      const std::vector<ConditionValue> keys = {{"s3:prefix", {prefix}}};
      return !authorizer.refusal({.caller = *caller,
                                  .action = "s3:ListBucket",
                                  .resource = "arn:aws:s3:::b",
                                  .context = keys});
    };
    CHECK(may_list("photos/a"));
    CHECK_FALSE(may_list("films/a"));
    CHECK(may_list("photos/b"));
  }

  TEST_CASE_FIXTURE(AuthorizerFixture, "a service is let in for the resource it acts for") {
    queue_policy = std::make_shared<const std::string>(policy(
        R"({"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},)"
        R"("Action":"SQS:SendMessage","Resource":"arn:aws:sqs:us-east-1:000000000000:orders",)"
        R"("Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:*:*:mine"},)"
        R"("StringEquals":{"aws:SourceAccount":"000000000000"}}})"));
    const auto by = [&](const char* bucket, const char* account) {
      return may_send(world.service_caller("s3.amazonaws.com", bucket, account, "us-east-1"));
    };
    CHECK(by("arn:aws:s3:::mine", "000000000000"));
    CHECK_FALSE(by("arn:aws:s3:::other", "000000000000"));
    CHECK_FALSE(by("arn:aws:s3:::mine", "222222222222"));
    CHECK(by("arn:aws:s3:::mine", "000000000000"));
  }

  TEST_CASE_FIXTURE(AuthorizerFixture,
                    "an unnamed caller may do everything, an anonymous nothing") {
    CHECK(may_send(world.unnamed_caller("000000000000", "us-east-1")));
    Aws nobody = cloud.aws({.anonymous = true});
    CHECK(message(nobody.send(iam::ListRoles{})) ==
          "User: anonymous is not authorized to perform: iam:ListRoles on resource: "
          "arn:aws:iam::000000000000:role/ because no resource-based policy allows the "
          "iam:ListRoles action");
    CHECK(code(nobody.send(sts::GetCallerIdentity{})) == "MissingAuthenticationToken");
  }

  TEST_CASE_FIXTURE(AuthorizerFixture, "an explanation names the policy and the statement") {
    create_role("worker");
    allow_role("worker", policy(R"({"Sid":"Queues","Effect":"Allow","Action":"sqs:*",)"
                                R"("Resource":"*"})"));
    const CallerPtr caller = worker();
    const iam::Decision decision =
        dynamic_cast<iam::IamAuthorizer&>(authorizer)
            .explain({.caller = *caller, .action = "sqs:SendMessage", .resource = kQueue});
    CHECK(decision.is_allowed);
    CHECK(decision.kind == iam::PolicyKind::kIdentity);
    CHECK(decision.policy == "own");
    CHECK(decision.statement == "Queues");
  }

  TEST_CASE("AWS's own policies let do what their names say") {
    struct Case {
      const char* policy;
      const char* action;
      bool is_allowed;
    };
    const Case cases[] = {
        {"service-role/AWSLambdaBasicExecutionRole", "logs:PutLogEvents", true},
        {"service-role/AWSLambdaBasicExecutionRole", "sqs:ReceiveMessage", false},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:DeleteMessage", true},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:SendMessage", false},
        {"AmazonSQSFullAccess", "sqs:PurgeQueue", true},
        {"AmazonDynamoDBFullAccess", "dynamodb:UpdateItem", true},
        {"AmazonS3FullAccess", "s3:PutObject", true},
        {"AmazonS3ReadOnlyAccess", "s3:GetObject", true},
        {"AmazonS3ReadOnlyAccess", "s3:PutObject", false},
        {"AdministratorAccess", "iam:CreateUser", true},
        {"PowerUserAccess", "lambda:CreateFunction", true},
        {"PowerUserAccess", "iam:CreateUser", false},
        {"PowerUserAccess", "iam:ListRoles", true},
        {"ReadOnlyAccess", "dynamodb:Query", true},
        {"ReadOnlyAccess", "dynamodb:PutItem", false},
        {"CloudWatchLogsFullAccess", "logs:DeleteLogGroup", true},
    };
    AuthorizerFixture fixture;
    for (const Case& c : cases) {
      CAPTURE(c.policy);
      CAPTURE(c.action);
      fixture.create_role("worker");
      const std::string arn = std::string("arn:aws:iam::aws:policy/") + c.policy;
      fixture.aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
      const CallerPtr caller = fixture.worker();
      const bool is_allowed =
          !fixture.authorizer.refusal({.caller = *caller, .action = c.action, .resource = "*"});
      CHECK(is_allowed == c.is_allowed);
      fixture.aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
      fixture.aws.send(iam::DeleteRole{.role_name = "worker"}).value();
    }
  }
}

}  // namespace emu::test
