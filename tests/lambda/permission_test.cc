// Sources: AWS Lambda API Reference, "AddPermission", "RemovePermission", "GetPolicy",
// "TagResource".
#include <doctest/doctest.h>

#include <string>

#include "core/gate/world.h"
#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Permitted : LambdaFixture {
  const std::string arn = create_function("f", [](Context&, std::string_view) { return "1"; });

  AddPermission permission(const std::string& id) const {
    return {.function_name = "f",
            .statement_id = id,
            .action = "lambda:InvokeFunction",
            .principal = "apigateway.amazonaws.com",
            .source_arn = "arn:aws:execute-api:us-east-1:000000000000:abc/*"};
  }
};

}  // namespace

TEST_SUITE("lambda: AddPermission") {
  TEST_CASE_FIXTURE(Permitted, "a statement is added to the function's policy") {
    const auto added = aws.send(permission("api")).value();
    const std::string statement =
        R"({"Sid":"api","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},)"
        R"("Action":"lambda:InvokeFunction",)"
        R"("Resource":"arn:aws:lambda:us-east-1:000000000000:function:f",)"
        R"("Condition":{"ArnLike":{"AWS:SourceArn":)"
        R"("arn:aws:execute-api:us-east-1:000000000000:abc/*"}}})";
    CHECK(added.statement == statement);
    CHECK(aws.send(GetPolicy{.function_name = "f"}).value().policy ==
          R"({"Version":"2012-10-17","Id":"default","Statement":[)" + statement + "]}");
  }

  TEST_CASE_FIXTURE(Permitted, "a service may invoke what the policy lets it") {
    const auto invoke_for = [&](const std::string& api) {
      Aws service = cloud.world().client(cloud.world().service_caller(
          "apigateway.amazonaws.com", "arn:aws:execute-api:us-east-1:000000000000:" + api,
          "000000000000", "us-east-1"));
      return code(service.send(Invoke{.function_name = "f"}));
    };
    CHECK(invoke_for("abc/prod/GET/") == "AccessDeniedException");
    aws.send(permission("api")).value();
    CHECK(invoke_for("abc/prod/GET/") == "");
    CHECK(invoke_for("other/prod/GET/") == "AccessDeniedException");
    aws.send(RemovePermission{.function_name = "f", .statement_id = "api"}).value();
    CHECK(invoke_for("abc/prod/GET/") == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(Permitted, "a refusal changes nothing") {
    aws.send(permission("api")).value();
    const auto before = aws.send(GetPolicy{.function_name = "f"}).value();
    const auto again = aws.send(permission("api"));
    CHECK(code(again) == "ResourceConflictException");
    CHECK(message(again) ==
          "The statement id (api) provided already exists. Please provide a new statement id, or "
          "remove the existing statement.");
    AddPermission stale = permission("other");
    stale.revision_id = "old";
    CHECK(code(aws.send(stale)) == "PreconditionFailedException");
    CHECK(message(aws.send(stale))
              .ends_with("Call the GetPolicy API to retrieve the latest "
                         "Revision Id"));
    AddPermission strange = permission("other");
    strange.principal = "somebody";
    CHECK(code(aws.send(strange)) == "InvalidParameterValueException");
    for (const char* principal : {"s3", "s3.example.com", "Amazon.amazonaws.com",
                                  "arn:aws:s3:::bucket", "arn:aws:iam::12:root"}) {
      CAPTURE(principal);
      strange.principal = principal;
      CHECK(message(aws.send(strange)) ==
            "The provided principal was invalid. Please check the principal and try again.");
    }
    CHECK(message(aws.send(RemovePermission{.function_name = "f", .statement_id = "none"})) ==
          "Statement none is not found in resource policy.");
    const auto after = aws.send(GetPolicy{.function_name = "f"}).value();
    CHECK(after.policy == before.policy);
    CHECK(after.revision_id == before.revision_id);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(Permitted, "$LATEST takes no policy, and what is not there has none") {
    AddPermission latest = permission("api");
    latest.qualifier = "$LATEST";
    CHECK(code(aws.send(latest)) == "InvalidParameterValueException");
    CHECK(message(aws.send(latest)) == "We currently do not support adding policies for $LATEST.");
    const auto removal = [&](const std::string& name) {
      const auto refused = aws.send(RemovePermission{.function_name = name, .statement_id = "api"});
      return code(refused) + " " + message(refused);
    };
    CHECK(removal("f") ==
          "ResourceNotFoundException No policy is associated with the given resource.");
    CHECK(removal("g") ==
          "ResourceNotFoundException No policy found for: "
          "arn:aws:lambda:us-east-1:000000000000:function:g");
  }

  TEST_CASE_FIXTURE(Permitted, "a policy has a size") {
    Result<AddPermissionResult> added = aws.send(permission("s0"));
    int count = 1;
    for (; added && count < 200; ++count) added = aws.send(permission("s" + std::to_string(count)));
    CHECK(code(added) == "PolicyLengthExceededException");
    CHECK(aws.send(GetPolicy{.function_name = "f"}).value().policy.size() <= 20480);
  }

  TEST_CASE_FIXTURE(Permitted, "without statements there is no policy") {
    const auto none = aws.send(GetPolicy{.function_name = "f"});
    CHECK(code(none) == "ResourceNotFoundException");
    CHECK(message(none) == "The resource you requested does not exist.");
  }
}

TEST_SUITE("lambda: TagResource") {
  TEST_CASE_FIXTURE(Permitted, "tags are merged, listed and taken away") {
    aws.send(TagResource{.resource = arn, .tags = {{"team", "bus"}, {"stage", "prod"}}}).value();
    aws.send(TagResource{.resource = arn, .tags = {{"stage", "test"}}}).value();
    using Tags = std::map<std::string, std::string>;
    CHECK(aws.send(ListTags{.resource = arn}).value().tags ==
          Tags{{"stage", "test"}, {"team", "bus"}});
    aws.send(UntagResource{.resource = arn, .tag_keys = {"team", "none"}}).value();
    CHECK(aws.send(GetFunction{.function_name = "f"}).value().tags == Tags{{"stage", "test"}});
  }

  TEST_CASE_FIXTURE(Permitted, "too many tags and strange ARNs are refused") {
    std::map<std::string, std::string> tags;
    for (int i = 0; i < 51; ++i) tags["key" + std::to_string(i)] = "x";
    CHECK(code(aws.send(TagResource{.resource = arn, .tags = tags})) ==
          "InvalidParameterValueException");
    CHECK(code(aws.send(TagResource{.resource = arn, .tags = {{"aws:x", "y"}}})) ==
          "InvalidParameterValueException");
    CHECK(aws.send(ListTags{.resource = arn}).value().tags.empty());
    CHECK(code(aws.send(ListTags{.resource = arn + "2"})) == "ResourceNotFoundException");
    CHECK(message(aws.send(ListTags{.resource = arn + "2"})) == "Function not found: " + arn + "2");
    const std::string provider = "arn:aws:lambda:us-east-1:000000000000:capacity-provider:orders";
    CHECK(code(aws.send(ListTags{.resource = provider})) == "ResourceNotFoundException");
    // As recorded from AWS.
    const auto strange = aws.send(ListTags{.resource = queue_arn("q")});
    CHECK(code(strange) == "ValidationException");
    CHECK(message(strange).starts_with(
        "1 validation error detected: Value '" + queue_arn("q") +
        "' at 'resource' failed to satisfy constraint: Member must satisfy regular expression "
        "pattern: arn:(aws[a-zA-Z-]*):lambda:"));
    CHECK(
        message(aws.send(ListTags{.resource = arn + ":$LATEST"})) ==
        "Tags on function aliases and versions are not supported. Please specify a function ARN.");
  }
}

}  // namespace emu::test
