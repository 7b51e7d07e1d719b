// Deliveries where tasks are threads: who publishes lends its own for what takes no time.
#include <doctest/doctest.h>
#include <emu/lambda.h>
#include <emu/sns.h>

#include <string>
#include <thread>

#include "sns/support.h"

namespace emu::sns {

namespace {

// The clock stands still: who waited for time to pass would wait forever.
struct LiveFixture : TopicFixture {
  LiveFixture() : TopicFixture({.live = LiveOptions{.held = true}}) {}

  Queue queue = create_queue("q");
  std::string arn = subscribe("sqs", queue.arn);
  int sent_here = 0;  // by this thread; guarded by the world's lock
  int sent_elsewhere = 0;
  std::thread::id here = std::this_thread::get_id();
  emu::Subscription counting = cloud.subscribe([this](const Event& event) {
    if (event.as<events::MessagesSent>() == nullptr) return;
    ++(std::this_thread::get_id() == here ? sent_here : sent_elsewhere);
  });
};

}  // namespace

TEST_SUITE("sns: deliveries on threads") {
  TEST_CASE_FIXTURE(LiveFixture, "the publisher's thread brings the message to queues") {
    const Queue other = create_queue("other");
    subscribe("sqs", other.arn);
    publish("hi");
    CHECK(sent_here == 2);
    CHECK(received(queue).size() == 1);
    CHECK(received(other).size() == 1);
    CHECK(sent_elsewhere == 0);
  }

  TEST_CASE_FIXTURE(LiveFixture, "a publisher does not wait for a queue that is slow") {
    const FaultGuard slow =
        cloud.fail({.service = "sqs", .operation = "SendMessage", .latency = 1h});
    publish("hi");
    cloud.advance(1h);
    CHECK(sent_here == 0);
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(LiveFixture, "a publisher does not wait for functions") {
    subscribe("lambda", "arn:aws:lambda:us-east-1:000000000000:function:work");
    std::thread::id invoking = here;  // guarded by the world's lock
    const emu::Subscription watching = cloud.subscribe([&](const Event& event) {
      const auto* call = event.as<events::CallAnswered>();
      if (call != nullptr && call->is<lambda::Invoke>()) invoking = std::this_thread::get_id();
    });
    publish("hi");
    CHECK(sent_here == 1);
    cloud.advance(1ms);
    CHECK(invoking != here);
  }
}

}  // namespace emu::sns
