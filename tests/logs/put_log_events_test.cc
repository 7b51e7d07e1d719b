// Source: Amazon CloudWatch Logs API Reference, "PutLogEvents".
#include <doctest/doctest.h>

#include <string>

#include "logs/log_fixture.h"

namespace emu::test {

using logs::InputLogEvent;

TEST_SUITE("logs: PutLogEvents") {
  TEST_CASE_FIXTURE(LogFixture, "what is put can be read, with the time at which it came") {
    const auto put = this->put({{.timestamp = now() - 5, .message = "seat 12A"},
                                {.timestamp = now(), .message = "booked"}});
    REQUIRE(put.ok());
    CHECK_FALSE(put->rejected_log_events_info);
    const auto got = get();
    CHECK(messages(got) == "seat 12A;booked");
    CHECK(got.events[0].timestamp == now() - 5);
    CHECK(got.events[0].ingestion_time == now());
  }

  TEST_CASE_FIXTURE(LogFixture, "a batch that is refused stores nothing") {
    struct Case {
      std::vector<InputLogEvent> events;
      std::string text;
    };
    const std::int64_t t = now();
    const std::string half(600'000, 'x');
    const Case cases[] = {
        {{{.timestamp = t, .message = "b"}, {.timestamp = t - 1, .message = "a"}},
         "Log events in a single PutLogEvents request must be in chronological order."},
        {{{.timestamp = t - 86'400'001, .message = "a"}, {.timestamp = t, .message = "b"}},
         "The batch of log events in a single PutLogEvents request cannot span more than 24 "
         "hours."},
        {{{.timestamp = t, .message = half}, {.timestamp = t, .message = half}},
         "Upload too large: 1200052 bytes exceeds limit of 1048576"},
        {{{.timestamp = t, .message = half + half}},
         "Log event too large: 1200026 bytes exceeds limit of 1048576"},
    };
    for (const Case& c : cases) {
      const auto put = this->put(c.events);
      CHECK(code(put) == "InvalidParameterException");
      CHECK(message(put) == c.text);
    }
    CHECK(get().events.empty());
  }

  TEST_CASE_FIXTURE(LogFixture, "the 24 hours are those of the events that are taken") {
    const auto put =
        this->put({{.timestamp = now() - std::int64_t{20} * 86'400'000, .message = "x"},
                   {.timestamp = now(), .message = "kept"}});
    REQUIRE(put.ok());
    CHECK(put.value().rejected_log_events_info->too_old_log_event_end_index == 1);
    CHECK(messages(get()) == "kept");
  }

  TEST_CASE_FIXTURE(LogFixture, "events two hours ahead are left out and told by index") {
    const auto put = this->put({{.timestamp = now() + 7'200'000, .message = "edge"},
                                {.timestamp = now() + 7'200'001, .message = "too new"}})
                         .value();
    REQUIRE(put.rejected_log_events_info);
    CHECK(put.rejected_log_events_info->too_new_log_event_start_index == 1);
    CHECK_FALSE(put.rejected_log_events_info->too_old_log_event_end_index);
    CHECK(messages(get()) == "edge");
  }

  TEST_CASE_FIXTURE(LogFixture, "events older than 14 days or than the retention are left out") {
    aws.send(logs::PutRetentionPolicy{.log_group_name = group, .retention_in_days = 1}).value();
    const std::int64_t day = 86'400'000;
    const auto expired = put({{.timestamp = now() - day - 1, .message = "expired"},
                              {.timestamp = now() - day, .message = "kept"}})
                             .value();
    REQUIRE(expired.rejected_log_events_info);
    CHECK(expired.rejected_log_events_info->expired_log_event_end_index == 1);
    const auto old = put({{.timestamp = now() - 14 * day - 1, .message = "old"}}).value();
    REQUIRE(old.rejected_log_events_info);
    CHECK(old.rejected_log_events_info->too_old_log_event_end_index == 1);
    CHECK(messages(get()) == "kept");
  }

  TEST_CASE_FIXTURE(LogFixture, "an unknown group and an unknown stream are told apart") {
    const std::vector<InputLogEvent> events = {{.timestamp = now(), .message = "a"}};
    CHECK(message(put_to("b", events)) == "The specified log stream does not exist.");
    group = "other";
    CHECK(message(put(events)) == "The specified log group does not exist.");
  }

  TEST_CASE_FIXTURE(LogFixture, "batches that come out of order are read in order of time") {
    put({{.timestamp = now() + 20, .message = "third"}}).value();
    put({{.timestamp = now(), .message = "first"}, {.timestamp = now() + 20, .message = "fourth"}})
        .value();
    put({{.timestamp = now() + 10, .message = "second"}}).value();
    CHECK(messages(get()) == "first;second;third;fourth");
  }

  TEST_CASE_FIXTURE(LogFixture, "the group counts 26 bytes on top of each message") {
    put({{.timestamp = now(), .message = "1234"}, {.timestamp = now(), .message = "12"}}).value();
    const auto told = aws.send(logs::DescribeLogGroups{}).value();
    CHECK(told.log_groups.at(0).stored_bytes == 58);
  }
}

}  // namespace emu::test
