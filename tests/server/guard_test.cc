#include "server/guard.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace emu;
using emu::server::Guard;
using emu::server::parse_origin;
using emu::server::Sender;
using SentBy = emu::server::Sender::Kind;

namespace {

HttpRequest request(std::string host, HttpHeaders headers = {}) {
  return {.host = std::move(host), .target = "/", .headers = std::move(headers)};
}

SentBy sender(HttpHeaders headers, std::string method = "GET") {
  const Guard guard({.origins = {"http://localhost:3000"}});
  const HttpRequest asked{.method = std::move(method),
                          .host = "127.0.0.1:4566",
                          .target = "/",
                          .headers = std::move(headers)};
  return guard.sender(RequestParts(asked)).kind;
}

}  // namespace

TEST_SUITE("server: which hosts it answers to") {
  TEST_CASE("names that nobody on the internet can own, or send elsewhere") {
    const Guard guard({});
    for (const char* host :
         {"localhost:4566", "127.0.0.1:4566", "127.0.0.2", "[::1]:4566", "LocalHost", "10.0.0.1",
          "localhost.localstack.cloud:4566", "sqs.localhost.localstack.cloud", "emu.localhost:1",
          "photos.s3.localhost:4566", "emu:4566", "host.docker.internal:4566", "aws.test",
          "photos.s3.eu-west-1.amazonaws.com", "sqs.us-east-1.amazonaws.com:443", ""}) {
      CAPTURE(host);
      CHECK_FALSE(guard.host_refusal(RequestParts(request(host))));
    }
  }

  TEST_CASE("a name that somebody else could own is refused") {
    const Guard guard({});
    for (const char* host :
         {"evil.com", "evil.com:4566", "localhost.evil.com", "127.0.0.1.evil.com",
          "xlocalhost.localstack.cloud", "amazonaws.com.evil.com", "photos.s3.evil.com",
          "evilamazonaws.com", "a b", "test.evil.com"}) {
      CAPTURE(host);
      CHECK(guard.host_refusal(RequestParts(request(host))));
    }
  }

  TEST_CASE("names that it is told are its own") {
    const Guard guard({.host = "testbed.example", .hosts = {"Aws.Corp.example"}});
    for (const char* host : {"Testbed.example:4566", "aws.corp.example", "b.s3.aws.corp.example"}) {
      CAPTURE(host);
      CHECK_FALSE(guard.host_refusal(RequestParts(request(host))));
    }
    CHECK(guard.host_refusal(RequestParts(request("corp.example"))));
  }
}

// Sources: RFC 6454, "The Web Origin Concept"; W3C, "Fetch Metadata Request Headers".
TEST_SUITE("server: who has sent a request") {
  TEST_CASE("a program") {
    CHECK(sender({}) == SentBy::kProgram);
    CHECK(sender({}, "POST") == SentBy::kProgram);
    CHECK(sender({{"User-Agent", "aws-cli/2.9.19 Python/3.11.2"}}) == SentBy::kProgram);
  }

  TEST_CASE("a page of the server's own") {
    CHECK(sender({{"Origin", "http://127.0.0.1:4566"}}, "POST") == SentBy::kProgram);
    CHECK(sender({{"Sec-Fetch-Site", "same-origin"}}) == SentBy::kProgram);
    CHECK(sender({{"Referer", "http://127.0.0.1:4566/_emu/"}}) == SentBy::kProgram);
  }

  TEST_CASE("a page of an origin that was allowed, also when only Referer tells") {
    CHECK(sender({{"Origin", "http://localhost:3000"}}, "POST") == SentBy::kAllowedPage);
    CHECK(sender({{"Sec-Fetch-Site", "cross-site"}, {"Referer", "http://localhost:3000/a?b"}}) ==
          SentBy::kAllowedPage);
  }

  TEST_CASE("another page") {
    for (const char* origin : {"https://evil.example", "http://localhost:3001", "null",
                               "http://127.0.0.1:3000", "https://localhost:3000"}) {
      CAPTURE(origin);
      CHECK(sender({{"Origin", origin}}, "POST") == SentBy::kForeignPage);
    }
    for (const char* site : {"cross-site", "same-site"}) {
      CAPTURE(site);
      CHECK(sender({{"Sec-Fetch-Site", site}}) == SentBy::kForeignPage);
      // A frame shows what it reads within that page.
      CHECK(sender({{"Sec-Fetch-Site", site},
                    {"Sec-Fetch-Mode", "navigate"},
                    {"Sec-Fetch-Dest", "iframe"}}) == SentBy::kForeignPage);
    }
    CHECK(sender({{"Referer", "https://evil.example/"}}) == SentBy::kForeignPage);
  }

  TEST_CASE("a link on another page, or an address that was typed") {
    CHECK(sender({{"Sec-Fetch-Site", "none"}}) == SentBy::kLink);
    const HttpHeaders followed = {{"Sec-Fetch-Site", "cross-site"},
                                  {"Sec-Fetch-Mode", "navigate"},
                                  {"Sec-Fetch-Dest", "document"}};
    CHECK(sender(followed) == SentBy::kLink);
    CHECK(sender(followed, "POST") == SentBy::kForeignPage);
    // A browser that does not say where it comes from.
    CHECK(sender({{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64)"}}) == SentBy::kLink);
  }
}

TEST_SUITE("server: origins as they are written") {
  TEST_CASE("a scheme, a host and a port") {
    CHECK(parse_origin("http://LocalHost:3000").value() == "http://localhost:3000");
    CHECK(parse_origin("https://app.example").value() == "https://app.example");
    for (const char* text : {"", "*", "null", "localhost:3000", "http://", "http://localhost:3000/",
                             "ftp://a", "://a", "http://a b"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_origin(text).ok());
    }
  }
}
