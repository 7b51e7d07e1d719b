// Source: Amazon CloudWatch Logs API Reference, "GetLogEvents".
#include <doctest/doctest.h>

#include "logs/log_fixture.h"

namespace emu::test {

TEST_SUITE("logs: GetLogEvents") {
  struct FiveEvents : LogFixture {
    FiveEvents() {
      for (int i = 0; i < 5; ++i) {
        put({{.timestamp = now() + i, .message = std::to_string(i)}}).value();
      }
    }
  };

  TEST_CASE_FIXTURE(FiveEvents, "pages go forward from the head until the token stays the same") {
    auto page = get({.log_stream_name = {}, .limit = 2, .start_from_head = true});
    CHECK(messages(page) == "0;1");
    page = get({.log_stream_name = {}, .next_token = page.next_forward_token, .limit = 2});
    CHECK(messages(page) == "2;3");
    page = get({.log_stream_name = {}, .next_token = page.next_forward_token, .limit = 2});
    CHECK(messages(page) == "4");
    const auto end = get({.log_stream_name = {}, .next_token = page.next_forward_token});
    CHECK(end.events.empty());
    CHECK(end.next_forward_token == page.next_forward_token);
    put({{.timestamp = now() + 9, .message = "late"}}).value();
    CHECK(messages(get({.log_stream_name = {}, .next_token = end.next_forward_token})) == "late");
  }

  TEST_CASE_FIXTURE(FiveEvents, "without start_from_head the newest come first, page by page") {
    auto page = get({.log_stream_name = {}, .limit = 2});
    CHECK(messages(page) == "3;4");
    page = get({.log_stream_name = {}, .next_token = page.next_backward_token, .limit = 2});
    CHECK(messages(page) == "1;2");
    page = get({.log_stream_name = {}, .next_token = page.next_backward_token, .limit = 2});
    CHECK(messages(page) == "0");
    CHECK(get({.log_stream_name = {}, .next_token = page.next_backward_token}).events.empty());
  }

  TEST_CASE_FIXTURE(FiveEvents, "the start is inclusive and the end is not") {
    CHECK(messages(get({.log_stream_name = {}, .start_time = now() + 1, .end_time = now() + 3})) ==
          "1;2");
  }

  TEST_CASE_FIXTURE(FiveEvents, "a group may be named by its ARN") {
    const std::string arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
    logs::GetLogEvents request{.log_group_identifier = arn, .log_stream_name = stream};
    CHECK(messages(aws.send(request).value()) == "0;1;2;3;4");
    request.log_group_identifier = group;
    CHECK(messages(aws.send(request).value()) == "0;1;2;3;4");

    // The pattern of identifiers in the API Reference has no asterisk.
    request.log_group_identifier = arn + ":*";
    const auto refused = aws.send(request);
    CHECK(code(refused) == "InvalidParameterException");
    CHECK(message(refused).ends_with(
        "at 'logGroupIdentifier' failed to satisfy constraint: Member must satisfy regular "
        "expression pattern: [\\w#+=/:,.@-]*"));
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(FiveEvents, "a group is not named twice") {
    const auto twice = aws.send(logs::GetLogEvents{
        .log_group_name = group, .log_group_identifier = group, .log_stream_name = stream});
    CHECK(code(twice) == "ValidationException");
    CHECK(message(twice) == "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    CHECK(code(aws.send(logs::DescribeLogStreams{
              .log_group_name = group, .log_group_identifier = group})) == "ValidationException");
    CHECK(code(aws.send(logs::FilterLogEvents{
              .log_group_name = group, .log_group_identifier = group})) == "ValidationException");
    CHECK(code(aws.send(logs::GetLogEvents{.log_stream_name = stream})) ==
          "InvalidParameterException");
  }

  TEST_CASE_FIXTURE(FiveEvents, "a token that was never given is refused") {
    for (const char* token : {"x", "f/12", "b/x5"}) {
      const auto got = aws.send(logs::GetLogEvents{
          .log_group_name = group, .log_stream_name = stream, .next_token = token});
      CHECK(message(got) == "The specified nextToken is invalid.");
    }
  }

  TEST_CASE_FIXTURE(FiveEvents, "what the retention lets expire is not told any more") {
    aws.send(logs::PutRetentionPolicy{.log_group_name = group, .retention_in_days = 1}).value();
    cloud.advance(24h + 2ms);
    CHECK(messages(get()) == "2;3;4");
    aws.send(logs::DeleteRetentionPolicy{.log_group_name = group}).value();
    CHECK(messages(get()) == "0;1;2;3;4");
  }
}

}  // namespace emu::test
