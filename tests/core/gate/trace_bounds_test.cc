// What callers write is bounded before the trace keeps it.
#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/dynamodb.h>

#include <algorithm>
#include <string>

#include "core/gate/trace.h"

using namespace emu;

namespace {

void record_call(Trace& trace, const std::string& resource) {
  trace.record<events::CallAnswered>(Time(), [&](auto& event) {
    event.service = "dynamodb";
    event.operation = "GetItem";
    event.resource_arn = resource;
    event.subject = resource;
    event.note = resource;
  });
}

std::size_t kept(const Trace& trace) {
  std::size_t count = 0;
  trace.each([&](const Event&) { ++count; });
  return count;
}

}  // namespace

TEST_SUITE("core: what the trace keeps") {
  TEST_CASE("a long name is told by its begin") {
    Cloud cloud;
    const std::string name(std::size_t{8} << 20, 'a');
    CHECK_FALSE(cloud.aws()
                    .send(dynamodb::GetItem{.table_name = name, .key = {{"id", dynamodb::S("1")}}})
                    .ok());
    std::string resource;
    cloud.each_event([&](const Event& event) {
      if (const auto* call = event.as<events::CallAnswered>()) resource = call->resource_arn;
    });
    CHECK(resource.size() == kTraceTextMax);
    CHECK(resource.starts_with("arn:aws:dynamodb:us-east-1:000000000000:table/aaa"));
    CHECK(resource.ends_with("a…"));
  }

  TEST_CASE("of events that hold much fewer are kept, the newest") {
    Trace trace(100'000);
    const std::string name(kTraceTextMax, 'a');
    for (int i = 0; i < 20'000; ++i) record_call(trace, name);
    CHECK(kept(trace) <= kTraceBytesMax / (3 * kTraceTextMax));
    CHECK(kept(trace) > 5000);
    std::uint64_t last = 0;
    trace.each([&](const Event& event) {
      CHECK_MESSAGE((last == 0 || event.sequence == last + 1), event.sequence);
      last = event.sequence;
    });
    CHECK(last == 20'000);
    for (int i = 0; i < 100'000; ++i) record_call(trace, "orders");
    CHECK(kept(trace) == 100'000);
  }

  TEST_CASE("a trace that was cleared begins anew") {
    Trace trace(2);
    for (int i = 0; i < 5; ++i) record_call(trace, "orders");
    CHECK(kept(trace) == 2);
    trace.clear();
    CHECK(kept(trace) == 0);
    record_call(trace, "orders");
    CHECK(kept(trace) == 1);
    CHECK(trace.size() == 1);
  }
}
