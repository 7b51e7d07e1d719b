#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/describe.h>
#include <emu/sqs.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/gate/event_kinds.h"
#include "core/gate/trace.h"

using namespace emu;

namespace {

const Member* member_of(const Shape& shape, std::string_view name) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [&](const Member& member) { return member.name == name; });
  return found == shape.members.end() ? nullptr : &*found;
}

void create(Cloud& cloud, const char* queue) {
  cloud.aws().send(sqs::CreateQueue{.queue_name = queue}).value();
}

// Sets the member to something that a blank event has not.
void change(const Member& member, void* what) {
  const Shape& shape = member.shape();
  void* value = member.emplace(what, member.offset);
  switch (shape.kind) {
    case Kind::kString:
      if (shape.set_text != nullptr) return shape.set_text(value, "changed");
      *static_cast<std::string_view*>(value) = "changed";
      return;
    case Kind::kInteger:
    case Kind::kTimestamp:
      return shape.set_integer(value, 7);
    case Kind::kList:
      return shape.element().set_text(shape.append(value), "changed");
    default:
      FAIL("a member of an unexpected type");
  }
}

// A trace that holds one event: its digest, and the event as texts.
struct Recorded {
  std::string digest;
  TraceEvent texts;
};

// The event is what `make` makes of a blank one.
template <class T, class Make>
Recorded record(const Make& make) {
  Trace trace(1);
  Recorded recorded;
  trace.record<T>(Time(), [&](T& event) { make(static_cast<void*>(&event)); });
  recorded.digest = trace.digest();
  trace.each([&](const Event& event) { recorded.texts = to_trace_event(event); });
  return recorded;
}

template <class T>
void check_that_every_member_counts() {
  const Shape& shape = shape_of<T>();
  std::set<std::string> digests{record<T>([](void*) {}).digest};
  for (const Member& member : shape.members) {
    CAPTURE(T::kEvent.name);
    CAPTURE(member.name);
    const Recorded changed = record<T>([&](void* what) { change(member, what); });
    CHECK(digests.insert(changed.digest).second);
    if (std::is_same_v<T, events::CallAnswered>) continue;
    CHECK(changed.texts.details.find(member.name) != std::string::npos);
    const bool is_shown = changed.texts.resource == "changed" ||
                          changed.texts.subject == "changed" || !changed.texts.note.empty();
    CHECK(is_shown);
  }
}

template <class... T>
void check_all(events::List<T...>) {
  (check_that_every_member_counts<T>(), ...);
}

}  // namespace

