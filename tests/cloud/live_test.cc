#include <doctest/doctest.h>
#include <emu/s3.h>

#include <atomic>
#include <future>
#include <latch>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {
namespace {

const CloudOptions kHeld = {.live = LiveOptions{.held = true}};
const CloudOptions kFast = {.live = LiveOptions{.scale = 1000}};

struct Held : LambdaFixture {
  Held() : LambdaFixture(kHeld) {}
  const Time start = cloud.now();
};

struct Fast : LambdaFixture {
  Fast() : LambdaFixture(kFast) {}
};

sqs::ReceiveMessage long_poll(const std::string& queue) {
  return {.queue_url = queue, .wait_time_seconds = 20s};
}

TEST_SUITE("cloud: live") {
  TEST_CASE_FIXTURE(Held, "a clock that is held moves when somebody advances it") {
    const std::string queue = create_queue("orders", {{"VisibilityTimeout", "30"}});
    send(queue, "seat 12A");
    CHECK(aws.send(sqs::ReceiveMessage{.queue_url = queue})->messages.size() == 1);
    cloud.advance(30s - 1us);
    CHECK(visible(queue) == 0);
    cloud.advance(1us);
    CHECK(visible(queue) == 1);
    CHECK(cloud.now() == start + 30s);
  }

  TEST_CASE_FIXTURE(Held,
                    "a message goes through three visibility timeouts into the dead letters") {
    const std::string dead = create_queue("dead");
    const std::string queue = create_queue(
        "orders", {{"VisibilityTimeout", "36"},
                   {"RedrivePolicy", R"({"maxReceiveCount":3,"deadLetterTargetArn":")" +
                                         queue_arn("dead") + "\"}"}});
    std::atomic<int> attempts = 0;
    create_function(
        "print",
        [&](lambda::Context& context, std::string_view) -> std::string {
          ++attempts;
          context.sleep(15s);
          throw std::runtime_error("out of paper");
        },
        30s);
    create_mapping({.event_source_arn = queue_arn("orders"), .function_name = "print"});
    send(queue, "seat 12A");
    cloud.advance(3 * 36s - 1us);
    CHECK(attempts == 3);
    CHECK(visible(dead) == 0);
    cloud.advance(1us);
    CHECK(attempts == 3);
    CHECK(visible(dead) == 1);
    CHECK(cloud.now() == start + 3 * 36s);
  }

  TEST_CASE("a long poll on one thread is answered by what another sends") {
    LambdaFixture account({.live = LiveOptions{}});
    const std::string queue = account.create_queue("orders");
    std::promise<std::string> received;
    std::jthread receiver([&] {
      received.set_value(account.aws.send(long_poll(queue)).value().messages.at(0).body);
    });
    account.send(queue, "seat 12A");
    CHECK(received.get_future().get() == "seat 12A");
  }

  TEST_CASE_FIXTURE(Fast, "handlers run beside each other") {
    std::latch both(2);
    create_function(
        "pair",
        [&](lambda::Context& context, std::string_view) -> std::string {
          both.arrive_and_wait();
          context.log("met");
          return "{}";
        },
        900s);
    std::optional<std::string> other_error = "none";
    std::jthread other([&] { other_error = invoke("pair").function_error; });
    CHECK_FALSE(invoke("pair").function_error);
    other.join();
    CHECK_FALSE(other_error);
  }

  TEST_CASE_FIXTURE(Fast, "a handler that is busy at its timeout is answered for, and too late") {
    std::promise<void> release;
    // Shared, since the handler may still be in it when this frame is left.
    const auto after = std::make_shared<std::promise<std::string>>();
    create_function("busy",
                    [&release, after](lambda::Context& context, std::string_view) -> std::string {
                      release.get_future().wait();
                      context.log("too late");
                      try {
                        (void)context.aws().send(sqs::CreateQueue{.queue_name = "late"});
                      } catch (...) {
                        after->set_value("unwound");
                        throw;
                      }
                      after->set_value("called");
                      return "{}";
                    });
    const lambda::InvokeResult result = invoke("busy");
    CHECK(result.function_error == "Unhandled");
    CHECK(result.payload.view().find("Sandbox.Timedout") != std::string_view::npos);
    release.set_value();
    CHECK(after->get_future().get() == "unwound");
    CHECK(code(aws.send(sqs::GetQueueUrl{.queue_name = "late"})) == "QueueDoesNotExist");
    for (const std::string& line : log_lines("busy")) CHECK(line != "too late\n");
  }

