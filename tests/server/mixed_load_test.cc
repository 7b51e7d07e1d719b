// Sixty-four connections that do everything at once, while others move the clock and reset the
// account. It is most telling under ThreadSanitizer.

#include <doctest/doctest.h>
#include <emu/server.h>
#include <emu/sqs.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "bus/bus.h"
#include "wire/http_client.h"

using namespace emu;

namespace {

constexpr int kConnections = 64;
constexpr int kTurns = 24;
constexpr int kDisturbances = 12;

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
        for (int turn = 0; turn < kTurns; ++turn) act(client, connection + turn);
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

 private:
  void call(wire::HttpClient& client, const char* target, std::string body) {
    ask(client, "POST", "/", std::move(body),
        {{"X-Amz-Target", target}, {"Content-Type", "application/x-amz-json-1.0"}});
  }

  // Any call may be refused, since resets take everything away; each one is answered.
  void act(wire::HttpClient& client, int turn) {
    switch (turn % 8) {
      case 0:
        ask(client, "POST", booking_, "{}", {{"Content-Type", "application/json"}});
        break;
      case 1:
        call(client, "AmazonSQS.SendMessage", queue_ + R"(,"MessageBody":"{}"})");
        break;
      case 2:
        call(client, "AmazonSQS.ReceiveMessage", queue_ + R"(,"WaitTimeSeconds":1})");
        break;
      case 3:
        call(client, "DynamoDB_20120810.UpdateItem",
             R"({"TableName":"aram-stats","Key":{"id":{"S":"total"}},)"
             R"("UpdateExpression":"ADD requests :one",)"
             R"("ExpressionAttributeValues":{":one":{"N":"1"}}})");
        break;
      case 4:
        ask(client, "PUT", "/aram-app-bucket/" + std::to_string(turn), "seat 12A",
            {{"Authorization",
              "AWS4-HMAC-SHA256 Credential=test/20260101/ap-northeast-2/s3/aws4_request, "
              "SignedHeaders=host, Signature=00"},
             {"X-Amz-Date", "20260101T000000Z"}});
        break;
      case 5:
        ask(client, "GET", "/_website/aram-app-bucket/");
        break;
      case 6:
        ask(client, "GET", "/_emu/trace?limit=20");
        break;
      default:
        ask(client, "GET", "/_emu/queues/peek?queue=" + deployed_.queue_arn);
    }
  }

  void disturb(wire::HttpClient& client, int turn) {
    ask(client, "POST", "/_emu/clock/advance", R"({"by":"30s"})");
    ask(client, "POST", "/_emu/clock/scale", R"({"scale":60})");
    if (turn % 4 == 1) ask(client, "POST", "/_emu/reset", R"({"account":"111122223333"})");
    if (turn % 4 == 3) {
      ask(client, "POST", "/_emu/reset");
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
    wire::HttpClient client;
    CHECK(load.ask(client, "GET", "/_emu/health") == 200);
  }
}
