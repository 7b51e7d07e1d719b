// Source: AWS IAM User Guide, "Grammar of the IAM JSON policy language".
#include "iam/policy_document.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace emu::iam {

TEST_SUITE("iam: policy documents") {
  TEST_CASE("a document is read into its statements") {
    const auto policy = read_policy(DocumentKind::kPermissions, R"({
      "Version": "2012-10-17",
      "Statement": [
        {"Sid": "Send", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"},
        {"Effect": "Deny", "NotAction": ["iam:*"], "Resource": ["arn:aws:s3:::b", "*"],
         "Condition": {"Bool": {"aws:SecureTransport": false}}}
      ]})");
    REQUIRE(policy.ok());
    CHECK((*policy)->statements.size() == 2);
    CHECK((*policy)->statements[0].id == "Send");
    CHECK((*policy)->statements[1].id == "#2");
    CHECK((*policy)->statements[1].effect == Effect::kDeny);
    CHECK((*policy)->statements[1].conditions.size() == 1);
  }

  TEST_CASE("a malformed document is refused in IAM's words") {
    struct Case {
      DocumentKind kind;
      std::string statement;
      std::string message;
    };
    const DocumentKind own = DocumentKind::kPermissions;
    const DocumentKind trust = DocumentKind::kTrust;
    const std::vector<Case> cases = {
        {own, R"({"Effect":"allow","Action":"sqs:*","Resource":"*"})", "Syntax errors in policy."},
        {own, R"({"Action":"sqs:*","Resource":"*"})", "Syntax errors in policy."},
        {own, R"({"Effect":"Allow","Action":"sqs:*","Resource":"*","Extra":1})",
         "Syntax errors in policy."},
        {own, R"({"Effect":"Allow","Action":"sqs:*","NotAction":"s3:*","Resource":"*"})",
         "Syntax errors in policy."},
        {own, R"({"Effect":"Allow","Action":{"a":1},"Resource":"*"})", "Syntax errors in policy."},
        {own, R"({"Effect":"Allow","Resource":"*"})", "Policy statement must contain actions."},
        {own, R"({"Effect":"Allow","Action":[],"Resource":"*"})",
         "Policy statement must contain actions."},
        {own, R"({"Effect":"Allow","Action":"sqs:*"})", "Policy statement must contain resources."},
        {own, R"({"Effect":"Allow","Action":"SendMessage","Resource":"*"})",
         "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."},
        {own, R"({"Effect":"Allow","Action":"ec2:ec2:Run","Resource":"*"})",
         "Actions/Condition can contain only one colon."},
        {own, R"({"Effect":"Allow","Action":"sqs:*","Resource":"orders"})",
         "Resource orders must be in ARN format or \"*\"."},
        {own, R"({"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"})",
         "Policy document should not specify a principal."},
        {own, R"({"Sid":"a b","Effect":"Allow","Action":"sqs:*","Resource":"*"})",
         "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular "
         "expression [0-9A-Za-z]*"},
        {own,
         R"({"Sid":"a","Effect":"Allow","Action":"sqs:*","Resource":"*"},)"
         R"({"Sid":"a","Effect":"Allow","Action":"s3:*","Resource":"*"})",
         "Statement IDs (SID) in a single policy must be unique."},
        {own,
         R"({"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"Is":{"a:b":"c"}}})",
         "Invalid Condition type : Is."},
        {own,
         R"({"Effect":"Deny","Action":"s3:*","Resource":"*",)"
         R"("Condition":{"DateLessThan":{"aws:CurrentTime":"2026-13-01"}}})",
         "The policy failed legacy parsing"},
        {own,
         R"({"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a":"true"}}})",
         "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."},
        {own, R"({"Effect":"Allow","Action":"s 3:*","Resource":"*"})", "Vendor s 3 is not valid"},
        {own, R"({"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3::photos"})",
         "The policy failed legacy parsing"},
        {own, R"({"Effect":"Allow","Action":"s3:*","Resource":"arn:amazon:s3:::photos"})",
         "Partition \"amazon\" is not valid for resource \"arn:amazon:s3:::photos\"."},
        {own, R"({"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s*:::photos"})",
         "Resource vendor must be fully qualified and cannot contain regexes."},
        {own, R"({"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:us-east-1::photos"})",
         "Resource arn:aws:s3:us-east-1::photos can not contain region information."},
        {own, R"({"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam:us-east-1::user/a"})",
         "IAM resource arn:aws:iam:us-east-1::user/a cannot contain region information."},
        {own, R"({"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::111122223333:*/*"})",
         "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, "
         "group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, "
         "oidc-provider/, report/, access-report/."},
        {own, "", "Syntax errors in policy."},
        {trust, R"({"Effect":"Allow","Action":"sts:AssumeRole"})",
         "Missing required field Principal"},
        {trust,
         R"({"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},)"
         R"("Action":"sts:AssumeRole","Resource":"*"})",
         "Has prohibited field Resource"},
        {trust,
         R"({"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sqs:*"})",
         "AssumeRole policy may only specify STS AssumeRole actions."},
        {trust, R"({"Effect":"Allow","Principal":{"AWS":"ann"},"Action":"sts:AssumeRole"})",
         "Invalid principal in policy: \"AWS\":\"ann\""},
        {trust, R"({"Effect":"Allow","Principal":{"Service":"lambda"},"Action":"sts:AssumeRole"})",
         "Invalid principal in policy: \"SERVICE\":\"lambda\""},
    };
    for (const Case& c : cases) {
      CAPTURE(c.statement);
      const auto policy =
          read_policy(c.kind, R"({"Version":"2012-10-17","Statement":[)" + c.statement + "]}");
      REQUIRE_FALSE(policy.ok());
      CHECK(policy.error().code == "MalformedPolicyDocument");
      CHECK(policy.error().message == c.message);
    }
  }

  TEST_CASE("what is no policy at all is refused too") {
    const auto message = [](const char* text) {
      const auto policy = read_policy(DocumentKind::kPermissions, text);
      return policy.ok() ? std::string() : policy.error().message;
    };
    CHECK(message("{") == "The policy is not in the valid JSON format.");
    CHECK(message("[]") == "Syntax errors in policy.");
    CHECK(message(R"({"Version":"2012-10-17"})") == "Syntax errors in policy.");
    CHECK(message(R"({"Version":"2020-01-01","Statement":[]})") ==
          "Policy document must be version 2012-10-17 or greater.");
    std::string deep(100, '[');
    CHECK(message((R"({"Statement":)" + deep).c_str()) ==
          "The policy is not in the valid JSON format.");
  }

  // AWS IAM User Guide, "IAM JSON policy elements: Version". The text is as recorded from AWS.
  TEST_CASE("only a managed policy must be of the newest version") {
    const std::string statement =
        R"("Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:sqs:*"}})";
    const std::string old = R"({"Version":"2008-10-17",)" + statement;
    CHECK(check_policy(DocumentKind::kPermissions, old).ok());
    CHECK(check_policy(DocumentKind::kManaged, R"({"Version":"2012-10-17",)" + statement).ok());
    for (const std::string& document : {old, "{" + statement}) {
      CHECK(check_policy(DocumentKind::kManaged, document).error().message ==
            "Policy document must be version 2012-10-17 or greater.");
    }
  }

  TEST_CASE("a trust policy that is no JSON is refused in words of its own") {
    CHECK(check_policy(DocumentKind::kTrust, "{").error().message ==
          "This policy contains invalid Json");
  }

  TEST_CASE("a resource's policy that cannot be read denies everything") {
    const auto policy = read_resource_policy(R"({"Statement":[{"Effect":"Maybe"}]})");
    REQUIRE(policy->statements.size() == 1);
    CHECK(policy->statements.front().effect == Effect::kDeny);
    CHECK(policy->statements.front().principals.everyone);
  }

  TEST_CASE("documents merge into one that says what all of them say") {
    const std::vector<std::string> documents = {
        R"({"Version":"2012-10-17","Statement":{"Sid":"a","Effect":"Allow","Action":"s3:*",)"
        R"("Resource":"*"}})",
        R"({"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Deny","Action":"s3:Put*",)"
        R"("Resource":"*"}]})"};
    const auto merged = read_policy(DocumentKind::kPermissions, merge_documents(documents));
    REQUIRE(merged.ok());
    CHECK((*merged)->statements.size() == 2);
  }

  TEST_CASE("white space does not count towards a document's size") {
    CHECK(counted_size("{ \"a\" :\n\t1 }\r\n") == 7);
  }
}

}  // namespace emu::iam
