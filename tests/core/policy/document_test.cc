// Source: AWS IAM User Guide, "Grammar of the IAM JSON policy language", "IAM JSON policy elements
// reference".
#include "core/policy/document.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace emu::policy {
namespace {

// The elements of a statement behind its Effect, in a document.
std::string statement(const std::string& elements) {
  return R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)" + elements + "}]}";
}

std::string condition(const std::string& operators) {
  return statement(R"("Action":"s3:*","Resource":"*","Condition":)" + operators);
}

std::optional<Problem> problem(const std::string& json) {
  Document document;
  const auto refusal = read(json, document);
  return refusal ? std::optional(refusal->problem) : std::nullopt;
}

TEST_SUITE("core: policy documents") {
  TEST_CASE("a document is read into its statements") {
    Document document;
    REQUIRE_FALSE(read(R"({"Version":"2012-10-17","Id":"shop","Statement":{"Sid":"Read",
        "Effect":"Deny","NotPrincipal":{"AWS":["111122223333"],"Service":"s3.amazonaws.com"},
        "Action":["s3:GetObject","s3:PutObject"],"NotResource":"arn:aws:s3:::photos/*",
        "Condition":{"Bool":{"aws:SecureTransport":false},
                     "NumericLessThan":{"s3:max-keys":[5]}}}})",
                       document));
    CHECK(document.id == "shop");
    CHECK(document.has_variables());
    REQUIRE(document.statements.size() == 1);
    const Statement& read_one = document.statements.front();
    CHECK(read_one.sid == "Read");
    CHECK(read_one.effect == Effect::kDeny);
    CHECK(read_one.principal->is_negated);
    CHECK(read_one.principal->names[1] ==
          PrincipalNames{.type = "Service", .names = {"s3.amazonaws.com"}});
    CHECK(read_one.action->names == std::vector<std::string>{"s3:GetObject", "s3:PutObject"});
    CHECK(read_one.resource->is_negated);
    CHECK(read_one.conditions[0].values == std::vector<std::string>{"false"});
    CHECK(read_one.conditions[1].values == std::vector<std::string>{"5"});
  }

  TEST_CASE("what was read is written as a document that is read as the same") {
    const std::vector<std::string> documents = {
        R"({"Statement":{"Effect":"Allow"}})",
        R"({"Id":"","Statement":[{"Sid":"a","Effect":"Deny","Principal":"*","NotAction":"*"},
            {"Effect":"Allow","Principal":{"AWS":["*","111122223333"],"Federated":"x"},
             "Action":["a:b","c:d"],"Resource":["*"]}]})",
        condition(R"({"StringEquals":{"a:b":[],"c:d":["\"e\"",1.5,true]},
                      "stringequals":{"a:b":"f"},"StringEqualsIfExists":{}})")};
    for (const std::string& json : documents) {
      CAPTURE(json);
      Document first;
      REQUIRE_FALSE(read(json, first));
      Document second;
      REQUIRE_FALSE(read(write(first), second));
      CHECK(first == second);
    }
  }

  TEST_CASE("what the grammar does not know is refused") {
    struct Case {
      std::string json;
      Problem problem;
    };
    const std::string action = R"("Action":"s3:*",)";
    const std::vector<Case> cases = {
        {"{", Problem::kNotJson},
        {R"({"Statement":)" + std::string(100, '['), Problem::kNotJson},
        {"[]", Problem::kNotAnObject},
        {R"({"Version":"2012-10-17"})", Problem::kNoStatements},
        {R"({"Version":"2020-01-01","Statement":[]})", Problem::kVersion},
        {R"({"Version":20121017,"Statement":[]})", Problem::kVersion},
        {R"({"Id":1,"Statement":[]})", Problem::kId},
        {R"({"Statement":[]})", Problem::kEmptyStatements},
        {R"({"Statement":[1]})", Problem::kStatement},
        {R"({"Statement":[],"Statements":[]})", Problem::kUnknownElement},
        {R"({"Statement":[{"Action":"*"}]})", Problem::kNoEffect},
        {R"({"Statement":[{"Effect":"allow"}]})", Problem::kEffect},
        {statement(R"("Colour":"red")"), Problem::kUnknownElement},
        {statement(R"("Sid":1)"), Problem::kSid},
        {R"({"Statement":[{"Sid":"a","Effect":"Allow"},{"Sid":"a","Effect":"Deny"}]})",
         Problem::kRepeatedSid},
        {statement(action + R"("NotAction":"s3:*")"), Problem::kBothForms},
        {statement(R"("Resource":"*","NotResource":"*")"), Problem::kBothForms},
        {statement(R"("Principal":"*","NotPrincipal":"*")"), Problem::kBothForms},
        {statement(R"("Action":{})"), Problem::kActions},
        {statement(R"("Action":["s3:*",1])"), Problem::kActions},
        {statement(R"("Action":[])"), Problem::kNoActions},
        {statement(R"("Resource":null)"), Problem::kResources},
        {statement(R"("Resource":[])"), Problem::kNoResources},
        {statement(R"("Principal":"111122223333")"), Problem::kPrincipal},
        {statement(R"("Principal":{})"), Problem::kPrincipal},
        {statement(R"("Principal":{"AWS":[]})"), Problem::kPrincipal},
        {statement(R"("Principal":{"User":"*"})"), Problem::kPrincipal},
        {statement(R"("Principal":{"AWS":"ann"})"), Problem::kPrincipalName},
        {statement(R"("Principal":{"AWS":"arn:aws:iam::111122223333:user/*"})"),
         Problem::kPrincipalName},
        {statement(R"("Principal":{"Service":"lambda"})"), Problem::kPrincipalName},
        {condition("[]"), Problem::kCondition},
        {condition(R"({"StringEquals":[]})"), Problem::kCondition},
        {condition(R"({"StringEquals":{"a:b":null}})"), Problem::kCondition},
        {condition(R"({"StringEquals":{"":"x"}})"), Problem::kConditionKey},
        {condition(R"({"StringEqual":{"a:b":"c"}})"), Problem::kConditionOperator},
        {condition(R"({"DateLessThan":{"aws:CurrentTime":"soon"}})"), Problem::kConditionValue},
        {condition(R"({"DateLessThan":{"aws:EpochTime":"253402300800"}})"),
         Problem::kConditionValue},
        {condition(R"({"NumericEquals":{"s3:max-keys":"ten"}})"), Problem::kConditionValue},
        {condition(R"({"NotIpAddress":{"aws:SourceIp":"10.0.0.0/33"}})"), Problem::kConditionValue},
        {condition(R"({"Bool":{"aws:SecureTransport":"no"}})"), Problem::kConditionValue},
    };
    for (const Case& c : cases) {
      CAPTURE(c.json);
      CHECK(problem(c.json) == c.problem);
    }
  }

  // Readers do not agree on which of two members of the same name counts.
  TEST_CASE("a member that stands twice is refused, wherever it stands") {
    const std::vector<std::string> documents = {
        R"({"Statement":[{"Effect":"Allow"}],"Statement":[{"Effect":"Deny"}]})",
        R"({"Statement":[{"Effect":"Allow","Effect":"Deny"}]})",
        statement(R"("Principal":{"AWS":"*"},"Principal":{"AWS":"111122223333"})"),
        statement(R"("Principal":{"AWS":"*","AWS":"111122223333"})"),
        condition(R"({"Bool":{"a:b":"true"},"Bool":{"a:b":"false"}})"),
        condition(R"({"Bool":{"a:b":"true","a:b":"false"}})")};
    for (const std::string& json : documents) {
      CAPTURE(json);
      const auto found = problem(json);
      CHECK((found == Problem::kRepeatedMember || found == Problem::kBothForms));
    }
  }
}

}  // namespace
}  // namespace emu::policy
