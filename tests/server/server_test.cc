#include <doctest/doctest.h>
#include <emu/server.h>
#include <emu/sqs.h>
#include <httplib.h>

#include <cstdint>
#include <future>
#include <string>
#include <thread>

#include "bus/bus.h"

using namespace emu;
using namespace std::chrono_literals;

namespace {

CloudOptions held() { return {.live = LiveOptions{.held = true}}; }

std::unique_ptr<Server> start(Cloud& cloud, const ServerOptions& options = {.port = 0}) {
  auto server = Server::start(cloud, options);
  REQUIRE(server.ok());
  return std::move(*server);
}

httplib::Result call(httplib::Client& client, const char* operation, const std::string& body) {
  return client.Post("/", {{"X-Amz-Target", std::string("AmazonSQS.") + operation}}, body,
                     "application/x-amz-json-1.0");
}

}  // namespace

TEST_SUITE("server: a server") {
  TEST_CASE("it answers the AWS API and the controls") {
    Cloud cloud(held());
    const auto server = start(cloud);
    CHECK(server->url() == "http://127.0.0.1:" + std::to_string(server->port()));
    httplib::Client client("127.0.0.1", server->port());
    const auto created = call(client, "CreateQueue", R"({"QueueName":"orders"})");
    REQUIRE(created);
    CHECK(created->status == 200);
    CHECK(created->body.find(server->url() + "/000000000000/orders") != std::string::npos);
    const auto health = client.Get("/_emu/health");
    REQUIRE(health);
    CHECK(health->status == 200);
  }

  TEST_CASE("with the clock held, a client's wait ends when another advances it") {
    Cloud cloud(held());
    const auto server = start(cloud);
    Aws aws = cloud.aws();
    const std::string url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A", .delay_seconds = 10s})
        .value();
    // Whether it begins before or after the clock moves: the message is there within its 20 s.
    std::string received;
    std::thread receiver([&] {
      httplib::Client client("127.0.0.1", server->port());
      received =
          call(client, "ReceiveMessage", R"({"QueueUrl":")" + url + R"(","WaitTimeSeconds":20})")
              ->body;
    });
    httplib::Client client("127.0.0.1", server->port());
    const auto clock = client.Post("/_emu/clock/advance", R"({"by":"10s"})", "application/json");
    receiver.join();
    REQUIRE(clock);
    CHECK(clock->body.find("2026-01-01T00:00:10.000Z") != std::string::npos);
    CHECK(received.find("seat 12A") != std::string::npos);
  }

  TEST_CASE("ten years pass in a moment with a trigger deployed") {
    Cloud cloud(held());
    bus::deploy(cloud);
    const auto server = start(cloud);
    httplib::Client client("127.0.0.1", server->port());
    const std::uint64_t before = cloud.trace_size();
    const auto advanced =
        client.Post("/_emu/clock/advance", R"({"by":"3650d"})", "application/json");
    REQUIRE(advanced);
    CHECK(advanced->body.find("2035-12-30T") != std::string::npos);
    // The steps that it takes, which is what its time depends on.
    CHECK(cloud.trace_size() - before < 2000);
  }

  TEST_CASE("an advance ends when its client leaves, or when somebody holds the clock") {
    Cloud cloud(held());
    // There is always something to do.
    cloud.spawn("ticker", [&] {
      for (;;) cloud.aws().sleep(1ms);
    });
    const auto server = start(cloud);
    const auto advance = [&](httplib::Client& client, const char* by) {
      return client.Post("/_emu/clock/advance", std::string(R"({"by":")") + by + "\"}",
                         "application/json");
    };
    {
      httplib::Client leaving("127.0.0.1", server->port());
      leaving.set_read_timeout(0, 50'000);
      CHECK_FALSE(advance(leaving, "10000d"));
    }
    httplib::Client client("127.0.0.1", server->port());
    const auto next = advance(client, "1s");  // waits for the one before it
    REQUIRE(next);
    CHECK(next->body.find("stopped") == std::string::npos);

    std::promise<void> moving;
    cloud.spawn("first to see the time move", [&] {
      cloud.aws().sleep(1ms);
      moving.set_value();
    });
    std::string body;
    std::thread advancing([&] {
      httplib::Client patient("127.0.0.1", server->port());
      if (const auto answer = advance(patient, "10000d")) body = answer->body;
    });
    moving.get_future().wait();
    CHECK(client.Post("/_emu/clock/hold"));
    advancing.join();
    CHECK(body.find(R"("stopped":true)") != std::string::npos);
  }

  TEST_CASE("it stops while somebody reads the trace") {
    Cloud cloud(held());
    const auto server = start(cloud);
    std::string text;
    std::thread reader([&] {
      httplib::Client client("127.0.0.1", server->port());
      client.Get("/_emu/trace/stream", [&](const char* data, std::size_t size) {
        text.append(data, size);
        return true;
      });
    });
    httplib::Client client("127.0.0.1", server->port());
    CHECK(client.Get("/_emu/clock"));
    server->stop(10s);
    reader.join();
    CHECK_FALSE(httplib::Client("127.0.0.1", server->port()).Get("/_emu/health"));
  }

  TEST_CASE("why it cannot listen is an error in plain words") {
    Cloud cloud(held());
    const auto server = start(cloud);
    const auto second = Server::start(cloud, {.port = server->port()});
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().message.find("is in use by another program") != std::string::npos);
    const auto keyless = Server::start(cloud, {.port = 0, .certificate_file = "cert.pem"});
    REQUIRE_FALSE(keyless.ok());
    CHECK(keyless.error().message.find("go together") != std::string::npos);
  }

  TEST_CASE("with TLS its URL is https") {
    Cloud cloud(held());
    const auto server = start(cloud, {.port = 0, .tls = true});
    CHECK(server->url().starts_with("https://"));
    httplib::SSLClient client("127.0.0.1", server->port());
    client.enable_server_certificate_verification(false);
    const auto health = client.Get("/_emu/health");
    REQUIRE(health);
    CHECK(health->status == 200);
  }
}