  TEST_CASE_FIXTURE(Held, "running until something holds stops right there") {
    std::atomic<bool> done = false;
    cloud.spawn("client", [&] {
      aws.sleep(1h);
      done = true;
    });
    CHECK(cloud.run_until([&] { return done.load(); }, start + 2h));
    CHECK(cloud.now() == start + 1h);
    CHECK_FALSE(cloud.run_until([] { return false; }, start + 2h));
    CHECK(cloud.now() == start + 2h);
  }

  TEST_CASE_FIXTURE(Held, "running until idle waits for tasks, not for pollers") {
    create_queue("orders");
    create_function("print", [](lambda::Context&, std::string_view) { return std::string("{}"); });
    create_mapping({.event_source_arn = queue_arn("orders"), .function_name = "print"});
    cloud.spawn("client", [&] { aws.sleep(3h); });
    cloud.run_until_idle();
    CHECK(cloud.now() == start + 3h);
  }

  TEST_CASE_FIXTURE(Held, "the clock can be scaled and let go, and held again") {
    CHECK(cloud.clock().held);
    CHECK(cloud.clock().scale == 1);
    cloud.scale_clock(1'000'000);
    cloud.resume_clock();
    CHECK_FALSE(cloud.clock().held);
    CHECK(cloud.clock().scale == 1'000'000);
    aws.sleep(12h);
    cloud.hold_clock();
    const Time now = cloud.now();
    CHECK(now >= start + 12h);
    CHECK(cloud.clock().now == now);
  }

  TEST_CASE_FIXTURE(Fast, "a clock that runs can be advanced, and runs on") {
    const Time before = cloud.now();
    cloud.advance(12h);
    CHECK(cloud.now() >= before + 12h);
    CHECK_FALSE(cloud.clock().held);
  }

  TEST_CASE_FIXTURE(Held, "a clock's scale is from a millionth to a million") {
    CHECK_THROWS_AS(cloud.scale_clock(0), std::invalid_argument);
    CHECK_THROWS_AS(cloud.scale_clock(1e-12), std::invalid_argument);
    CHECK_THROWS_AS(cloud.scale_clock(1'000'001), std::invalid_argument);
    CHECK_THROWS_AS(cloud.scale_clock(std::numeric_limits<double>::quiet_NaN()),
                    std::invalid_argument);
    CHECK_THROWS_AS(Cloud({.live = LiveOptions{.scale = -1}}), std::invalid_argument);
    CHECK(cloud.clock().scale == 1);
  }

  TEST_CASE("the slowest clock still waits, and the fastest comes to its end") {
    Cloud slow({.live = LiveOptions{.scale = 1e-6}});
    slow.spawn("sleeper", [&] { slow.aws().sleep(24h); });
    CHECK(slow.now() < slow.options().start + 1s);
    Cloud fast({.start = kLatestTime - 1h, .live = LiveOptions{.scale = 1e6}});
    Aws aws = fast.aws();
    aws.sleep(2h);
    aws.send(sqs::CreateQueue{.queue_name = "orders"}).value();
    CHECK(fast.now() == kLatestTime);
  }

  TEST_CASE("virtual time is always held") {
    Cloud cloud;
    cloud.resume_clock();
    cloud.scale_clock(5);
    CHECK(cloud.clock().held);
    CHECK(cloud.clock().scale == 1);
    CHECK(cloud.clock().now == cloud.now());
  }

  TEST_CASE("a Cloud goes while its pollers poll, its handlers sleep and its tasks wait") {
    std::atomic<bool> came_back = false;
    {
      Held account;
      account.create_queue("orders");
      account.create_function("sleeper", [&](lambda::Context& context, std::string_view) {
        context.sleep(2s);
        came_back = true;
        return std::string("{}");
      });
      account.create_mapping(
          {.event_source_arn = LambdaFixture::queue_arn("orders"), .function_name = "sleeper"});
      account.cloud.spawn("client", [&] { account.invoke("sleeper"); });
      account.cloud.advance(1s);
    }
    CHECK_FALSE(came_back);
  }
}

