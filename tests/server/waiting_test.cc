// Calls that wait for a message, and what becomes of them when their client hangs up or the server
// stops.
#include <doctest/doctest.h>
#include <emu/server.h>
#include <emu/sqs.h>
#include <emu/sqs/looks.h>
#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/gate/world.h"
#include "core/task/live_scheduler.h"
#include "support/raw_client.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::RawClient;

namespace {

struct WaitingFixture {
  Cloud cloud{CloudOptions{.live = LiveOptions{.held = true}}};
  Aws aws = cloud.aws();
  std::string url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
  std::unique_ptr<Server> server = Server::start(cloud, {.port = 0}).value();

  std::unique_ptr<RawClient> poll() {
    auto client = std::make_unique<RawClient>(server->port());
    const std::string body = fmt::format(R"({{"QueueUrl":"{}","WaitTimeSeconds":20}})", url);
    client->send(fmt::format("POST / HTTP/1.1\r\nHost: localhost\r\n"
                             "X-Amz-Target: AmazonSQS.ReceiveMessage\r\nContent-Length: {}\r\n\r\n",
                             body.size()) +
                 body);
    return client;
  }

  std::size_t waiting() {
    return dynamic_cast<LiveScheduler&>(cloud.world().scheduler()).waiting_visitors();
  }
  void wait_until_waiting(std::size_t count) {
    while (waiting() != count) {
    }
  }
};

}  // namespace

TEST_SUITE("server: calls that wait") {
  TEST_CASE_FIXTURE(WaitingFixture, "a client that hangs up takes no message") {
    auto client = poll();
    auto other = poll();
    wait_until_waiting(2);
    client.reset();
    wait_until_waiting(1);
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
    CHECK(other->read_until("seat 12A").starts_with("HTTP/1.1 200 "));
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12B"}).value();
    CHECK(cloud.look(sqs::PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(WaitingFixture, "when the server stops they are told so at once") {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) clients.push_back(poll());
    wait_until_waiting(5);
    const auto begin = std::chrono::steady_clock::now();
    server->stop(1h);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    for (const auto& client : clients) {
      const std::string reply = client->read_all();
      CHECK(reply.starts_with("HTTP/1.1 503 "));
      CHECK(reply.find("ServiceUnavailable") != std::string::npos);
    }
  }

  TEST_CASE_FIXTURE(WaitingFixture, "other waits end with the grace") {
    cloud.set_fault_hook([](const FaultPoint&) { return Fault{.latency = 1h}; });
    const auto client = poll();
    wait_until_waiting(1);
    server->stop(1ms);
    CHECK(client->read_all().starts_with("HTTP/1.1 503 "));
  }
}
