#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/describe.h>
#include <emu/sqs.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
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
