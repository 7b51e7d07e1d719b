// What IAM is asked for each call, and policies of secrets. Source: Service Authorization
// Reference, "Actions, resources, and condition keys for AWS Secrets Manager"; API Reference,
// "PutResourcePolicy", "ValidateResourcePolicy", "BatchGetSecretValue".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/secretsmanager.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace secretsmanager;

namespace {

std::string statement(const std::string& effect, const std::string& principal,
                      const std::string& action, const std::string& more = "") {
  return R"({"Version":"2012-10-17","Statement":[{"Effect":")" + effect + R"(",)" +
         (principal.empty() ? "" : R"("Principal":)" + principal + ",") + R"("Action":")" + action +
         R"(","Resource":"*")" + more + "}]}";
}

struct SecretAccessFixture : Fixture {
  SecretAccessFixture() {
    arn = aws.send(CreateSecret{.name = "bus/db", .secret_string = "x"}).value().arn;
    aws.send(CreateSecret{.name = "train/db", .secret_string = "x"}).value();
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    ann = cloud.aws({.access_key_id = key.access_key_id});
  }
  void allow(const std::string& policy) {
    aws.send(iam::PutUserPolicy{.user_name = "ann", .policy_name = "p", .policy_document = policy})
        .value();
  }
  Result<PutResourcePolicyResult> put(const std::string& policy, bool block = false) {
    return aws.send(PutResourcePolicy{
        .secret_id = "bus/db", .resource_policy = policy, .block_public_policy = block});
  }

  std::string arn;
  Aws ann = aws;
  const std::string is_ann = R"({"AWS":"arn:aws:iam::000000000000:user/ann"})";
};

}  // namespace