TEST_SUITE("core: events") {
  TEST_CASE("whoever subscribes sees what happens, as the struct of its kind") {
    Cloud cloud;
    std::vector<std::string> seen;
    const Subscription following = cloud.subscribe([&](const Event& event) {
      if (const auto* call = event.as<events::CallAnswered>()) {
        if (call->is<sqs::CreateQueue>()) seen.push_back(call->resource_arn);
      }
      CHECK(event.as<events::MessageRedriven>() == nullptr);
    });
    create(cloud, "orders");
    (void)cloud.aws().send(sqs::ListQueues{});
    CHECK(seen == std::vector<std::string>{"arn:aws:sqs:us-east-1:000000000000:orders"});
  }

  TEST_CASE("any number may subscribe, each until its subscription ends") {
    Cloud cloud;
    int first = 0;
    int second = 0;
    Subscription to_first = cloud.subscribe([&](const Event&) { ++first; });
    {
      const Subscription to_second = cloud.subscribe([&](const Event&) { ++second; });
      create(cloud, "a");
      const Subscription moved = std::move(to_first);
      create(cloud, "b");
    }
    create(cloud, "c");
    CHECK(first == 2);
    CHECK(second == 2);
  }

  TEST_CASE("a subscription may end within its own sink or another's") {
    Cloud cloud;
    std::vector<std::string> seen;
    Subscription second;
    std::optional<Subscription> first = cloud.subscribe([&](const Event&) {
      seen.emplace_back("first");
      second.end();
      first.reset();
    });
    second = cloud.subscribe([&](const Event&) { seen.emplace_back("second"); });
    const Subscription third = cloud.subscribe([&](const Event&) { seen.emplace_back("third"); });
    create(cloud, "a");
    create(cloud, "b");
    CHECK(seen == std::vector<std::string>{"first", "third", "third"});
  }

  TEST_CASE("who subscribes within a sink sees the next event first") {
    Cloud cloud;
    int seen = 0;
    std::optional<Subscription> inner;
    const Subscription outer = cloud.subscribe([&](const Event&) {
      if (!inner) inner = cloud.subscribe([&](const Event&) { ++seen; });
    });
    create(cloud, "a");
    CHECK(seen == 0);
    create(cloud, "b");
    CHECK(seen == 1);
  }

  TEST_CASE("a subscription may outlive its Cloud") {
    std::optional<Cloud> cloud(std::in_place);
    Subscription left = cloud->subscribe([](const Event&) {});
    cloud.reset();
    left.end();
  }

  TEST_CASE("every event has a service and a name of its own, and names members that it has") {
    std::set<std::string> names;
    for (const EventKind& kind : event_kinds()) {
      CAPTURE(kind.name->name);
      CHECK(names.insert(std::string(kind.name->name)).second);
      const Shape& shape = kind.shape();
      CHECK(member_of(shape, kind.name->resource) != nullptr);
      CHECK(member_of(shape, kind.name->subject) != nullptr);
      CHECK((kind.name == &events::CallAnswered::kEvent || !kind.name->service.empty()));
    }
  }

  TEST_CASE("every member of every event counts in the digest, the JSON and the line") {
    check_all(events::All{});
  }

  TEST_CASE("two kinds with the same members differ in the digest") {
    const auto same = [](void*) {};
    CHECK(record<events::BatchFailed>(same).digest != record<events::BatchDropped>(same).digest);
  }

  TEST_CASE("ids that are joined elsewhere do not make two events equal") {
    const auto with = [](std::vector<std::string> ids) {
      return record<events::BatchFailed>(
                 [&](void* what) { static_cast<events::BatchFailed*>(what)->message_ids = ids; })
          .digest;
    };
    CHECK(with({"a", "b"}) != with({"a,b"}));
    CHECK(with({"a", "b"}) != with({"b", "a"}));
  }

  TEST_CASE("an event's line names what happened to what, and all that is known") {
    Trace trace(1);
    std::string line;
    std::string details;
    trace.record<events::ApiRequestAnswered>(Time(), [](auto& event) {
      event.api_arn = "arn:aws:apigateway:us-east-1::/apis/a";
      event.request_id = "1=";
      event.method = "GET";
      event.target = "/";
      event.status = 200;
      event.took = std::chrono::milliseconds(20);
    });
    trace.each([&](const Event& event) {
      line = to_string(event);
      details = to_trace_event(event).details;
    });
    CHECK(line ==
          "1970-01-01T00:00:00.000Z apigatewayv2:ApiRequestAnswered "
          "arn:aws:apigateway:us-east-1::/apis/a [1=] (method=GET target=/ status=200 took=20ms)");
    CHECK(details == R"({"api_arn":"arn:aws:apigateway:us-east-1::/apis/a","request_id":"1=",)"
                     R"("method":"GET","target":"/","status":200,"took_us":20000})");
  }

  TEST_CASE("storage that is used again holds nothing of the event before") {
    Trace trace(1);
    trace.record<events::BatchFailed>(Time(), [](auto& event) {
      event.mapping_arn = "a";
      event.message_ids = {"1", "2"};
    });
    trace.record<events::BatchFailed>(Time(), [](auto& event) { event.function_error = "b"; });
    trace.each([](const Event& event) {
      const auto* failed = event.as<events::BatchFailed>();
      REQUIRE(failed != nullptr);
      CHECK(event.sequence == 2);
      CHECK(failed->mapping_arn.empty());
      CHECK(failed->message_ids.empty());
    });
  }
}
