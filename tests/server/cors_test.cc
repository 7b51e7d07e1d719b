// Pages that call AWS's services: those of the origins that the server was started with.
// Source: AWS SDK for JavaScript Developer Guide, "Cross-Origin Resource Sharing (CORS)".
#include "server/cors.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "server/api_fixture.h"

namespace emu::server {

namespace {

struct CorsFixture : test::ApiFixture {
  CorsFixture() : ApiFixture(Guard({.origins = {"http://localhost:3000"}})) {}

  HttpResponse ask(std::string method, std::string target, HttpHeaders headers = {},
                   const std::string& origin = "http://localhost:3000") {
    HttpRequest request{.method = "OPTIONS",
                        .host = std::string(kHost),
                        .target = std::move(target),
                        .headers = std::move(headers)};
    request.headers.add("Origin", origin);
    request.headers.add("Access-Control-Request-Method", std::move(method));
    return api.answer(request);
  }

  static std::string allowed(const HttpResponse& response) {
    return header(response, "Access-Control-Allow-Origin");
  }
};

}  // namespace

TEST_SUITE("server: CORS") {
  TEST_CASE_FIXTURE(CorsFixture, "an allowed page may call the services, and read what they say") {
    const HttpResponse preflight =
        ask("POST", "/", {{"Access-Control-Request-Headers", "authorization,x-amz-target"}});
    CHECK(preflight.status == 200);
    CHECK(allowed(preflight) == "http://localhost:3000");
    CHECK(header(preflight, "Access-Control-Allow-Methods") == "POST");
    CHECK(header(preflight, "Access-Control-Allow-Headers") == "authorization,x-amz-target");
    CHECK(header(preflight, "Access-Control-Max-Age") == "172800");

    HttpRequest request = signed_request("sqs", "POST", "/");
    request.headers.add("X-Amz-Target", "AmazonSQS.ListQueues");
    request.headers.add("Origin", "http://localhost:3000");
    HttpResponse answer = api.answer(request);
    CHECK(answer.status == 200);
    CHECK(allowed(answer) == "http://localhost:3000");
    CHECK(header(answer, "Access-Control-Expose-Headers").find("x-amzn-RequestId") == 0);
    CHECK(header(answer, "Vary") == "Origin");
    request.headers.set("X-Amz-Target", "AmazonSQS.Nonsense");
    answer = api.answer(request);
    CHECK(answer.status == 400);
    CHECK(allowed(answer) == "http://localhost:3000");
  }

  TEST_CASE_FIXTURE(CorsFixture, "the path tells which service a page means") {
    CHECK(allowed(ask("POST", "/")) != "");
    CHECK(allowed(ask("POST", "/000000000000/orders")) != "");
    CHECK(allowed(ask("GET", "/2015-03-31/functions/")) != "");
    CHECK(allowed(ask("DELETE", "/v2/apis/abc")) != "");
    rest("s3", "PUT", "/photos");
    // A bucket's own rules hold, and this one has none.
    CHECK(ask("POST", "/photos").status == 403);
    CHECK(ask("GET", "/photos/a").status == 403);
    CHECK(allowed(ask("GET", "/")).empty());
    HttpRequest at_host{.method = "OPTIONS", .host = "photos.s3.localhost:4566", .target = "/"};
    at_host.headers.add("Origin", "http://localhost:3000");
    at_host.headers.add("Access-Control-Request-Method", "POST");
    CHECK(api.answer(at_host).status == 403);
  }

  TEST_CASE_FIXTURE(CorsFixture, "other pages may not, those of this machine among them") {
    for (const char* origin : {"https://example.com", "http://localhost:3001", "null"}) {
      CAPTURE(origin);
      const HttpResponse refused = ask("POST", "/", {}, origin);
      CHECK(refused.status == 403);
      CHECK(allowed(refused).empty());
      HttpRequest request = signed_request("sqs", "POST", "/");
      request.headers.add("X-Amz-Target", "AmazonSQS.ListQueues");
      request.headers.add("Origin", origin);
      CHECK(allowed(api.answer(request)).empty());
    }
  }
}

}  // namespace emu::server
