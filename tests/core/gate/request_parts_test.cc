#include "core/gate/request_parts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace emu;

TEST_SUITE("core: the parts of a request") {
  TEST_CASE("target and host are taken apart as they were sent") {
    const HttpRequest request{.host = "Photos.S3.localhost:4566",
                              .target = "/a%2Fb?tagging&x=1+2&y=%2F"};
    const RequestParts parts(request);
    CHECK(parts.path == "/a%2Fb");
    CHECK(parts.query == "tagging&x=1+2&y=%2F");
    CHECK(parts.host_name() == "photos.s3.localhost");
    CHECK(parts.first_label() == "photos");
    CHECK(parts.host->port == 4566);
    CHECK(parts.query_pairs() == std::vector<QueryPair>{{"tagging", ""}, {"x", "1 2"}, {"y", "/"}});
    CHECK(parts.with_query("/c") == "/c?tagging&x=1+2&y=%2F");
  }

  TEST_CASE("what is not there is empty, and what cannot be read is nothing") {
    const HttpRequest request{.host = "not a host", .target = "/a"};
    const RequestParts parts(request);
    CHECK_FALSE(parts.host);
    CHECK(parts.host_name().empty());
    CHECK(parts.first_label().empty());
    CHECK(parts.with_query("/c") == "/c");
    const HttpRequest no_pairs{.target = "/?x=%zz"};
    CHECK_FALSE(RequestParts(no_pairs).query_pairs());
    const HttpRequest empty_query{.target = "/a?"};
    CHECK(RequestParts(empty_query).with_query("/c") == "/c?");
  }

  TEST_CASE("the service of the credentials is read from a header or a query") {
    const auto service = [](const HttpRequest& request) {
      return std::string(RequestParts(request).credential_service());
    };
    const std::string credential = "Credential=AKID/20260101/us-east-1/sqs/aws4_request";
    CHECK(service({.headers = {{"Authorization",
                                "AWS4-HMAC-SHA256 " + credential + ", Signature="}}}) == "sqs");
    CHECK(service({.target = "/?X-Amz-Credential=AKID%2F20260101%2Fus-east-1%2Fs3%2F"
                             "aws4_request&X-Amz-Date=1"}) == "s3");
    CHECK(service({.target = "/?X-Amz-Credential=AKID/20260101/us-east-1/sts/aws4_request"}) ==
          "sts");
    CHECK(service({}).empty());
    CHECK(service({.headers = {{"Authorization", "Basic abc"}}}).empty());
    CHECK(service({.headers = {{"Authorization", "Credential="}}}).empty());
  }
}
