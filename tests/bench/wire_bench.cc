// From an HTTP request to its response, without a socket: routing, credentials, the protocol in
// both directions, and the gate.
#include <emu/cloud.h>
#include <emu/dynamodb.h>
#include <emu/s3.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "server/api.h"

namespace emu::bench {

namespace {

constexpr int kWireOperations = 50'000;

HttpRequest signed_request(std::string_view service, std::string method, std::string target) {
  HttpRequest request{
      .method = std::move(method), .host = "localhost:4566", .target = std::move(target)};
  request.headers.add("Host", "localhost:4566");
  request.headers.add("User-Agent", "aws-sdk-js/3.600.0 ua/2.0 os/linux#6 lang/js md/nodejs#20");
  request.headers.add("X-Amz-Date", "20260101T000000Z");
  request.headers.add(
      "Authorization",
      fmt::format("AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{}/aws4_request, "
                  "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature={}",
                  service, std::string(64, '0')));
  return request;
}

HttpRequest json_request(std::string_view service, std::string target, std::string body) {
  HttpRequest request = signed_request(service, "POST", "/");
  request.headers.add("X-Amz-Target", std::move(target));
  request.headers.add("Content-Type", "application/x-amz-json-1.0");
  request.body = Blob(std::move(body));
  return request;
}

class Wire {
 public:
  Wire() {
    Aws aws = cloud_.aws();
    aws.send(sqs::CreateQueue{.queue_name = "orders"}).value();
    aws.send(s3::CreateBucket{.bucket = "photos"}).value();
    aws.send(dynamodb::CreateTable{
                 .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
                 .table_name = "stats",
                 .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                 .billing_mode = "PAY_PER_REQUEST"})
        .value();
    cloud_.advance(std::chrono::seconds(60));
  }

  // A server makes a request anew from what it reads, so one is copied for every answer.
  Row row(std::string name, const HttpRequest& request) {
    const double ns = best_ns(kWireOperations, [&](int) {
      HttpRequest copy = request;
      const HttpResponse response = api_.answer(copy);
      if (response.status != 200) {
        fmt::print(stderr, "{}: {}\n", name, response.body.view());
        std::abort();
      }
    });
    return {.name = std::move(name), .emu_ns = ns};
  }

 private:
  Cloud cloud_;
  server::Api api_{cloud_.world(), {}};
};

}  // namespace

std::vector<Row> wire_rows() {
  Wire wire;
  const std::string body(100, 'x');
  HttpRequest put = signed_request("s3", "PUT", "/photos/a");
  put.body = Blob(std::string(1024, 'x'));
  std::vector<Row> rows;
  rows.push_back(wire.row(
      "wire: SendMessage, JSON",
      json_request("sqs", "AmazonSQS.SendMessage",
                   fmt::format(R"({{"QueueUrl":"http://localhost:4566/000000000000/orders",)"
                               R"("MessageBody":"{}"}})",
                               body))));
  rows.push_back(wire.row("wire: UpdateItem ADD",
                          json_request("dynamodb", "DynamoDB_20120810.UpdateItem",
                                       R"({"TableName":"stats","Key":{"id":{"S":"1"}},)"
                                       R"("UpdateExpression":"ADD requests :n",)"
                                       R"("ExpressionAttributeValues":{":n":{"N":"1"}}})")));
  rows.push_back(
      wire.row("wire: PutItem", json_request("dynamodb", "DynamoDB_20120810.PutItem",
                                             R"({"TableName":"stats","Item":{"id":{"S":"1"},)"
                                             R"("requests":{"N":"1"}}})")));
  rows.push_back(
      wire.row("wire: GetItem", json_request("dynamodb", "DynamoDB_20120810.GetItem",
                                             R"({"TableName":"stats","Key":{"id":{"S":"1"}}})")));
  rows.push_back(wire.row("wire: PutObject, 1 KiB", put));
  rows.push_back(wire.row("wire: GetObject, 1 KiB", signed_request("s3", "GET", "/photos/a")));
  return rows;
}

}  // namespace emu::bench
