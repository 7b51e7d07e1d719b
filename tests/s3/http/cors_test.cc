// Source: Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)".
#include "s3/http/cors.h"

#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

std::string header(const HttpHeaders& headers, std::string_view name) {
  const std::string* value = headers.find(name);
  return value == nullptr ? "" : *value;
}

TEST_SUITE("s3: CORS") {
  TEST_CASE_FIXTURE(S3Fixture, "rules are put, told and deleted") {
    CHECK(code(aws.send(GetBucketCors{.bucket = "photos"})) == "NoSuchCORSConfiguration");
    aws.send(PutBucketCors{.bucket = "photos",
                           .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET"},
                                                                  .allowed_origins = {"*"}}}}})
        .value();
    CHECK(aws.send(GetBucketCors{.bucket = "photos"}).value().cors_rules[0].allowed_origins[0] ==
          "*");
    aws.send(DeleteBucketCors{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketCors{.bucket = "photos"})) == "NoSuchCORSConfiguration");
  }

  TEST_CASE_FIXTURE(S3Fixture, "rules that S3 does not take are refused") {
    const auto refusal = [&](const CorsRule& rule) {
      return message(aws.send(
          PutBucketCors{.bucket = "photos", .cors_configuration = {.cors_rules = {rule}}}));
    };
    CHECK(refusal({.allowed_methods = {"PATCH"}, .allowed_origins = {"*"}}) ==
          "Found unsupported HTTP method in CORS config. Unsupported method is PATCH");
    CHECK(refusal({.allowed_methods = {"GET"}, .allowed_origins = {"*.a.*"}}) ==
          "AllowedOrigin \"*.a.*\" can not have more than one wildcard.");
    CHECK(
        refusal(
            {.allowed_headers = {"x-*-*"}, .allowed_methods = {"GET"}, .allowed_origins = {"*"}}) ==
        "AllowedHeader \"x-*-*\" can not have more than one wildcard.");
    CHECK(
        refusal({.allowed_methods = {"GET"}, .allowed_origins = {"*"}, .expose_headers = {"*"}}) !=
        "");
    CHECK(code(aws.send(PutBucketCors{.bucket = "photos"})) == "MalformedXML");
    PutBucketCors many{.bucket = "photos"};
    many.cors_configuration.cors_rules.assign(
        101, CorsRule{.allowed_methods = {"GET"}, .allowed_origins = {"*"}});
    CHECK(code(aws.send(many)) == "InvalidRequest");
    CHECK(code(aws.send(GetBucketCors{.bucket = "photos"})) == "NoSuchCORSConfiguration");
  }

  TEST_CASE("the first rule that fits origin, method and headers decides") {
    const CorsConfiguration rules{
        .cors_rules = {
            {.id = "api",
             .allowed_headers = {"x-amz-*", "Content-Type"},
             .allowed_methods = {"PUT"},
             .allowed_origins = {"https://*.example.com"}},
            {.id = "rest", .allowed_methods = {"GET", "HEAD"}, .allowed_origins = {"*"}}}};
    const auto fitting = [&](const CorsRequest& request) {
      const CorsRule* rule = matching_rule(rules, request);
      return rule == nullptr ? std::string() : rule->id;
    };
    CHECK(fitting({.origin = "https://a.example.com", .method = "PUT"}) == "api");
    CHECK(fitting({.origin = "https://a.example.org", .method = "PUT"}) == "");
    CHECK(fitting({.origin = "https://a.example.org", .method = "GET"}) == "rest");
    CHECK(fitting({.origin = "https://a.example.com",
                   .method = "PUT",
                   .headers = {"x-amz-date", "content-type"}}) == "api");
    CHECK(fitting({.origin = "https://a.example.com", .method = "PUT", .headers = {"x-other"}}) ==
          "");
  }

  TEST_CASE("a preflight is answered by the rule") {
    const CorsConfiguration rules{.cors_rules = {{.allowed_headers = {"*"},
                                                  .allowed_methods = {"GET", "PUT"},
                                                  .allowed_origins = {"http://a.example"},
                                                  .expose_headers = {"ETag"},
                                                  .max_age_seconds = 60}}};
    const HttpHeaders request{{"Origin", "http://a.example"},
                              {"Access-Control-Request-Method", "PUT"},
                              {"Access-Control-Request-Headers", "X-One, x-two,x-one"}};
    const HttpHeaders answer = preflight(&rules, request).value();
    CHECK(header(answer, "Access-Control-Allow-Origin") == "http://a.example");
    CHECK(header(answer, "Access-Control-Allow-Methods") == "GET, PUT");
    CHECK(header(answer, "Access-Control-Allow-Headers") == "x-one, x-two");
    CHECK(header(answer, "Access-Control-Expose-Headers") == "ETag");
    CHECK(header(answer, "Access-Control-Max-Age") == "60");
    CHECK(header(answer, "Access-Control-Allow-Credentials") == "true");
  }

  TEST_CASE("a preflight that fits nothing is refused") {
    const CorsConfiguration rules{
        .cors_rules = {{.allowed_methods = {"GET"}, .allowed_origins = {"*"}}}};
    const HttpHeaders put{{"Origin", "http://a"}, {"Access-Control-Request-Method", "PUT"}};
    CHECK(preflight(&rules, put)
              .error()
              .message.starts_with("CORSResponse: This CORS request is not allowed."));
    CHECK(preflight(nullptr, put).error().message ==
          "CORSResponse: CORS is not enabled for this bucket.");
    CHECK(preflight(nullptr, put).error().status == 403);
    CHECK(preflight(&rules, {}).error().message ==
          "Insufficient information. Origin request header needed.");
    CHECK(preflight(&rules, {{"Origin", "http://a"}}).error().message ==
          "Invalid Access-Control-Request-Method: null");
  }
}

}  // namespace
}  // namespace emu::s3
