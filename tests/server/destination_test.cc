#include "server/destination.h"

#include <doctest/doctest.h>
#include <emu/cloud.h>

#include <string>
#include <utility>

using namespace emu;
using namespace emu::server;

namespace {

Destination find(std::string host, std::string target) {
  static Cloud cloud({.region = "eu-west-1"});
  const HttpRequest request{.host = std::move(host), .target = std::move(target)};
  return Destinations(cloud.world()).find(RequestParts(request));
}

}  // namespace

TEST_SUITE("server: where a request goes") {
  TEST_CASE("an API is called by its path, and sees what AWS's host would have sent") {
    const Destination to =
        find("127.0.0.1:4566", "/restapis/a1b2c3/prod/_user_request_/api/book-bus?x=1&x=%2F");
    CHECK(to.kind == Destination::Kind::kInternet);
    CHECK(to.address.host == "a1b2c3.execute-api.eu-west-1.amazonaws.com");
    CHECK(to.address.target == "/prod/api/book-bus?x=1&x=%2F");
  }

  TEST_CASE("the default stage is not part of the target") {
    CHECK(find("localhost", "/restapis/a1/$default/_user_request_/a%20b").address.target ==
          "/a%20b");
    CHECK(find("localhost", "/restapis/a1/%24default/_user_request_").address.target == "/");
  }

  TEST_CASE("an API is called by its host") {
    for (const char* host : {"a1b2c3.execute-api.localhost:4566",
                             "A1B2C3.execute-api.localhost.localstack.cloud:4566"}) {
      const Destination to = find(host, "/prod/x?y");
      CHECK(to.kind == Destination::Kind::kInternet);
      CHECK(to.address.host == "a1b2c3.execute-api.eu-west-1.amazonaws.com");
      CHECK(to.address.target == "/prod/x?y");
    }
    CHECK(find("a1.execute-api.us-west-2.amazonaws.com:4566", "/").address.host ==
          "a1.execute-api.us-west-2.amazonaws.com");
  }

  TEST_CASE("a website is called by its host or by a path") {
    const Destination by_host = find("page.s3-website.localhost:4566", "/a/?q");
    CHECK(by_host.kind == Destination::Kind::kInternet);
    CHECK(by_host.address.host == "page.s3-website.localhost");
    CHECK(by_host.address.target == "/a/?q");
    CHECK(find("my.page.s3-website-eu-west-1.amazonaws.com", "/").address.host ==
          "my.page.s3-website-eu-west-1.amazonaws.com");

    const Destination by_path = find("127.0.0.1:4566", "/_website/page/a/?q");
    CHECK(by_path.address.host == "page.s3-website.eu-west-1.amazonaws.com");
    CHECK(by_path.address.target == "/a/?q");
    CHECK(by_path.address.prefix == "/_website/page");
  }

  TEST_CASE("controls lie under /_emu/, and where LocalStack has them") {
    for (const char* target : {"/_emu", "/_emu/", "/_emu/clock?x", "/_localstack/health",
                               "/_localstack/init/ready", "/_aws/sqs/messages?QueueUrl=x"}) {
      CHECK(find("localhost:4566", target).kind == Destination::Kind::kControl);
    }
    for (const char* target : {"/", "/_emux", "/_localstack", "/bucket/_emu/x"}) {
      CHECK(find("localhost:4566", target).kind == Destination::Kind::kApi);
    }
  }

  TEST_CASE("all else is the AWS API's") {
    CHECK(find("localhost:4566", "/restapis/a1/prod").kind == Destination::Kind::kApi);
    CHECK(find("localhost:4566", "/restapis/a1/prod/other/x").kind == Destination::Kind::kApi);
    CHECK(find("localhost:4566", "/_website/").kind == Destination::Kind::kApi);
    CHECK(find("bucket.s3.localhost:4566", "/_emu/health").kind == Destination::Kind::kApi);
    CHECK(find("not a host", "/x").kind == Destination::Kind::kApi);
  }
}
