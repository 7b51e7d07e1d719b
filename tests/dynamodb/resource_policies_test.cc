// Source: Amazon DynamoDB API Reference, "PutResourcePolicy", "GetResourcePolicy",
// "DeleteResourcePolicy"; Developer Guide, "Resource-based policy considerations".
#include <emu/iam.h>
#include <fmt/format.h>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

constexpr const char* kOther = "111111111111";

std::string policy_with(std::string_view statement) {
  return fmt::format(R"({{"Version":"2012-10-17","Statement":{}}})", statement);
}

std::string allow_other(std::string_view resource = kStatsArn) {
  return policy_with(
      fmt::format(R"({{"Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{}:user/ann"}},)"
                  R"("Action":["dynamodb:GetItem","dynamodb:DescribeTable"],"Resource":"{}"}})",
                  kOther, resource));
}

struct PolicyFixture : TableFixture {
  Result<PutResourcePolicyResult> put_policy(std::string policy,
                                             std::optional<std::string> expected = {}) {
    return aws.send(PutResourcePolicy{.resource_arn = kStatsArn,
                                      .policy = std::move(policy),
                                      .expected_revision_id = std::move(expected)});
  }
  Result<GetResourcePolicyResult> get_policy() {
    return aws.send(GetResourcePolicy{.resource_arn = kStatsArn});
  }
  // A user with a policy of its own that allows everything.
  Aws user(const std::string& account, const std::string& name) {
    Aws owner = cloud.aws({.account = account});
    owner.send(iam::CreateUser{.user_name = name}).value();
    owner
        .send(iam::PutUserPolicy{.user_name = name,
                                 .policy_name = "all",
                                 .policy_document = policy_with(
                                     R"({"Effect":"Allow","Action":"dynamodb:*","Resource":"*"})")})
        .value();
    const auto key = owner.send(iam::CreateAccessKey{.user_name = name}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
};

}  // namespace

TEST_SUITE("dynamodb: resource policies") {
  TEST_CASE_FIXTURE(PolicyFixture, "a policy is put, read and deleted") {
    CHECK(code(get_policy()) == "PolicyNotFoundException");
    const std::string first = put_policy(allow_other()).value().revision_id;
    CHECK(get_policy().value().policy == allow_other());
    CHECK(get_policy().value().revision_id == first);
    CHECK(put_policy(allow_other()).value().revision_id == first);
    const std::string second = put_policy(allow_other("*")).value().revision_id;
    CHECK(second != first);
    const auto remove = DeleteResourcePolicy{.resource_arn = kStatsArn};
    CHECK(aws.send(remove).value().revision_id == second);
    CHECK(aws.send(remove).value().revision_id.empty());
    CHECK(code(get_policy()) == "PolicyNotFoundException");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "an expected revision must be the current one") {
    CHECK(code(put_policy(allow_other(), "1")) == "PolicyNotFoundException");
    const std::string first = put_policy(allow_other(), "NO_POLICY").value().revision_id;
    CHECK(code(put_policy(allow_other("*"), "NO_POLICY")) == "PolicyNotFoundException");
    CHECK(code(aws.send(
              DeleteResourcePolicy{.resource_arn = kStatsArn, .expected_revision_id = "1"})) ==
          "PolicyNotFoundException");
    CHECK(get_policy().value().revision_id == first);
    CHECK(put_policy(allow_other("*"), first).ok());
  }

  TEST_CASE_FIXTURE(PolicyFixture, "another account reads a table that lets it, by its ARN") {
    put({{"id", S("x")}});
    Aws ann = user(kOther, "ann");
    const auto read = GetItem{.table_name = kStatsArn, .key = {{"id", S("x")}}};
    CHECK(code(ann.send(read)) == "AccessDeniedException");
    put_policy(allow_other()).value();
    CHECK(ann.send(read).value().item.size() == 1);
    CHECK(ann.send(DescribeTable{.table_name = kStatsArn}).ok());
    CHECK(code(ann.send(PutItem{.table_name = kStatsArn, .item = {{"id", S("y")}}})) ==
          "AccessDeniedException");
    // By its name it is a table of their own.
    CHECK(code(ann.send(GetItem{.table_name = "stats", .key = {{"id", S("x")}}})) ==
          "ResourceNotFoundException");
    aws.send(DeleteResourcePolicy{.resource_arn = kStatsArn}).value();
    CHECK(code(ann.send(read)) == "AccessDeniedException");
  }

  // A resource is named by one ARN only, so that no other leads past a denial.
  TEST_CASE_FIXTURE(PolicyFixture, "who is denied a table has no other name for it") {
    Aws bob = user("000000000000", "bob");
    const auto read = [&](std::string name) {
      return bob.send(GetItem{.table_name = std::move(name), .key = {{"id", S("x")}}});
    };
    CHECK(read(kStatsArn).ok());
    Aws owner = cloud.aws({.account = "000000000000"});
    owner
        .send(iam::PutUserPolicy{
            .user_name = "bob",
            .policy_name = "not-stats",
            .policy_document = policy_with(fmt::format(
                R"({{"Effect":"Deny","Action":"dynamodb:*","Resource":"{}"}})", kStatsArn))})
        .value();
    CHECK(code(read("stats")) == "AccessDeniedException");
    CHECK(code(read(kStatsArn)) == "AccessDeniedException");
    for (const char* other : {"arn:aws-cn:dynamodb:us-east-1:000000000000:table/stats",
                              "arn::dynamodb:us-east-1:000000000000:table/stats",
                              "arn:AWS:dynamodb:us-east-1:000000000000:table/stats"}) {
      CHECK_FALSE(read(other).ok());
    }
  }

  // Source: Amazon DynamoDB API Reference, "SSESpecification", KMSMasterKeyId.
  TEST_CASE_FIXTURE(PolicyFixture, "a key by its alias is of the table's account") {
    put_policy(
        policy_with(R"({"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},)"
                    R"("Action":"dynamodb:UpdateTable","Resource":"*"})"))
        .value();
    const auto table =
        user(kOther, "ann")
            .send(UpdateTable{.table_name = kStatsArn,
                              .sse_specification = SseSpecification{.enabled = true}})
            .value()
            .table_description;
    CHECK(table.sse_description->kms_master_key_arn ==
          "arn:aws:kms:us-east-1:000000000000:alias/aws/dynamodb");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "nobody shuts themselves out without confirming it") {
    Aws bob = user("000000000000", "bob");
    PutResourcePolicy put{
        .resource_arn = kStatsArn,
        .policy =
            policy_with(R"({"Effect":"Deny","Principal":"*","Action":"dynamodb:*ResourcePolicy",)"
                        R"("Resource":"*"})")};
    CHECK(code(bob.send(put)) == "ValidationException");
    CHECK(code(get_policy()) == "PolicyNotFoundException");
    put.confirm_remove_self_resource_access = true;
    bob.send(put).value();
    CHECK(code(bob.send(DeleteResourcePolicy{.resource_arn = kStatsArn})) ==
          "AccessDeniedException");
    CHECK(aws.send(DeleteResourcePolicy{.resource_arn = kStatsArn}).ok());
  }

  TEST_CASE_FIXTURE(PolicyFixture, "a policy that is malformed or of something else is refused") {
    const std::string long_policy = allow_other() + std::string(20 * 1024, ' ');
    for (const std::string& policy :
         {std::string("{"), policy_with("[]"), long_policy,
          policy_with(R"({"Effect":"Allow","Action":"dynamodb:*","Resource":"*"})"),
          policy_with(R"({"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"})"),
          policy_with(R"({"Effect":"Allow","Principal":"*","Action":"dynamodb:*"})"),
          allow_other(std::string(kStatsArn) + "2")}) {
      CHECK(code(put_policy(policy)) == "ValidationException");
    }
    CHECK(code(get_policy()) == "PolicyNotFoundException");
    CHECK(put_policy(allow_other(std::string(kStatsArn) + "/index/*")).ok());
  }

  // Source: Amazon DynamoDB Developer Guide, "Blocking public access with resource-based policies
  // in DynamoDB".
  TEST_CASE_FIXTURE(PolicyFixture, "a policy that lets the public in is refused") {
    const auto for_all = [](std::string_view effect, std::string_view condition) {
      return policy_with(fmt::format(R"({{"Effect":"{}","Principal":{{"AWS":"*"}},)"
                                     R"("Action":"dynamodb:GetItem","Resource":"*"{}}})",
                                     effect, condition));
    };
    const auto under = [&](std::string_view condition) {
      return for_all("Allow", fmt::format(R"(,"Condition":{})", condition));
    };
    CHECK(code(put_policy(for_all("Allow", ""))) == "ValidationException");
    CHECK(code(put_policy(under(R"({"StringLike":{"aws:PrincipalArn":"arn:aws:iam::1*"}})"))) ==
          "ValidationException");
    CHECK(code(put_policy(under(R"({"IpAddress":{"aws:SourceIp":"10.0.0.0/24"}})"))) ==
          "ValidationException");
    CHECK(code(put_policy(under(R"({"Bool":{"aws:PrincipalIsAWSService":"false"}})"))) ==
          "ValidationException");
    CHECK(code(get_policy()) == "PolicyNotFoundException");
    CHECK(put_policy(under(R"({"StringEquals":{"aws:PrincipalAccount":"111111111111"}})")).ok());
    CHECK(put_policy(under(R"({"Bool":{"aws:PrincipalIsAWSService":"true"}})")).ok());
    CHECK(put_policy(for_all("Deny", "")).ok());
    // A policy of a new table is held to the same.
    CreateTable made{.attribute_definitions = {{"id", "S"}},
                     .table_name = "made",
                     .key_schema = {{"id", "HASH"}},
                     .billing_mode = "PAY_PER_REQUEST"};
    made.resource_policy = for_all("Allow", "");
    CHECK(code(aws.send(made)) == "ValidationException");
  }

  TEST_CASE_FIXTURE(PolicyFixture, "a table may be made with a policy") {
    CreateTable made{.attribute_definitions = {{"id", "S"}},
                     .table_name = "made",
                     .key_schema = {{"id", "HASH"}},
                     .billing_mode = "PAY_PER_REQUEST"};
    made.resource_policy = allow_other();
    CHECK(code(aws.send(made)) == "ValidationException");
    CHECK(code(aws.send(DescribeTable{.table_name = "made"})) == "ResourceNotFoundException");
    const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/made";
    made.resource_policy = allow_other(arn);
    aws.send(made).value();
    CHECK(aws.send(GetResourcePolicy{.resource_arn = arn}).value().policy == allow_other(arn));
  }
}

}  // namespace emu::test
