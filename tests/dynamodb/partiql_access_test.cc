// What IAM sees of a SELECT. Sources: Amazon DynamoDB Developer Guide, "IAM security policies with
// PartiQL for DynamoDB", "PartiQL select statements for DynamoDB", "Using IAM policy conditions for
// fine-grained access control".
#include <emu/iam.h>

#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

struct SelectAccess : IndexFixture {
  SelectAccess() { aws.send(scores()).value(); }

  // A user whose statements are held to a condition.
  Aws user(const std::string& condition) {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{.user_name = "ann",
                                .policy_name = "own",
                                .policy_document =
                                    R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",
                                        "Action":"dynamodb:PartiQL*","Resource":"*","Condition":)" +
                                    condition + "}}"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
  bool may(Aws& caller, const std::string& source, const std::string& where,
           std::vector<AttributeValue> parameters = {}) {
    const auto answer = caller.send(ExecuteStatement{
        .statement = "SELECT * FROM " + source + (where.empty() ? "" : " WHERE ") + where,
        .parameters = std::move(parameters)});
    return code(answer) != "AccessDeniedException";
  }
};

constexpr const char* kTable = "scores";
constexpr const char* kIndex = R"("scores"."by-game")";

}  // namespace

TEST_SUITE("dynamodb: access of SELECT") {
  TEST_CASE_FIXTURE(SelectAccess, "a caller may be kept from full table scans") {
    Aws ann = user(R"({"Bool":{"dynamodb:FullTableScan":"false"}})");
    CHECK(may(ann, kTable, "user = 'ann'"));
    CHECK(may(ann, kTable, "user = 'ann' AND score = 1"));
    CHECK(may(ann, kTable, "user = 'ann' OR user = 'bob'"));
    CHECK(may(ann, kTable, "user IN ['ann', 'bob']"));
    CHECK_FALSE(may(ann, kTable, ""));
    CHECK_FALSE(may(ann, kTable, "user > 'a'"));
    CHECK_FALSE(may(ann, kTable, "game = 'go'"));
    CHECK_FALSE(may(ann, kTable, "user = 'ann' OR game = 'go'"));
    CHECK_FALSE(may(ann, kTable, "user IN [note, 'bob']"));
    CHECK_FALSE(may(ann, kTable, "NOT user = 'ann'"));
  }

  TEST_CASE_FIXTURE(SelectAccess, "of an index it is the index's hash key that keeps from scans") {
    Aws ann = user(R"({"Bool":{"dynamodb:FullTableScan":"false"}})");
    CHECK(may(ann, kIndex, "game = 'go'"));
    CHECK(may(ann, kIndex, "game IN ['go', 'chess']"));
    CHECK_FALSE(may(ann, kIndex, "user = 'ann'"));
    CHECK_FALSE(may(ann, kIndex, "user IN ['ann']"));
  }

  TEST_CASE_FIXTURE(SelectAccess, "all hash keys that a statement names are leading keys") {
    Aws ann = user(R"({"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["ann","go"]},
                       "Null":{"dynamodb:LeadingKeys":"false"}})");
    CHECK(may(ann, kTable, "user = 'ann'"));
    CHECK(may(ann, kTable, "user IN ['ann', 'go']"));
    CHECK_FALSE(may(ann, kTable, "user = 'bob'"));
    CHECK_FALSE(may(ann, kTable, "user IN ['ann', 'bob']"));
    CHECK_FALSE(may(ann, kTable, "user = 'ann' OR user = 'bob'"));
    CHECK_FALSE(may(ann, kTable, "user IN [?, ?]", {S("ann"), S("bob")}));
    CHECK_FALSE(may(ann, kTable, "user > 'a'"));
    CHECK(may(ann, kIndex, "game = 'go'"));
    CHECK_FALSE(may(ann, kIndex, "game = 'chess'"));
    CHECK_FALSE(may(ann, kIndex, "user = 'ann'"));
    CHECK_FALSE(may(ann, kIndex, "user = 'ann' AND game = 'chess'"));
  }
}

}  // namespace emu::test
