// Source: Amazon S3 API Reference, "Signing and authenticating REST requests" (of signature version
// 2), whose examples these are.
#include "wire/sigv4/sigv2.h"

#include <doctest/doctest.h>

#include <string>

namespace emu::wire {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
constexpr Time kExpires = Time(1'175'139'620s);

HttpRequest get(std::string query) {
  return {.method = "GET",
          .host = "johnsmith.s3.amazonaws.com",
          .target = "/photos/puppy.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&" + std::move(query)};
}
HttpRequest example() {
  return get("Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620");
}

Result<std::optional<Sigv2Authorization>> parse(const HttpRequest& request) {
  return parse_sigv2(RequestParts(request));
}

Status verify(const HttpRequest& request, Time now = kExpires) {
  const auto authorization = parse(request).value();
  REQUIRE(authorization);
  if (Status expired = check_sigv2_time(*authorization, now); !expired) return expired;
  return verify_sigv2(RequestParts(request), "/johnsmith/photos/puppy.jpg", *authorization,
                      kSecret);
}

std::string to_sign(const HttpRequest& request, std::string_view path) {
  return sigv2_string_to_sign(RequestParts(request), path, {.expires = "7"});
}

}  // namespace

TEST_SUITE("wire: Signature Version 2") {
  TEST_CASE("the documented URL holds, until it expires") {
    CHECK(parse(example()).value()->access_key_id == "AKIAIOSFODNN7EXAMPLE");
    CHECK(verify(example()).ok());
    const Status late = verify(example(), kExpires + 1s);
    REQUIRE_FALSE(late.ok());
    CHECK(late.error().code == "AccessDenied");
    CHECK(late.error().message == "Request has expired");
  }

  TEST_CASE("what was signed cannot be changed") {
    HttpRequest other = example();
    other.method = "PUT";
    CHECK(verify(other).error().code == "SignatureDoesNotMatch");
    other = example();
    other.target += "&acl";
    CHECK(verify(other).error().code == "SignatureDoesNotMatch");
    other = example();
    other.headers.add("x-amz-acl", "public-read");
    CHECK(verify(other).error().code == "SignatureDoesNotMatch");
    other = example();
    other.target += "&anything=else";
    CHECK(verify(other).ok());
  }

  TEST_CASE("headers and sub-resources are signed in their order") {
    HttpRequest request{.method = "PUT",
                        .target = "/db-backup.dat.gz?versionId=3&acl&response-content-type=a%2Fb&x",
                        .headers = {{"Content-Type", "application/x-download"},
                                    {"Content-MD5", "4gJE4saaMU4BqNR0kLY+lw=="},
                                    {"X-Amz-Meta-ReviewedBy", "joe@johnsmith.net"},
                                    {"x-amz-acl", "public-read"},
                                    {"X-Amz-Meta-ReviewedBy", " jane@johnsmith.net"}}};
    CHECK(to_sign(request, "/static.johnsmith.net/db-backup.dat.gz") ==
          "PUT\n4gJE4saaMU4BqNR0kLY+lw==\napplication/x-download\n7\n"
          "x-amz-acl:public-read\n"
          "x-amz-meta-reviewedby:joe@johnsmith.net,jane@johnsmith.net\n"
          "/static.johnsmith.net/db-backup.dat.gz?acl&response-content-type=a/b&versionId=3");
  }

  // The documentation signs the path as it is sent, botocore 1.43 and boto sign "/photos/".
  TEST_CASE("a bucket by itself may be signed as its root") {
    const HttpRequest list{.method = "GET", .target = "/photos?acl"};
    const auto verify_signed = [&](const std::string& text) {
      const Sigv2Authorization authorization{.signature = sign_sigv2_text(kSecret, text),
                                             .expires = "7"};
      return verify_sigv2(RequestParts(list), "/photos", authorization, kSecret).ok();
    };
    CHECK(verify_signed("GET\n\n\n7\n/photos?acl"));
    CHECK(verify_signed("GET\n\n\n7\n/photos/?acl"));
    CHECK_FALSE(verify_signed("GET\n\n\n7\n/photos/"));
    CHECK_FALSE(verify_signed("GET\n\n\n7\n/photos//?acl"));
  }

  TEST_CASE("what SDKs put into the query counts as headers") {
    const HttpRequest request{
        .method = "PUT",
        .target = "/a?content-type=text%2Fx&x-amz-security-token=t%3D%2F&Expires=7"};
    CHECK(to_sign(request, "/photos/a") == "PUT\n\ntext/x\n7\nx-amz-security-token:t=/\n/photos/a");
  }

  TEST_CASE("URLs that are not signed so, or not wholly") {
    CHECK_FALSE(parse({.target = "/a?Signature=b&Expires=1"}).value().has_value());
    for (const char* query : {"Signature=b", "Expires=1", "Signature=&Expires=1"}) {
      CAPTURE(query);
      CHECK(parse(get(query)).error().message ==
            "Query-string authentication requires the Signature, Expires and AWSAccessKeyId "
            "parameters");
    }
    for (const char* expires :
         {"soon", "-1", "1.5", "99999999999999999999", "9223372036854775807"}) {
      CAPTURE(expires);
      CHECK(parse(get("Signature=b&Expires=" + std::string(expires))).error().message ==
            "Invalid date (should be seconds since epoch): " + std::string(expires));
    }
  }
}

}  // namespace emu::wire
