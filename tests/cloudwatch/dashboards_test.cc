#include "cloudwatch/support.h"

namespace emu::cloudwatch {
namespace {

constexpr const char* kBody = R"({"widgets":[{"type":"text","properties":{"markdown":"hi"}}]})";

TEST_SUITE("cloudwatch: dashboards and tags") {
  TEST_CASE_FIXTURE(Fixture, "a dashboard is the account's in every region") {
    aws.send(PutDashboard{.dashboard_name = "ops", .dashboard_body = kBody}).value();
    Aws elsewhere = cloud.aws({.region = "eu-west-1"});
    CHECK(elsewhere.send(GetDashboard{.dashboard_name = "ops"}).value().dashboard_body == kBody);
    const auto entries = elsewhere.send(ListDashboards{}).value().dashboard_entries;
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].dashboard_arn == "arn:aws:cloudwatch::000000000000:dashboard/ops");
    CHECK(aws.send(DeleteDashboards{.dashboard_names = {"ops", "none"}}).error().code ==
          errors::kDashboardNotFoundError);
    CHECK(aws.send(DeleteDashboards{.dashboard_names = {"ops"}}).ok());
    CHECK(aws.send(ListDashboards{}).value().dashboard_entries.empty());
  }

  // Source: Amazon CloudWatch API Reference, "Dashboard body structure and syntax".
  TEST_CASE_FIXTURE(Fixture, "a body that is none is refused, with the place in it") {
    struct Row {
      const char* body;
      const char* path;
    };
    for (const Row& row :
         {Row{"{", "valid JSON object"}, Row{"[]", "valid JSON object"}, Row{"{}", "widgets"},
          Row{R"({"widgets":1})", "/widgets"}, Row{R"({"widgets":[1]})", "/widgets/0"},
          Row{R"({"widgets":[{"type":"clock","properties":{}}]})", "/widgets/0/type"},
          Row{R"({"widgets":[{"type":"text"}]})", "/widgets/0/properties"},
          Row{R"({"widgets":[{"type":"text","x":"1","properties":{}}]})", "/widgets/0/x"}}) {
      CAPTURE(row.body);
      const auto answer =
          aws.send(PutDashboard{.dashboard_name = "ops", .dashboard_body = row.body});
      REQUIRE_FALSE(answer.ok());
      CHECK(answer.error().code == errors::kInvalidParameterInput);
      CHECK(answer.error().message.find(row.path) != std::string::npos);
    }
    CHECK_FALSE(aws.send(PutDashboard{.dashboard_name = "a b", .dashboard_body = kBody}).ok());
  }

  TEST_CASE_FIXTURE(Fixture, "alarms and dashboards have up to 50 tags") {
    aws.send(PutDashboard{.dashboard_name = "ops", .dashboard_body = kBody}).value();
    aws.send(alarm()).value();
    for (const char* arn : {"arn:aws:cloudwatch::000000000000:dashboard/ops",
                            "arn:aws:cloudwatch:us-east-1:000000000000:alarm:many"}) {
      TagResource in{.resource_arn = arn, .tags = {}};
      for (int i = 0; i < 50; ++i) in.tags.push_back({.key = "k" + std::to_string(i), .value = {}});
      CHECK(aws.send(in).ok());
      CHECK_FALSE(
          aws.send(TagResource{.resource_arn = arn, .tags = {{.key = "x", .value = "y"}}}).ok());
      in.tags.clear();
      aws.send(UntagResource{.resource_arn = arn, .tag_keys = {"k0"}}).value();
      CHECK(aws.send(ListTagsForResource{.resource_arn = arn}).value().tags.size() == 49);
    }
    CHECK(aws.send(ListTagsForResource{.resource_arn =
                                           "arn:aws:cloudwatch:us-east-1:000000000000:alarm:x"})
              .error()
              .code == errors::kResourceNotFoundException);
  }

  TEST_CASE_FIXTURE(Fixture, "another account's alarms cannot be tagged") {
    aws.send(alarm()).value();
    Aws stranger = cloud.aws({.account = "111111111111"});
    CHECK(code(stranger.send(ListTagsForResource{
              .resource_arn = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:many"})) ==
          errors::kResourceNotFoundException);
  }

  TEST_CASE_FIXTURE(Fixture, "a reset leaves nothing of an account") {
    aws.send(PutDashboard{.dashboard_name = "ops", .dashboard_body = kBody}).value();
    aws.send(alarm()).value();
    put(10);
    cloud.reset();
    cloud.advance(5min);
    CHECK(aws.send(ListDashboards{}).value().dashboard_entries.empty());
    CHECK(aws.send(DescribeAlarms{}).value().metric_alarms.empty());
    CHECK(aws.send(ListMetrics{}).value().metrics.empty());
    CHECK(aws.send(DescribeAlarmHistory{}).value().alarm_history_items.empty());
  }
}

}  // namespace
}  // namespace emu::cloudwatch