// What eight threads do to an account at once. Any call may fail, since resets take everything
// away; none may do harm.
class Crowd {
 public:
  void run() {
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int thread = 0; thread < 7; ++thread) {
      threads.emplace_back([this, thread] {
        for (int turn = 0; turn < kTurns; ++turn) act(thread + turn);
      });
    }
    threads.emplace_back([this] {
      for (int turn = 0; turn < kTurns / 4; ++turn) disturb(turn);
    });
    for (std::thread& thread : threads) thread.join();
  }

  LambdaFixture account{kFast};

 private:
  static constexpr int kTurns = 60;

  void set_up() {
    Aws& aws = account.aws;
    (void)aws.send(sqs::CreateQueue{.queue_name = "orders"});
    (void)aws.send(iam::CreateRole{.role_name = "worker", .assume_role_policy_document = kTrust});
    (void)aws.send(iam::PutRolePolicy{.role_name = "worker",
                                      .policy_name = "inline",
                                      .policy_document = LambdaFixture::kEverything});
    account.cloud.bind("print", [this](lambda::Context& context, std::string_view) {
      context.log("prints");
      context.sleep(1s);
      (void)context.aws().send(sqs::SendMessage{.queue_url = queue_, .message_body = "printed"});
      return std::string("{}");
    });
    (void)aws.send(account.request("print"));
    (void)aws.send(lambda::CreateEventSourceMapping{
        .event_source_arn = LambdaFixture::queue_arn("orders"), .function_name = "print"});
    (void)aws.send(s3::CreateBucket{.bucket = "pictures"});
  }

  void act(int what) {
    Aws aws = account.cloud.aws();
    switch (what % 8) {
      case 0:
        return set_up();
      case 1:
        (void)aws.send(sqs::SendMessage{.queue_url = queue_, .message_body = "seat 12A"});
        return;
      case 2:
        (void)aws.send(sqs::ReceiveMessage{
            .queue_url = queue_, .visibility_timeout = 1s, .wait_time_seconds = 2s});
        return;
      case 3:
        (void)aws.send(lambda::Invoke{.function_name = "print", .payload = "{}"});
        return;
      case 4:
        (void)aws.send(
            lambda::Invoke{.function_name = "print", .invocation_type = "Event", .payload = "{}"});
        return;
      case 5:
        (void)aws.send(s3::PutObject{.bucket = "pictures", .key = "a", .body = "a picture"});
        (void)aws.send(s3::GetObject{.bucket = "pictures", .key = "a"});
        return;
      case 6:
        (void)account.cloud.http({.host = "pictures.s3.us-east-1.amazonaws.com", .target = "/a"});
        (void)account.cloud.look(sqs::PeekQueue{.queue = queue_}).depth;
        return;
      default:
        (void)account.cloud.look(sqs::PeekQueue{.queue = queue_, .limit = 10});
        account.cloud.each_trace_event([](const TraceEvent&) {});
        (void)account.cloud.trace_digest();
    }
  }

  void disturb(int turn) {
    account.cloud.advance(10s);
    if (turn % 5 == 1) account.cloud.reset("000000000000");
    if (turn % 5 == 3) account.cloud.reset();
    const Subscription passing = account.cloud.subscribe([](const Event&) {});
  }

  static inline const std::string kTrust =
      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
      R"({"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})";
  const std::string queue_ = "https://sqs.us-east-1.amazonaws.com/000000000000/orders";
};

TEST_SUITE("cloud: live, all at once") {
  TEST_CASE("eight threads call, advance and reset the same account") {
    Crowd crowd;
    crowd.run();
    crowd.account.cloud.reset();
    CHECK(crowd.account.code(crowd.account.aws.send(sqs::GetQueueUrl{.queue_name = "orders"})) ==
          "QueueDoesNotExist");
    crowd.account.create_queue("orders");
  }
}

}  // namespace
}  // namespace emu::test
