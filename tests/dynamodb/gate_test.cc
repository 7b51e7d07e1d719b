// What the gate sees of DynamoDB's calls: the trace and the condition keys of IAM.
#include <emu/describe.h>
#include <emu/iam.h>

#include "core/gate/world.h"
#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: at the gate") {
  TEST_CASE_FIXTURE(TableFixture, "the trace names the table and the key") {
    put({{"id", S("total")}});
    aws.send(PutItem{.table_name = "trips", .item = {{"bus", S("12")}, {"departure", N("7.0")}}})
        .value();
    std::vector<std::string> subjects;
    std::string resource;
    cloud.each_trace_event([&](const TraceEvent& event) {
      if (event.name == "PutItem") subjects.push_back(event.subject);
      resource = event.resource;
    });
    CHECK(subjects == std::vector<std::string>{"id=total", "bus=12,departure=7"});
    CHECK(resource == "arn:aws:dynamodb:us-east-1:000000000000:table/trips");
  }

  TEST_CASE_FIXTURE(TableFixture, "a caller may be held to its own items by dynamodb:LeadingKeys") {
    struct Recorder final : Authorizer {
      std::optional<std::string> refusal(const AccessRequest& request) override {
        for (const ConditionValue& value : request.context) {
          if (value.key == "dynamodb:LeadingKeys" && value.values.front() == "mine") return {};
        }
        return "not yours";
      }
      bool has_issued(std::string_view) override { return false; }
      Result<CallerPtr> identify(std::string_view, std::string_view) override { return Error{}; }
      Result<KeySecret> secret_of(std::string_view) override { return Error{}; }
      Result<CallerPtr> assume_for_service(std::string_view, std::string_view, std::string_view,
                                           std::string_view) override {
        return Error{};
      }
    } recorder;
    Authorizer* const before = cloud.world().authorizer();
    cloud.world().set_authorizer(&recorder);
    Aws user = cloud.world().client(
        std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kUser,
                                              .account = "000000000000",
                                              .region = "us-east-1",
                                              .arn = "arn:aws:iam::000000000000:user/u",
                                              .principal_id = "AIDA"}));
    CHECK(user.send(PutItem{.table_name = "stats", .item = {{"id", S("mine")}}}).ok());
    const auto refused = user.send(GetItem{.table_name = "stats", .key = {{"id", S("other")}}});
    CHECK(code(refused) == "AccessDeniedException");
    CHECK(message(refused) == "not yours");
    cloud.world().set_authorizer(before);
  }

  // Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control".
  TEST_CASE_FIXTURE(TableFixture, "a caller may be held to some attributes") {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{.user_name = "ann", .policy_name = "own", .policy_document = R"({
        "Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*",
        "Condition":{"ForAllValues:StringEquals":{"dynamodb:Attributes":["id","seats"]},
                     "StringEqualsIfExists":{"dynamodb:Select":"SPECIFIC_ATTRIBUTES",
                                             "dynamodb:ReturnValues":["NONE","UPDATED_NEW"]}}}})"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const Item id = {{"id", S("a")}};
    const auto may_update = [&](const std::string& expression, const std::string& returns) {
      return code(ann.send(UpdateItem{.table_name = "stats",
                                      .key = id,
                                      .return_values = returns,
                                      .update_expression = expression,
                                      .expression_attribute_names = {{"#p", "price"}},
                                      .expression_attribute_values = {{":v", S("1")}}})) !=
             "AccessDeniedException";
    };
    CHECK(may_update("SET seats = :v", "NONE"));
    CHECK(may_update("SET seats = if_not_exists(seats, :v)", "UPDATED_NEW"));
    CHECK_FALSE(may_update("SET seats = :v", "ALL_NEW"));
    CHECK_FALSE(may_update("SET price = :v", "NONE"));
    CHECK_FALSE(may_update("SET #p = :v", "NONE"));
    CHECK_FALSE(may_update("SET seats = price", "NONE"));
    CHECK_FALSE(
        ann.send(PutItem{.table_name = "stats", .item = {{"id", S("a")}, {"x", S("y")}}}).ok());
    CHECK(
        ann.send(PutItem{.table_name = "stats", .item = {{"id", S("a")}, {"seats", S("y")}}}).ok());
    CHECK_FALSE(ann.send(GetItem{.table_name = "stats", .key = id}).ok());
    CHECK(ann.send(GetItem{.table_name = "stats", .key = id, .projection_expression = "seats.x[0]"})
              .ok());
    CHECK_FALSE(
        ann.send(GetItem{.table_name = "stats", .key = id, .projection_expression = "seats, price"})
            .ok());
  }
}

}  // namespace emu::test
