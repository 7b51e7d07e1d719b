#include "wire/sigv4/sigv4_sign.h"

#include <doctest/doctest.h>

#include <string>

#include "wire/sigv4/sigv4_canonical.h"
#include "wire/sigv4/sigv4_examples.h"
#include "wire/sigv4/sigv4_time.h"

using namespace emu;
using namespace emu::wire;
using emu::test::example_options;
using emu::test::kExampleCredentials;
using emu::test::kExampleTime;

namespace {

HttpRequest s3_request(std::string method, std::string target, const HttpHeaders& more = {},
                       std::string body = {}) {
  HttpRequest request{.method = std::move(method), .target = std::move(target), .headers = {}};
  request.headers.add("Host", "examplebucket.s3.amazonaws.com");
  for (const auto& [name, value] : more) request.headers.add(name, value);
  request.body = Blob(std::move(body));
  return request;
}

std::string signature_of(HttpRequest request) {
  return sign_request(request, kExampleCredentials, example_options());
}

}  // namespace

TEST_SUITE("wire: signing requests") {
  // "Create a signed AWS API request": the example of IAM's ListUsers.
  TEST_CASE("a request of the Query protocol is signed as the general documentation shows") {
    HttpRequest request{
        .method = "GET",
        .target = "/?Action=ListUsers&Version=2010-05-08",
        .headers = {{"Host", "iam.amazonaws.com"},
                    {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}}};
    const Credentials credentials = {
        .access_key_id = "AKIDEXAMPLE",
        .secret_access_key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};
    const std::string signature = sign_request(
        request, credentials,
        {.region = "us-east-1", .service = "iam", .now = *parse_sigv4_time("20150830T123600Z")});
    CHECK(signature == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    CHECK(*request.headers.find("authorization") ==
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
          "SignedHeaders=content-type;host;x-amz-date, "
          "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  // "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk"
  TEST_CASE("requests to S3 are signed as its documentation shows") {
    CHECK(signature_of(s3_request("GET", "/test.txt", {{"Range", "bytes=0-9"}})) ==
          "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    CHECK(signature_of(s3_request("PUT", "/test%24file.text",
                                  {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                                   {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                                  "Welcome to Amazon S3.")) ==
          "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    CHECK(signature_of(s3_request("GET", "/?lifecycle")) ==
          "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    CHECK(signature_of(s3_request("GET", "/?max-keys=2&prefix=J")) ==
          "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  // "Authenticating Requests: Using Query Parameters"
  TEST_CASE("a URL is presigned as the documentation shows") {
    HttpRequest request = s3_request("GET", "/test.txt");
    presign_request(request, kExampleCredentials, example_options(), std::chrono::seconds(86'400));
    CHECK(request.target ==
          "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE"
          "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
          "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
          "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  }

  TEST_CASE("a session token is sent and signed") {
    Credentials temporary = kExampleCredentials;
    temporary.session_token = "token";
    HttpRequest request = s3_request("GET", "/");
    sign_request(request, temporary, example_options());
    CHECK(*request.headers.find("x-amz-security-token") == "token");
    CHECK(request.headers.find("authorization")->find(";x-amz-security-token,") !=
          std::string::npos);
  }

  // "Create a signed AWS API request": every service but S3 encodes a path twice.
  TEST_CASE("S3 takes a path as it is, others normalise it") {
    CHECK(canonical_path("/a//b/../c%20d/", PathRule::kAsSent) == "/a//b/../c%20d/");
    CHECK(canonical_path("/a%2fb+c\xc3\xbc", PathRule::kAsSent) == "/a%2Fb%2Bc%C3%BC");
    CHECK(canonical_path("/a//b/../c%20d/", PathRule::kNormalized) == "/a/c%2520d/");
    CHECK(canonical_path("/", PathRule::kNormalized) == "/");
    CHECK(canonical_path("/..", PathRule::kNormalized) == "/");
    CHECK(canonical_path("", PathRule::kAsSent) == "/");
  }

  TEST_CASE("a query is sorted by its encoded names and values") {
    CHECK(canonical_query("b=2&a=%7e&b=1&A=x&a-=&c", false) == "A=x&a=~&a-=&b=1&b=2&c=");
    CHECK(canonical_query("X-Amz-Signature=1&a=2", true) == "a=2");
    CHECK(canonical_query("X-Amz-Signature=1&a=2", false) == "X-Amz-Signature=1&a=2");
  }

  TEST_CASE("header values are trimmed, and those of one name joined") {
    const HttpRequest request{
        .headers = {{"Host", "a"}, {"X-Amz-B", "  one \t two  "}, {"x-amz-b", "three"}}};
    const std::vector<std::string> names = {"host", "x-amz-b"};
    CHECK(canonical_request({.request = request,
                             .target = split_target(request.target),
                             .signed_headers = names,
                             .path_rule = PathRule::kAsSent,
                             .payload_hash = "hash"}) ==
          "GET\n/\n\nhost:a\nx-amz-b:one two,three\n\nhost;x-amz-b\nhash");
  }

  TEST_CASE("times are written and read") {
    CHECK(sigv4_time(kExampleTime) == "20130524T000000Z");
    CHECK(parse_sigv4_time("20130524T000000Z") == kExampleTime);
    for (const char* text : {"", "20130524", "2013-05-24T00:00:00Z", "20130532T000000Z",
                             "20130524T240000Z", "20130524T0000000", "20130524T000000z"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_sigv4_time(text));
    }
  }
}
