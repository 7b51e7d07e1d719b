// What the gate sees of DynamoDB's calls: the trace and the condition keys of IAM.
#include <emu/describe.h>

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
}

}  // namespace emu::test
