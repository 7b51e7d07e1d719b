// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#include <doctest/doctest.h>
#include <emu/apigatewayv2/events.h>
#include <emu/json.h>
#include <emu/lambda/events.h>

#include <algorithm>

#include "apigatewayv2/gateway_fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: event") {
  struct EventFixture : GatewayFixture {
    lambda::ApiGatewayV2HttpRequest event(const HttpRequest& request) {
      function.events.clear();
      http(request);
      REQUIRE(function.events.size() == 1);
      return from_json<lambda::ApiGatewayV2HttpRequest>(function.events[0]).value();
    }
    bool says(const std::string& text) const {
      return function.events.back().find(text) != std::string::npos;
    }
  };

  TEST_CASE_FIXTURE(EventFixture, "format 2.0 tells the request, its route and its time") {
    stage("prod", {{"mode", "rush"}});
    route("POST /api/{action}", integration());
    cloud.advance(3661s);
    const auto e = event({.method = "POST",
                          .target = "/prod/api/book%20bus?seat=1&seat=2&name=a%2Bb+c",
                          .headers = {{"Content-Type", "application/json"},
                                      {"X-Twice", "a"},
                                      {"x-twice", "b"},
                                      {"User-Agent", "doctest"},
                                      {"Cookie", "a=1; b=2"}},
                          .body = R"({"bus":1})",
                          .source_ip = "10.1.2.3"});
    CHECK(e.version == "2.0");
    CHECK(e.route_key == "POST /api/{action}");
    CHECK(e.raw_path == "/prod/api/book bus");
    CHECK(e.raw_query_string == "seat=1&seat=2&name=a%2Bb+c");
    CHECK(e.cookies == std::vector<std::string>{"a=1", "b=2"});
    CHECK(e.headers.at("content-type") == "application/json");
    CHECK(e.headers.at("x-twice") == "a,b");
    CHECK(e.headers.at("content-length") == "9");
    CHECK(e.headers.at("host") == e.request_context.domain_name);
    CHECK(e.headers.at("x-forwarded-for") == "10.1.2.3");
    CHECK(e.headers.at("x-forwarded-proto") == "https");
    CHECK(e.headers.at("x-amzn-trace-id").starts_with("Root=1-"));
    CHECK(e.headers.count("cookie") == 0);
    CHECK(e.query_string_parameters ==
          std::map<std::string, std::string>{{"name", "a+b c"}, {"seat", "1,2"}});
    CHECK(e.path_parameters == std::map<std::string, std::string>{{"action", "book bus"}});
    CHECK(e.stage_variables == std::map<std::string, std::string>{{"mode", "rush"}});
    CHECK(e.body == R"({"bus":1})");
    CHECK_FALSE(e.is_base64_encoded);
    CHECK(e.request_context.account_id == "000000000000");
    CHECK(e.request_context.api_id == api);
    CHECK(e.request_context.domain_prefix == api);
    CHECK(e.request_context.http.method == "POST");
    CHECK(e.request_context.http.path == "/prod/api/book bus");
    CHECK(e.request_context.http.source_ip == "10.1.2.3");
    CHECK(e.request_context.http.user_agent == "doctest");
    CHECK(e.request_context.stage == "prod");
    CHECK(e.request_context.time == "01/Jan/2026:01:01:01 +0000");
    CHECK(e.request_context.time_epoch == epoch_millis(cloud.now()));
  }

  TEST_CASE_FIXTURE(EventFixture, "in 2.0 what there is not is absent") {
    stage("$default");
    route("$default", integration());
    const auto e = event({.target = "/a/b"});
    CHECK(e.raw_path == "/a/b");
    CHECK(e.route_key == "$default");
    for (const char* name : {"cookies", "queryStringParameters", "pathParameters", "stageVariables",
                             "\"body\"", "authorizer"}) {
      CHECK_FALSE(says(name));
    }
    CHECK(says(R"("rawQueryString":"")"));
    CHECK(says(R"("isBase64Encoded":false)"));
  }

  TEST_CASE_FIXTURE(EventFixture, "bodies that are not text travel in base64") {
    stage("$default");
    route("$default", integration());
    struct Case {
      std::string type;
      std::string body;
      bool is_base64;
    };
    const Case cases[] = {{"text/plain", "a", false},
                          {"application/json; charset=utf-8", "a", false},
                          {"application/vnd.api+json", "a", false},
                          {"application/x-www-form-urlencoded", "a", true},
                          {"image/png", "a", true},
                          {"text/plain", "\xff", true}};
    for (const Case& c : cases) {
      CAPTURE(c.type);
      const auto e =
          event({.method = "POST", .headers = {{"Content-Type", c.type}}, .body = Blob(c.body)});
      CHECK(e.is_base64_encoded == c.is_base64);
      CHECK(e.body == (c.body == "\xff" ? "/w==" : c.is_base64 ? "YQ==" : "a"));
    }
  }

  // As users of HTTP APIs report it.
  TEST_CASE_FIXTURE(EventFixture, "a body without a type travels in base64") {
    stage("$default");
    route("$default", integration());
    const auto e = event({.method = "POST", .body = R"({"bus":1})"});
    CHECK(e.is_base64_encoded);
    CHECK(e.body == "eyJidXMiOjF9");
  }

  TEST_CASE_FIXTURE(EventFixture,
                    "format 1.0 has several values of a name, and the case of names") {
    stage("prod");
    route("GET /seats/{seat}", integration("1.0"));
    http({.target = "/prod/seats/12A?x=1&x=2", .headers = {{"X-Twice", "a"}, {"X-Twice", "b"}}});
    const auto e = from_json<apigatewayv2::ProxyRequestV1>(function.events.at(0)).value();
    CHECK(e.version == "1.0");
    CHECK(e.resource == "/seats/{seat}");
    CHECK(e.path == "/prod/seats/12A");
    CHECK(e.http_method == "GET");
    CHECK(e.headers.at("X-Twice") == "b");
    CHECK(e.multi_value_headers.at("X-Twice") == std::vector<std::string>{"a", "b"});
    CHECK(e.headers.at("Content-Length") == "0");
    CHECK(e.query_string_parameters.at("x") == "2");
    CHECK(e.multi_value_query_string_parameters.at("x") == std::vector<std::string>{"1", "2"});
    CHECK(e.path_parameters.at("seat") == "12A");
    CHECK(e.request_context.resource_id == "GET /seats/{seat}");
    CHECK(e.request_context.request_time == "01/Jan/2026:00:00:00 +0000");
    CHECK(e.request_context.identity.source_ip == "127.0.0.1");
    CHECK(e.request_context.stage == "prod");
  }

  TEST_CASE_FIXTURE(EventFixture, "in 1.0 what there is not is null") {
    stage("$default");
    route("$default", integration("1.0"));
    get("/");
    for (const char* name : {"queryStringParameters", "multiValueQueryStringParameters",
                             "pathParameters", "stageVariables", "body"}) {
      CAPTURE(name);
      CHECK(says(std::string("\"") + name + "\":null"));
    }
    CHECK(says(R"("resource":"$default")"));
  }
}

}  // namespace emu::test
