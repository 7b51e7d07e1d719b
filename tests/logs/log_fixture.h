// A log group with one stream, and short ways to write and read it.
#pragma once

#include <emu/logs.h>

#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

struct LogFixture : Fixture {
  LogFixture() {
    aws.send(logs::CreateLogGroup{.log_group_name = group}).value();
    add_stream(stream);
  }

  std::int64_t now() const { return epoch_millis(cloud.now()); }

  void add_stream(const std::string& name) {
    aws.send(logs::CreateLogStream{.log_group_name = group, .log_stream_name = name}).value();
  }

  Result<logs::PutLogEventsResult> put(std::vector<logs::InputLogEvent> events) {
    return put_to(stream, std::move(events));
  }
  Result<logs::PutLogEventsResult> put_to(const std::string& name,
                                          std::vector<logs::InputLogEvent> events) {
    return aws.send(logs::PutLogEvents{
        .log_group_name = group, .log_stream_name = name, .log_events = std::move(events)});
  }

  logs::GetLogEventsResult get(logs::GetLogEvents request = {.log_stream_name = {}}) {
    request.log_group_name = group;
    request.log_stream_name = stream;
    return aws.send(request).value();
  }

  // The messages that a request tells, joined by ';'.
  template <class Answer>
  static std::string messages(const Answer& answer) {
    std::string joined;
    for (const auto& event : answer.events) {
      if (!joined.empty()) joined += ';';
      joined += event.message;
    }
    return joined;
  }

  std::string group = "/aws/lambda/booking";
  std::string stream = "a";
};

}  // namespace emu::test
