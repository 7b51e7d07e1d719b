// Sources: EventBridge Scheduler API Reference, the page of each operation; EventBridge Scheduler
// User Guide, "Schedule types in EventBridge Scheduler", "Configuring flexible time windows".
#include <doctest/doctest.h>

#include "core/time/time_zone.h"
#include "scheduler/support.h"

namespace emu::scheduler {

TEST_SUITE("scheduler: schedules") {
  TEST_CASE_FIXTURE(ScheduleFixture, "a one-time schedule calls its target at its time") {
    create(request("at(2026-01-02T12:30:00)"));
    cloud.run_until(std::chrono::sys_days(std::chrono::year(2026) / 1 / 2) + 12h + 30min - 1ms);
    CHECK(due() == 0);
    cloud.advance(1ms);
    CHECK(due() == 1);
    cloud.advance(48h);
    CHECK(due() == 0);
    CHECK(is_there());
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "what is completed may be deleted") {
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.action_after_completion = "DELETE";
    create(once);
    CreateSchedule often = request("rate(1 hour)", "often");
    often.action_after_completion = "DELETE";
    often.end_date = cloud.now() + 150min;
    create(often);
    CHECK(is_there());
    cloud.advance(3h);
    CHECK(due() == 4);
    CHECK(!is_there());
    CHECK(!is_there("often"));
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "a rate begins at once or at its start, and ends") {
    create(request("rate(10 minutes)"));
    CHECK(due() == 1);
    cloud.advance(10min);
    CHECK(due() == 1);
    aws.send(DeleteSchedule{.name = "s"}).value();
    cloud.advance(1h);
    CHECK(due() == 0);
    CreateSchedule later = request("rate(10 minutes)");
    later.start_date = cloud.now() + 1h;
    later.end_date = cloud.now() + 1h + 25min;
    create(later);
    cloud.advance(1h - 1ms);
    CHECK(due() == 0);
    cloud.advance(5h);
    CHECK(due() == 3);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "disabled schedules wait until they are enabled") {
    CreateSchedule off = request("cron(0 * * * ? *)");
    off.state = "DISABLED";
    create(off);
    cloud.advance(2h);
    CHECK(due() == 0);
    UpdateSchedule on{.flexible_time_window = off.flexible_time_window,
                      .name = "s",
                      .schedule_expression = off.schedule_expression,
                      .target = off.target};
    aws.send(on).value();
    cloud.advance(1h);
    CHECK(due() == 1);
  }

  // EventBridge Scheduler User Guide, "Daylight savings time in EventBridge Scheduler".
  TEST_CASE_FIXTURE(ScheduleFixture, "clocks of time zones are followed through the year") {
    if (TimeZone::find("Europe/Berlin") == nullptr) return;  // this machine has no tz database
    const auto due_on = [&](unsigned month, unsigned day, int minutes_from, int minutes_to) {
      const Time midnight =
          std::chrono::sys_days(std::chrono::year(2026) / static_cast<int>(month) / day);
      cloud.run_until(midnight + std::chrono::minutes(minutes_from));
      (void)due();
      cloud.run_until(midnight + std::chrono::minutes(minutes_to));
      return due();
    };
    CreateSchedule berlin = request("cron(30 2 * * ? *)");
    berlin.schedule_expression_timezone = "Europe/Berlin";
    create(berlin);
    CHECK(due_on(1, 15, 89, 91) == 1);          // 01:30 UTC in winter
    CHECK(due_on(3, 29, 0, 24 * 60 - 1) == 0);  // 02:30 is left out
    CHECK(due_on(7, 15, 29, 31) == 1);          // 00:30 UTC in summer
    CHECK(due_on(10, 25, 0, 23 * 60) == 1);     // 02:30 is there twice
    CHECK(due_on(12, 1, 89, 91) == 1);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "a flexible window delays by what the seed says") {
    CreateSchedule flexible = request("at(2026-01-01T01:00:00)");
    flexible.flexible_time_window = {.maximum_window_in_minutes = 30, .mode = "FLEXIBLE"};
    create(flexible);
    cloud.advance(1h);
    CHECK(due() == 0);
    cloud.advance(30min);
    CHECK(due() == 1);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "schedules are read with their defaults, and listed") {
    create(request("rate(1 day)"));
    const GetScheduleResult got = aws.send(GetSchedule{.name = "s"}).value();
    CHECK(got.arn == "arn:aws:scheduler:us-east-1:000000000000:schedule/default/s");
    CHECK(got.state == "ENABLED");
    CHECK(got.schedule_expression_timezone == "UTC");
    CHECK(got.action_after_completion == "NONE");
    CHECK(got.target->retry_policy->maximum_retry_attempts == 185);
    CHECK(got.target->retry_policy->maximum_event_age_in_seconds == 86400);
    aws.send(CreateScheduleGroup{.name = "group"}).value();
    for (const char* name : {"a", "b"}) {
      CreateSchedule in_group = request("rate(1 day)", name);
      in_group.group_name = "group";
      create(in_group);
    }
    std::string names;
    std::optional<std::string> token;
    do {
      const ListSchedulesResult page =
          aws.send(ListSchedules{.max_results = 1, .next_token = token}).value();
      for (const ScheduleSummary& one : page.schedules)
        names += one.group_name + "/" + one.name + " ";
      token = page.next_token;
    } while (!token->empty());
    CHECK(names == "default/s group/a group/b ");
    CHECK(aws.send(ListSchedules{.group_name = "group"}).value().schedules.size() == 2);
    CHECK(aws.send(ListSchedules{.name_prefix = "b"}).value().schedules.size() == 1);
    CHECK(aws.send(ListSchedules{.state = "DISABLED"}).value().schedules.empty());
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "groups have tags, and take their schedules along") {
    const std::string arn = aws.send(CreateScheduleGroup{.name = "group", .tags = {{"a", "1"}}})
                                .value()
                                .schedule_group_arn;
    CHECK(code(aws.send(CreateScheduleGroup{.name = "group"})) == "ConflictException");
    CreateSchedule in_group = request("rate(1 hour)");
    in_group.group_name = "group";
    create(in_group);
    CHECK(due() == 1);
    aws.send(TagResource{.resource_arn = arn, .tags = {{"b", "2"}}}).value();
    aws.send(UntagResource{.resource_arn = arn, .tag_keys = {"a"}}).value();
    CHECK(aws.send(ListTagsForResource{.resource_arn = arn}).value().tags.at(0).key == "b");
    CHECK(aws.send(GetScheduleGroup{.name = "group"}).value().state == "ACTIVE");
    CHECK(aws.send(ListScheduleGroups{.max_results = 1}).value().schedule_groups.at(0).name ==
          "default");
    aws.send(DeleteScheduleGroup{.name = "group"}).value();
    cloud.advance(5h);
    CHECK(due() == 0);
    CHECK(code(aws.send(GetScheduleGroup{.name = "group"})) == "ResourceNotFoundException");
    CHECK(code(aws.send(DeleteScheduleGroup{.name = "default"})) == "ValidationException");
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "the same request again is answered, another one refused") {
    CreateSchedule once = request("rate(1 day)");
    once.client_token = "t";
    create(once);
    create(once);
    once.client_token = "u";
    CHECK(message(aws.send(once)) == "Schedule s already exists.");
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "wrong schedules are refused") {
    const auto refused = [&](auto change) {
      CreateSchedule in = request("rate(1 day)");
      change(in);
      const auto result = aws.send(in);
      CHECK(code(result) == "ValidationException");
      return message(result);
    };
    for (const char* wrong : {"rate(1 days)", "at(tomorrow)", "cron(0 0 * * *)", "daily",
                              "at(2026-01-01T00:00:00Z)", "rate(1 day"}) {
      CAPTURE(wrong);
      CHECK(refused([&](CreateSchedule& in) {
              in.schedule_expression = wrong;
            }).starts_with("Invalid Schedule Expression"));
    }
    for (const char* zone : {"Europe/Atlantis", "../passwd", "/etc/passwd", "CEST2"}) {
      CAPTURE(zone);
      CHECK(refused([&](CreateSchedule& in) {
              in.schedule_expression_timezone = zone;
            }).find(zone) != std::string::npos);
    }
    refused([](CreateSchedule& in) { in.flexible_time_window = {.mode = "FLEXIBLE"}; });
    refused([](CreateSchedule& in) {
      in.flexible_time_window = {.maximum_window_in_minutes = 1, .mode = "OFF"};
    });
    refused([&](CreateSchedule& in) { in.start_date = cloud.now() - 6min; });
    refused([&](CreateSchedule& in) { in.end_date = cloud.now() - 1min; });
    refused([](CreateSchedule& in) { in.target.arn = "queue"; });
    refused([](CreateSchedule& in) { in.target.arn = queue_arn("q.fifo"); });
    refused(
        [](CreateSchedule& in) { in.target.arn = "arn:aws:ecs:us-east-1:000000000000:cluster/c"; });
    refused([](CreateSchedule& in) {
      in.target.arn = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    });
    refused(
        [](CreateSchedule& in) { in.target.arn = "arn:aws:scheduler:::aws-sdk:sqs:listQueues"; });
    refused([](CreateSchedule& in) { in.target.arn = "arn:aws:scheduler:::aws-sdk:ecs:runTask"; });
    refused([](CreateSchedule& in) {
      in.target.arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
    });
    CHECK(
        refused([](CreateSchedule& in) {
          in.target.role_arn = "arn:aws:iam::000000000000:role/none";
        }) ==
        "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
    CreateSchedule nowhere = request("rate(1 day)");
    nowhere.group_name = "none";
    CHECK(message(aws.send(nowhere)) == "Schedule group none does not exist.");
    CHECK(!is_there());
    CHECK(code(aws.send(DeleteSchedule{.name = "s"})) == "ResourceNotFoundException");
  }
}

}  // namespace emu::scheduler
