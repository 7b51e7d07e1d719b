#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/iam.h>
#include <emu/remote.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "wire/http/listener.h"
#include "wire/sigv4/sigv4.h"

using namespace emu;
using namespace std::chrono_literals;

namespace {

// An endpoint that answers as it is told and remembers what it was asked.
class Endpoint {
 public:
  using Answer = std::function<HttpResponse(const HttpRequest&)>;
  explicit Endpoint(const Answer& answer) {
    auto started = wire::Listener::start({}, {.answer = [this, answer](HttpRequest& request) {
                                           const std::lock_guard lock(mutex_);
                                           requests_.push_back(request);
                                           return answer(request);
                                         }});
    REQUIRE(started.ok());
    listener_ = std::move(*started);
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(listener_->port()); }
  const std::vector<HttpRequest>& requests() const { return requests_; }
  Aws aws() const {
    return remote_aws({.endpoint = url(),
                       .region = "eu-west-1",
                       .credentials = {.access_key_id = "AKIDEXAMPLE",
                                       .secret_access_key = "the secret",
                                       .session_token = "the token"}})
        .value();
  }

 private:
  std::mutex mutex_;
  std::vector<HttpRequest> requests_;
  std::unique_ptr<wire::Listener> listener_;
};

HttpResponse json_answer(int status, std::string body) {
  return {.status = status,
          .headers = {{"Content-Type", "application/x-amz-json_answer-1.0"}},
          .body = std::move(body)};
}

// Whether the request was signed with the secret, for that service.
void check_signature(const HttpRequest& request, Time now, std::string_view service,
                     wire::SignatureDialect dialect) {
  const auto authorization = wire::parse_authorization(RequestParts(request), dialect);
  REQUIRE(authorization.ok());
  REQUIRE(authorization->has_value());
  CHECK((*authorization)->access_key_id == "AKIDEXAMPLE");
  CHECK(wire::check_scope(**authorization, dialect, service, "eu-west-1").ok());
  wire::SigningKeys keys;
  const Status verified = wire::verify_signature(
      RequestParts(request), **authorization,
      {.secret_access_key = "the secret", .now = now, .dialect = dialect}, keys);
  CHECK_MESSAGE(verified.ok(), (verified ? "" : verified.error().message));
}

}  // namespace

TEST_SUITE("remote: a handle") {
  TEST_CASE("a call goes to the endpoint, signed, and its answer comes back") {
    Endpoint endpoint([](const HttpRequest&) {
      return json_answer(200, R"({"MessageId":"m-1","MD5OfMessageBody":"abc"})");
    });
    Aws aws = endpoint.aws();
    const auto sent =
        aws.send(sqs::SendMessage{.queue_url = endpoint.url() + "/1/q", .message_body = "hi"});
    REQUIRE(sent.ok());
    CHECK(sent->message_id == "m-1");

    REQUIRE(endpoint.requests().size() == 1);
    const HttpRequest& request = endpoint.requests().front();
    CHECK(request.method == "POST");
    CHECK(request.target == "/");
    CHECK(*request.headers.find("x-amz-target") == "AmazonSQS.SendMessage");
    CHECK(*request.headers.find("x-amz-security-token") == "the token");
    CHECK("http://" + request.host == endpoint.url());
    check_signature(request, aws.now(), "sqs", wire::SignatureDialect::kJson);
  }

  TEST_CASE("an object's key leaves as S3 signs it, with the bucket in the path") {
    Endpoint endpoint([](const HttpRequest&) {
      return HttpResponse{.headers = {{"ETag", "\"e\""}}};
    });
    Aws aws = endpoint.aws();
    const auto put = aws.send(s3::PutObject{
        .bucket = "photos", .key = "a b/../c+d%é//e", .body = "bytes", .content_type = "x/y"});
    REQUIRE(put.ok());
    CHECK(put->etag == "\"e\"");
    const HttpRequest& request = endpoint.requests().front();
    CHECK(request.target == "/photos/a%20b/../c%2Bd%25%C3%A9//e");
    CHECK(request.body.view() == "bytes");
    CHECK(request.headers.find("content-md5") != nullptr);
    check_signature(request, aws.now(), "s3", wire::SignatureDialect::kS3);
  }

  TEST_CASE("a Query call is signed too") {
    Endpoint endpoint([](const HttpRequest&) {
      return HttpResponse{
          .headers = {{"Content-Type", "text/xml"}},
          .body =
              "<ListUsersResponse><ListUsersResult><Users/><IsTruncated>false</IsTruncated>"
              "</ListUsersResult></ListUsersResponse>"};
    });
    Aws aws = endpoint.aws();
    CHECK(aws.send(iam::ListUsers{}).ok());
    check_signature(endpoint.requests().front(), aws.now(), "iam", wire::SignatureDialect::kQuery);
  }

  TEST_CASE("AWS's refusal is the error, and is not tried again") {
    Endpoint endpoint([](const HttpRequest&) {
      return json_answer(
          400, R"({"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",)"
               R"("message":"Requested resource not found"})");
    });
    Aws aws = endpoint.aws();
    const auto read =
        aws.send(dynamodb::GetItem{.table_name = "t", .key = {{"id", dynamodb::S("1")}}});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == "ResourceNotFoundException");
    CHECK(read.error().message == "Requested resource not found");
    CHECK(read.error().status == 400);
    CHECK(endpoint.requests().size() == 1);
  }

  TEST_CASE("options that cannot be used are refused") {
    CHECK(remote_aws({.endpoint = "localhost:4566"}).error().code == "InvalidEndpoint");
    CHECK(remote_aws({.service_endpoints = {{"s3", "nowhere"}}}).error().code == "InvalidEndpoint");
    CHECK(remote_aws({.region = "evil.example/"}).error().code == "InvalidRegion");
  }

  TEST_CASE("where nobody answers, the error is one of the connection") {
    Aws aws = remote_aws({.endpoint = "http://127.0.0.1:1",
                          .credentials = {.access_key_id = "a", .secret_access_key = "b"},
                          .attempts_max = 1})
                  .value();
    const auto answer = aws.send(sqs::ListQueues{});
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == "ConnectionError");
    CHECK(answer.error().message == "cannot connect to 127.0.0.1:1: Connection refused");
  }
}