TEST_SUITE("secretsmanager: access") {
  TEST_CASE_FIXTURE(SecretAccessFixture,
                    "IAM is asked for the whole ARN, however the call names it") {
    const auto refused = ann.send(GetSecretValue{.secret_id = "bus/db"});
    CHECK(code(refused) == "AccessDeniedException");
    CHECK(message(refused).find("secretsmanager:GetSecretValue on resource: " + arn) !=
          std::string::npos);
    allow(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*",)"
          R"("Resource":"arn:aws:secretsmanager:*:*:secret:bus/db-??????"}]})");
    for (const std::string& id : {std::string("bus/db"), arn, arn.substr(0, arn.size() - 7)}) {
      CHECK_MESSAGE(ann.send(GetSecretValue{.secret_id = id}).ok(), id);
    }
    CHECK(code(ann.send(GetSecretValue{.secret_id = "train/db"})) == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(SecretAccessFixture,
                    "conditions look at the secret's tags and at the request") {
    allow(statement("Allow", "", "secretsmanager:*",
                    R"(,"Condition":{"StringEquals":{"secretsmanager:ResourceTag/team":"bus"}})"));
    CHECK(code(ann.send(GetSecretValue{.secret_id = "bus/db"})) == "AccessDeniedException");
    aws.send(TagResource{.secret_id = "bus/db", .tags = {{.key = "team", .value = "bus"}}}).value();
    CHECK(ann.send(GetSecretValue{.secret_id = "bus/db"}).ok());
    allow(
        statement("Allow", "", "secretsmanager:*",
                  R"(,"Condition":{"StringEquals":{"secretsmanager:VersionStage":"AWSCURRENT"}})"));
    CHECK(code(ann.send(GetSecretValue{.secret_id = "bus/db"})) == "AccessDeniedException");
    CHECK(ann.send(GetSecretValue{.secret_id = "bus/db", .version_stage = "AWSCURRENT"}).ok());
    allow(statement("Allow", "", "secretsmanager:*",
                    R"(,"Condition":{"NumericGreaterThan":)"
                    R"({"secretsmanager:RecoveryWindowInDays":"14"}})"));
    CHECK(code(ann.send(DeleteSecret{.secret_id = "bus/db", .recovery_window_in_days = 7})) ==
          "AccessDeniedException");
    CHECK(ann.send(DeleteSecret{.secret_id = "bus/db", .recovery_window_in_days = 15}).ok());
  }

  TEST_CASE_FIXTURE(SecretAccessFixture, "tags of a new secret need their own permission") {
    allow(statement("Allow", "", "secretsmanager:CreateSecret"));
    CHECK(ann.send(CreateSecret{.name = "new"}).ok());
    CHECK(message(ann.send(CreateSecret{.name = "tagged", .tags = {{.key = "a"}}}))
              .find("secretsmanager:TagResource") != std::string::npos);
  }

  TEST_CASE_FIXTURE(SecretAccessFixture, "of a batch each secret is asked for by itself") {
    allow(statement("Allow", "", "secretsmanager:BatchGetSecretValue"));
    put(statement("Allow", is_ann, "secretsmanager:GetSecretValue")).value();
    const auto read =
        ann.send(BatchGetSecretValue{.secret_id_list = {"bus/db", "train/db"}}).value();
    REQUIRE(read.secret_values.size() == 1);
    CHECK(read.secret_values[0].name == "bus/db");
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].error_code == "AccessDeniedException");
    CHECK(code(ann.send(BatchGetSecretValue{.filters = {{.key = "name", .values = {"bus"}}}})) ==
          "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(SecretAccessFixture, "a policy of the secret allows, and denies") {
    CHECK(aws.send(GetResourcePolicy{.secret_id = "bus/db"}).value().resource_policy.empty());
    const std::string allowing = statement("Allow", is_ann, "secretsmanager:GetSecretValue");
    put(allowing).value();
    CHECK(aws.send(GetResourcePolicy{.secret_id = "bus/db"}).value().resource_policy == allowing);
    CHECK(ann.send(GetSecretValue{.secret_id = "bus/db"}).ok());
    CHECK(code(ann.send(DescribeSecret{.secret_id = "bus/db"})) == "AccessDeniedException");
    allow(statement("Allow", "", "secretsmanager:*"));
    put(statement("Deny", is_ann, "secretsmanager:GetSecretValue")).value();
    CHECK(code(ann.send(GetSecretValue{.secret_id = "bus/db"})) == "AccessDeniedException");
    aws.send(DeleteResourcePolicy{.secret_id = "bus/db"}).value();
    CHECK(ann.send(GetSecretValue{.secret_id = "bus/db"}).ok());
  }

  TEST_CASE_FIXTURE(SecretAccessFixture,
                    "policies that are none, or let everybody in, are refused") {
    for (const std::string& policy :
         {std::string("x"), std::string("{}"), statement("Allow", "", "secretsmanager:*"),
          statement("Allow", is_ann, "sqs:SendMessage"), statement("May", is_ann, "*")}) {
      CHECK_MESSAGE(code(put(policy)) == "MalformedPolicyDocumentException", policy);
    }
    const std::string everybody = statement("Allow", R"("*")", "secretsmanager:GetSecretValue");
    CHECK(code(put(everybody, true)) == "PublicPolicyException");
    CHECK(aws.send(GetResourcePolicy{.secret_id = "bus/db"}).value().resource_policy.empty());
    const auto validated = aws.send(ValidateResourcePolicy{.resource_policy = everybody}).value();
    CHECK(validated.policy_validation_passed == false);
    CHECK(validated.validation_errors.size() == 1);
    CHECK(aws.send(ValidateResourcePolicy{
                       .secret_id = "bus/db",
                       .resource_policy = statement("Allow", is_ann, "secretsmanager:*")})
              .value()
              .policy_validation_passed == true);
    CHECK(code(aws.send(ValidateResourcePolicy{
              .secret_id = "none", .resource_policy = everybody})) == "ResourceNotFoundException");
    CHECK(put(everybody).ok());
    CHECK(ann.send(GetSecretValue{.secret_id = "bus/db"}).ok());
  }
}

}  // namespace emu::test
