// Requests that are refused before they reach a service: those that are calls of AWS's API are
// answered with documents of the protocol that they would have been in.
// Sources: the services' API references, "Common Error Types"; Amazon S3 API Reference, "Error
// responses".
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>
#include <utility>

#include "server/site_fixture.h"

namespace emu::server {

namespace {

struct UnreadFixture : test::SiteFixture {
  HttpResponse refuse(HttpHeaders headers, int status, std::string target = "/",
                      std::string method = "POST") const {
    const HttpRequest request{.method = std::move(method),
                              .host = "127.0.0.1:4566",
                              .target = std::move(target),
                              .headers = std::move(headers)};
    return site.refuse(request, {.status = status, .reason = "the body is too long"}).value();
  }

  static std::string header(const HttpResponse& response, std::string_view name) {
    const std::string* value = response.headers.find(name);
    return value == nullptr ? std::string() : *value;
  }

  static std::string signed_for(std::string_view service) {
    return std::string("AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/")
        .append(service)
        .append("/aws4_request, SignedHeaders=host, Signature=0");
  }
};

}  // namespace

TEST_SUITE("server: requests that were not received") {
  TEST_CASE_FIXTURE(UnreadFixture, "each protocol has its document") {
    const HttpResponse json = refuse({{"X-Amz-Target", "DynamoDB_20120810.PutItem"}}, 413);
    CHECK(json.status == 413);
    CHECK(header(json, "Content-Type") == "application/x-amz-json-1.0");
    CHECK(test::has(json, "RequestEntityTooLargeException"));
    CHECK(test::has(json, "the body is too long"));

    const HttpResponse rest =
        refuse({{"Authorization", signed_for("lambda")}}, 431, "/2015-03-31/functions");
    CHECK(rest.status == 431);
    CHECK(header(rest, "x-amzn-ErrorType") == "RequestEntityTooLargeException");

    const HttpResponse query = refuse({{"Authorization", signed_for("iam")},
                                       {"Content-Type", "application/x-www-form-urlencoded"}},
                                      400);
    CHECK(query.status == 400);
    CHECK(header(query, "Content-Type") == "text/xml");
    CHECK(test::has(query, "<Code>MalformedHttpRequestException</Code>"));
    CHECK(test::has(refuse({}, 400, "/?Action=ListQueues", "GET"), "<ErrorResponse"));

    for (const auto& [status, code] :
         {std::pair(400, "BadRequest"), std::pair(408, "RequestTimeout"),
          std::pair(413, "EntityTooLarge"), std::pair(431, "RequestHeaderSectionTooLarge"),
          std::pair(500, "InternalError"), std::pair(405, "MethodNotAllowed")}) {
      CAPTURE(status);
      const HttpResponse xml = refuse({}, status, "/photos/a", "PUT");
      CHECK(header(xml, "Content-Type") == "application/xml");
      CHECK(test::has(xml, std::string("<Error><Code>") + code + "</Code>"));
      CHECK_FALSE(header(xml, "x-amz-request-id").empty());
    }
  }

  TEST_CASE_FIXTURE(UnreadFixture, "what is no call of AWS's API has none") {
    const HttpRequest control{.host = "127.0.0.1", .target = "/_emu/clock"};
    CHECK_FALSE(site.refuse(control, {.status = 400, .reason = "x"}));
  }

  TEST_CASE_FIXTURE(UnreadFixture, "a long body for a bucket that is not there is not received") {
    aws.send(s3::CreateBucket{.bucket = "photos"}).value();
    const auto is_received = [&](std::string target, HttpHeaders headers) {
      return !site.look({.method = "PUT",
                         .host = "127.0.0.1:4566",
                         .target = std::move(target),
                         .headers = std::move(headers)})
                  .answer;
    };
    const HttpHeaders large = {{"Content-Length", "200000000"},
                               {"Authorization", signed_for("s3")}};
    const HttpHeaders chunked = {{"Transfer-Encoding", "chunked"},
                                 {"Authorization", signed_for("s3")},
                                 {"x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"}};
    CHECK(is_received("/photos/a", large));
    CHECK(is_received("/photos/a", chunked));
    CHECK_FALSE(is_received("/none/a", large));
    CHECK_FALSE(is_received("/none/a", chunked));
    CHECK(is_received("/none/a", {{"Content-Length", "20"}}));
    CHECK(is_received("/none", chunked));  // may make it
    const auto decision = site.look(
        {.method = "PUT", .host = "127.0.0.1:4566", .target = "/none/a", .headers = large});
    CHECK(decision.answer->status == 404);
    CHECK(test::has(*decision.answer, "<Code>NoSuchBucket</Code>"));
  }

  TEST_CASE_FIXTURE(UnreadFixture, "chunks hold no more than what is said to be in them") {
    aws.send(s3::CreateBucket{.bucket = "photos"}).value();
    const auto decision = site.look(
        {.method = "PUT",
         .host = "127.0.0.1:4566",
         .target = "/photos/a",
         .headers = {{"Transfer-Encoding", "chunked"}, {"x-amz-decoded-content-length", "6400"}}});
    CHECK(decision.chunked_bytes_max == 6500 + kFormOverheadBytesMax);
  }
}

}  // namespace emu::server
