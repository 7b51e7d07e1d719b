// Sixty-four connections that do everything at once, while others move the clock and reset the
// account. It is most telling under ThreadSanitizer.

#include <doctest/doctest.h>
#include <emu/server.h>
#include <emu/sqs.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "bus/bus.h"
#include "wire/http/http_client.h"

using namespace emu;

namespace {

constexpr int kConnections = 64;
constexpr int kKinds = 8;  // of requests
constexpr int kTurns = 24;
constexpr int kDisturbances = 12;
// So long that it is digested while others are in the world.
const std::string kSeats(100'000, 'x');

class Load {
 public:
  Load() {
    deployed_ = bus::deploy(cloud_, {.endpoint = server_->url()});
    booking_ = deployed_.http_api.substr(server_->url().size()) + "/api/book-bus";
    queue_ = R"({"QueueUrl":")" + deployed_.queue_url + "\"";
  }

  void run() {
    std::vector<std::thread> threads;
    threads.reserve(kConnections + 1);
    for (int connection = 0; connection < kConnections; ++connection) {
      threads.emplace_back([this, connection] {
        wire::HttpClient client;
        for (int turn = 0; turn < kTurns; ++turn) {
          const int kind = (connection + turn) % kKinds;
          if (act(client, kind) == 200) ++succeeded[kind];
        }
      });
    }
    threads.emplace_back([this] {
      wire::HttpClient client;
      for (int turn = 0; turn < kDisturbances; ++turn) disturb(client, turn);
    });
    for (std::thread& thread : threads) thread.join();
  }

  // The answer's status; 0 when there was none.
  int ask(wire::HttpClient& client, std::string method, std::string target, std::string body = {},
          HttpHeaders headers = {}) {
    // API Gateway says 500 of a function that is gone.
    const bool is_booking = target.starts_with("/restapis/");
    const auto answer = client.send(endpoint_, {.method = std::move(method),
                                                .target = std::move(target),
                                                .headers = std::move(headers),
                                                .body = Blob(std::move(body))});
    if (!answer) ++unanswered;
    if (answer && answer->status == 500 && !is_booking) ++crashed;
    return answer ? answer->status : 0;
  }

  std::atomic<int> unanswered = 0;
  std::atomic<int> crashed = 0;
  std::atomic<int> refused_controls = 0;
  std::array<std::atomic<int>, kKinds> succeeded = {};  // of each kind of request

 private:
  int call(wire::HttpClient& client, const char* target, std::string body) {
    return ask(client, "POST", "/", std::move(body),
               {{"X-Amz-Target", target}, {"Content-Type", "application/x-amz-json-1.0"}});
  }

  // Any call may be refused, since resets take everything away; each one is answered.
  int act(wire::HttpClient& client, int kind) {
    switch (kind) {
      case 0:
        return ask(client, "POST", booking_, "{}", {{"Content-Type", "application/json"}});
      case 1:
        return call(client, "AmazonSQS.SendMessage", queue_ + R"(,"MessageBody":"{}"})");
      case 2:
        return call(client, "AmazonSQS.ReceiveMessage", queue_ + R"(,"WaitTimeSeconds":1})");
      case 3:
        return call(client, "DynamoDB_20120810.UpdateItem",
                    R"({"TableName":"aram-stats","Key":{"id":{"S":"total"}},)"
                    R"("UpdateExpression":"ADD requests :one",)"
                    R"("ExpressionAttributeValues":{":one":{"N":"1"}}})");
      case 4:
        return ask(client, "PUT", "/aram-app-bucket/seats", kSeats,
                   {{"Authorization",
                     "AWS4-HMAC-SHA256 Credential=test/20260101/ap-northeast-2/s3/aws4_request, "
                     "SignedHeaders=host, Signature=00"},
                    {"X-Amz-Date", "20260101T000000Z"}});
      case 5:
        return ask(client, "GET", "/_website/aram-app-bucket/");
      case 6:
        return ask(client, "GET", "/_emu/trace?limit=20");
      default:
        return ask(client, "GET", "/_emu/queues/peek?queue=" + deployed_.queue_arn);
    }
  }

  void control(wire::HttpClient& client, std::string target, std::string body = {}) {
    if (ask(client, "POST", std::move(target), std::move(body)) != 200) ++refused_controls;
  }

  void disturb(wire::HttpClient& client, int turn) {
    control(client, "/_emu/clock/advance", R"({"by":"30s"})");
    control(client, "/_emu/clock/scale", R"({"scale":60})");
    if (turn % 4 == 1) control(client, "/_emu/reset", R"({"account":"111122223333"})");
    if (turn % 4 == 3) {
      control(client, "/_emu/reset");
      // Others may put up parts of it meanwhile; what is refused for that is not the point here.
      try {
        bus::deploy(cloud_, {.endpoint = server_->url()});
      } catch (const AwsError&) {
        return;
      }
    }
  }

  Cloud cloud_{{.region = "ap-northeast-2", .live = LiveOptions{.scale = 60}}};
  std::unique_ptr<Server> server_ = Server::start(cloud_, {.port = 0}).value();
  wire::HttpEndpoint endpoint_ = wire::parse_endpoint(server_->url()).value();
  bus::Deployment deployed_;
  std::string booking_;
  std::string queue_;
};

}  // namespace

TEST_SUITE("server: mixed load") {
  TEST_CASE("everything at once on 64 connections is answered, and the server stays healthy") {
    Load load;
    load.run();
    CHECK(load.unanswered == 0);
    CHECK(load.crashed == 0);
    CHECK(load.refused_controls == 0);
    for (int kind = 0; kind < kKinds; ++kind) {
      CAPTURE(kind);
      CHECK(load.succeeded[kind] > 0);
    }
    wire::HttpClient client;
    CHECK(load.ask(client, "GET", "/_emu/health") == 200);
  }
}
